using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RetailMember.Bench.Machine;

namespace RetailMember.Bench.Product;

/// <summary>
/// A provider of short messages on loopback that speaks as Alibaba Cloud's does: it takes orders, knows every one that it
/// ever took, and is the judge of who got what.
/// </summary>
internal sealed class SmsProvider : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Pascal = new();

    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(30);

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, string> requestOf = new();
    private readonly ConcurrentQueue<(string Request, string Mobile)> taken = new();
    private int asked;

    private SmsProvider(WebApplication app, int port) => (this.app, Port) = (app, port);

    public const string ReceiptsKey = "bench-receipts";

    public int Port { get; }

    /// <summary>Messages that it took, in the order in which it did.</summary>
    public IReadOnlyCollection<(string Request, string Mobile)> Taken => taken;

    /// <summary>How often it was asked what became of a message.</summary>
    public int Asked => asked;

    /// <summary>
    /// What happens between taking an order and saying so, by the name of the host that gave it: whoever dies meanwhile does
    /// not know that it was taken.
    /// </summary>
    public Func<string, Task> OnTaken { get; set; } = _ => Task.CompletedTask;

    /// <summary>What a host must be told to send by it under a name.</summary>
    public IReadOnlyDictionary<string, string> SettingsOf(string host) => new Dictionary<string, string>
    {
        ["Messages__Gateway"] = "aliyun",
        ["Messages__Aliyun__Endpoint"] = $"http://127.0.0.1:{Port}",
        ["Messages__Aliyun__AccessKeyId"] = host,
        ["Messages__Aliyun__AccessKeySecret"] = "bench",
        ["Messages__Aliyun__ReceiptsKey"] = ReceiptsKey,
    };

    public static async Task<SmsProvider> StartAsync()
    {
        var port = FreePort.Next();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.ListenLocalhost(port));
        var provider = new SmsProvider(builder.Build(), port);
        provider.app.MapPost("/", (Delegate)provider.AnswerAsync);
        await provider.app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        var query = http.Request.Query;
        switch (http.Request.Headers["x-acs-action"].ToString())
        {
            case "SendSms": return await TakeAsync(http, [query["PhoneNumbers"]!]);
            case "SendBatchSms":
                var form = await http.Request.ReadFormAsync();
                return await TakeAsync(http, JsonSerializer.Deserialize<string[]>(form["PhoneNumberJson"].ToString())!);
            default: return Tell(query["PhoneNumber"]!);
        }
    }

    private async Task<IResult> TakeAsync(HttpContext http, string[] mobiles)
    {
        var request = http.Request.Query["OutId"].ToString();
        foreach (var mobile in mobiles)
        {
            requestOf[mobile] = request;
            taken.Enqueue((request, mobile));
        }

        await OnTaken(HostOf(http));
        await Task.Delay(Slowness);
        return Results.Json(new { Code = "OK", BizId = request }, Pascal);
    }

    /// <summary>Whose key signed it.</summary>
    private static string HostOf(HttpContext http) =>
        http.Request.Headers.Authorization.ToString().Split("Credential=")[^1].Split(',')[0];

    private IResult Tell(string mobile)
    {
        Interlocked.Increment(ref asked);
        object[] list = requestOf.TryGetValue(mobile, out var request) ? [new { OutId = request, SendStatus = 1 }] : [];
        return Results.Json(new { Code = "OK", SmsSendDetailDTOs = new { SmsSendDetailDTO = list } }, Pascal);
    }
}
