using System.Globalization;
using RetailMember.Bench.Machine;

namespace RetailMember.Bench.Product;

/// <summary>The host as a process that serves one database on a port of its own.</summary>
internal sealed class ProductServer : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly HostProgram program;
    private ChildProcess process;

    private ProductServer(HostProgram program, ProductDatabase database)
    {
        this.program = program;
        Database = database;
        process = program.Start(database, Port);
    }

    public ProductDatabase Database { get; }

    public int Port { get; } = FreePort.Next();

    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");

    /// <summary>From the start of the process to its first good answer.</summary>
    public TimeSpan StartTook { get; private set; }

    public double ResidentMegabytes => ProcessFamily.ResidentMegabytes(process.Id);

    public TimeSpan ProcessorTime => ProcessFamily.ProcessorTime(process.Id);

    public string LastLines => process.LastLines;

    public static async Task<ProductServer> StartAsync(HostProgram program, ProductDatabase database)
    {
        var server = new ProductServer(program, database);
        await server.WaitAsync();
        return server;
    }

    /// <summary>kill -9.</summary>
    public Task KillAsync() => process.KillAsync();

    public async Task RestartAsync()
    {
        await process.DisposeAsync();
        process = program.Start(Database, Port);
        await WaitAsync();
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private async Task WaitAsync() =>
        StartTook = await Readiness.WaitAsync(Port, "/health/ready", process, LongestStart);
}
