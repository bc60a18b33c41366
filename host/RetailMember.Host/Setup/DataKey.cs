using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using RetailMember.Data;

namespace RetailMember.Host.Setup;

/// <summary>
/// The master key of personal data: configured as <c>DataKey</c>, or made once into a file that only its owner can
/// read. A server database in Production must be given its key, because several hosts share it.
/// </summary>
internal static class DataKey
{
    public const string Key = "DataKey";
    private const int Bytes = 32;

    public static PersonalDataKeys Of(string? configured, DatabaseOptions database, bool development, string contentRoot)
    {
        if (!string.IsNullOrWhiteSpace(configured)) return PersonalDataKeys.Of(Decode(configured.Trim(), Key));
        if (database.Kind != DatabaseKind.Sqlite && !development)
            throw new HostFault(
                "No key for personal data. Set DataKey to 32 random bytes in base64 (openssl rand -base64 32), " +
                "the same for every host of this database, and keep a copy apart from its backups.");
        var beside = database.Kind == DatabaseKind.Sqlite
            ? new SqliteConnectionStringBuilder(database.ConnectionString).DataSource
            : Path.Combine(contentRoot, "data", "retailmember");
        return PersonalDataKeys.Of(FromFile(beside + ".key"));
    }

    private static byte[] FromFile(string file)
    {
        if (!File.Exists(file)) Make(file);
        return Decode(File.ReadAllText(file).Trim(), file);
    }

    // Written aside and moved into place, so that a second host never reads half a key.
    private static void Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var aside = $"{file}.{Guid.CreateVersion7():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(aside, options))
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
        try
        {
            File.Move(aside, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(aside);
        }
    }

    private static byte[] Decode(string text, string source)
    {
        var key = new byte[Bytes + 1];
        return Convert.TryFromBase64String(text, key, out var length) && length == Bytes
            ? key[..Bytes]
            : throw new HostFault($"{source} does not hold 32 bytes in base64.");
    }
}
