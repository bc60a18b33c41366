using System.Diagnostics;
using System.Globalization;

namespace RetailMember.Bench.Machine;

/// <summary>A PostgreSQL server of the bench's own, with every durability setting on.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string Settings = """
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        shared_buffers = 512MB
        max_wal_size = 4GB
        max_connections = 300
        listen_addresses = '127.0.0.1'
        """;

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly string folder;
    private ChildProcess? process;

    private PostgresServer(string folder) => this.folder = folder;

    public int Port { get; } = FreePort.Next();

    public static async Task<PostgresServer> StartAsync(TempFolder temp)
    {
        var parent = temp.Sub("postgres");
        // The server's user must be able to walk into a folder that only its owner may enter.
        File.SetUnixFileMode(temp.Path, File.GetUnixFileMode(temp.Path) | UnixFileMode.OtherExecute);
        await PostgresPrograms.GiveToServerUserAsync(parent);
        var server = new PostgresServer(Path.Combine(parent, "data"));
        await PostgresPrograms.RunAsync(
            "initdb", "-D", server.folder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        await File.AppendAllTextAsync(
            Path.Combine(server.folder, "postgresql.conf"),
            string.Create(CultureInfo.InvariantCulture,
                $"{Settings}\nport = {server.Port}\nunix_socket_directories = '{parent}'\n"));
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts the server, after a crash too, and returns when it takes connections.</summary>
    public async Task StartAsync()
    {
        process = PostgresPrograms.StartServer(folder);
        var began = Stopwatch.GetTimestamp();
        while (!await TakesConnectionsAsync())
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(began) > LongestStart)
                throw new InvalidOperationException($"PostgreSQL does not start:\n{process.LastLines}");
            await Task.Delay(50);
        }
    }

    /// <summary>Ends every session and writes everything to disk.</summary>
    public async Task StopAsync()
    {
        await Tool.RunAsync("kill", "-INT", (await PostmasterAsync()).ToString(CultureInfo.InvariantCulture));
        await process!.WaitForExitAsync();
    }

    /// <summary>kill -9 of the postmaster; its children notice and die, which is waited for.</summary>
    public async Task CrashAsync()
    {
        var postmaster = await PostmasterAsync();
        var family = ProcessFamily.Of(postmaster);
        Process.GetProcessById(postmaster).Kill();
        await process!.WaitForExitAsync();
        await ProcessFamily.WaitUntilGoneAsync(family, TimeSpan.FromSeconds(30));
    }

    public async Task<TimeSpan> ProcessorTimeAsync() => ProcessFamily.ProcessorTime(await PostmasterAsync());

    public string ConnectionTo(string database) => string.Create(CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database};Maximum Pool Size=100");

    public Task CreateDatabaseAsync(string name) =>
        PostgresPrograms.RunAsync("createdb", [.. Connection(), name]);

    public Task DropDatabaseAsync(string name) =>
        PostgresPrograms.RunAsync("dropdb", [.. Connection(), "--if-exists", "--force", name]);

    public async Task<long> BytesOfAsync(string database)
    {
        var size = await PostgresPrograms.RunAsync(
            "psql",
            [
                .. Connection(), "-d", database, "-At", "-c", "VACUUM", "-c", "CHECKPOINT",
                "-c", "SELECT pg_database_size(current_database())",
            ]);
        return long.Parse(size.Split('\n')[^2], CultureInfo.InvariantCulture);
    }

    /// <summary>Writes out what the last measurement left in memory, so that the next does not pay for it.</summary>
    public Task CheckpointAsync() =>
        PostgresPrograms.RunAsync("psql", [.. Connection(), "-qc", "CHECKPOINT"]);

    /// <summary>The connection as the arguments of PostgreSQL's own programs.</summary>
    public IEnumerable<string> Connection() =>
        ["-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", "postgres"];

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await StopAsync();
    }

    private async Task<int> PostmasterAsync() => int.Parse(
        (await File.ReadAllLinesAsync(Path.Combine(folder, "postmaster.pid")))[0], CultureInfo.InvariantCulture);

    private async Task<bool> TakesConnectionsAsync()
    {
        try
        {
            await PostgresPrograms.RunAsync("pg_isready", ["-q", .. Connection()]);
            return true;
        }
        catch (ToolFailedException)
        {
            return false;
        }
    }
}
