using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Xunit;

namespace RetailMember.Testing;

/// <summary>
/// A PostgreSQL server of this test process's own, started on first use and gone with the process. Where the programs
/// are missing, the tests that need it are skipped by name. <c>RETAILMEMBER_TEST_POSTGRES</c> (a connection string)
/// names a server to use instead.
/// </summary>
public static class PostgresServer
{
    private const string Account = "postgres";
    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>A connection string to the database of that name, which need not exist yet.</summary>
    public static async Task<string> ConnectionStringAsync(string database) =>
        new NpgsqlConnectionStringBuilder(await Started.Value) { Database = database }.ToString();

    /// <summary>Runs a statement on the server itself, such as CREATE DATABASE.</summary>
    public static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await ConnectionStringAsync("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("RETAILMEMBER_TEST_POSTGRES") is { Length: > 0 } given) return given;
        if (FindPrograms() is not { } bin)
        {
            Assert.Skip("PostgreSQL's programs are not on this machine and RETAILMEMBER_TEST_POSTGRES is not set.");
            throw new UnreachableException();
        }
        var folder = Directory.CreateTempSubdirectory("retailmember-postgres-").FullName;
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", $"{Account} {folder}", asServerAccount: false);
        var port = FreePort();
        await RunAsync($"{bin}/initdb", $"-D {folder}/data -U {Account} -A trust -E UTF8 --no-sync");
        var options = $"-c listen_addresses=127.0.0.1 -p {port} -k {folder} -c fsync=off -c max_connections=200";
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(bin, folder);
        await RunAsync($"{bin}/pg_ctl", $"-D {folder}/data -l {folder}/log -w -o \"{options}\" start");
        return $"Host=127.0.0.1;Port={port};Username={Account};Database=postgres;Maximum Pool Size=40";
    }

    private static string? FindPrograms()
    {
        const string debian = "/usr/lib/postgresql";
        if (!OperatingSystem.IsLinux() || !Directory.Exists(debian)) return null;
        return Directory.GetDirectories(debian).Select(version => Path.Combine(version, "bin"))
            .LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // The server refuses to run as root: then it runs as the account that its package made.
    private static async Task RunAsync(string program, string arguments, bool asServerAccount = true)
    {
        using var process = Process.Start(Command(program, arguments, asServerAccount))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{program} ended with {process.ExitCode}."));
    }

    private static ProcessStartInfo Command(string program, string arguments, bool asServerAccount)
    {
        var command = asServerAccount && Environment.IsPrivilegedProcess
            ? $"exec runuser -u {Account} -- {program} {arguments}"
            : $"exec {program} {arguments}";

        // The server outlives pg_ctl and must not hold this process's output open.
        return new ProcessStartInfo("/bin/sh", ["-c", $"{command} >/dev/null 2>&1 </dev/null"]) { WorkingDirectory = "/" };
    }

    private static void Stop(string bin, string folder)
    {
        using var stop = Process.Start(Command($"{bin}/pg_ctl", $"-D {folder}/data -m immediate -w stop", true))!;
        stop.WaitForExit();
        Directory.Delete(folder, true);
    }
}
