using System.Security.Cryptography;
using RetailMember.Bench.Machine;

namespace RetailMember.Bench.Product;

/// <summary>A database of the product's own and the key of its personal data.</summary>
/// <param name="Form">As the host's flag --database takes it.</param>
/// <param name="BytesOnDiskAsync">What it takes on disk after all that was written has arrived there.</param>
internal sealed record ProductDatabase(string Form, Func<Task<long>> BytesOnDiskAsync)
{
    private readonly string dataKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>What its hosts are told beside what all of them are.</summary>
    public IReadOnlyDictionary<string, string> More { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(More)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["DataKey"] = dataKey,
        // One till stands for all the tills of a chain.
        ["RateLimits__TillPerSecond"] = "10000000",
        ["RateLimits__PersonPerSecond"] = "10000000",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    public static ProductDatabase Postgres(PostgresServer server, string name) =>
        new($"postgres:{server.ConnectionTo(name)}", () => server.BytesOfAsync(name));

    public static ProductDatabase Sqlite(string file) =>
        new($"sqlite:{file}", () => Task.FromResult(new FileInfo(file).Length));
}
