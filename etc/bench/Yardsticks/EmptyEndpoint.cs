using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RetailMember.Bench.Load;
using RetailMember.Bench.Machine;

namespace RetailMember.Bench.Yardsticks;

/// <summary>An endpoint that does nothing, in a process of its own as the product is: what HTTP alone costs.</summary>
internal sealed class EmptyEndpoint(ChildProcess process, int port) : IAsyncDisposable
{
    public const string Verb = "empty-endpoint";
    public const int Connections = 16;


    public static async Task<EmptyEndpoint> StartAsync()
    {
        var free = FreePort.Next();
        var server = ChildProcess.Start(
            Environment.ProcessPath!, [Verb, free.ToString(CultureInfo.InvariantCulture)], []);
        await Readiness.WaitAsync(free, "/", server, TimeSpan.FromSeconds(30));
        return new EmptyEndpoint(server, free);
    }

    /// <summary>What the child process runs.</summary>
    public static async Task ServeAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.ListenLocalhost(port));
        await using var app = builder.Build();
        app.MapGet("/", () => Results.Ok());
        await app.RunAsync();
    }

    public async Task<Rate> RunAsync(int seconds)
    {
        var request = new HttpMessage("GET", "/");
        var result = await LoadGenerator.RunAsync(
            port, Connections, _ => new FixedRequest(request), TimeSpan.FromSeconds(seconds));
        return result.Whole().Rate;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
