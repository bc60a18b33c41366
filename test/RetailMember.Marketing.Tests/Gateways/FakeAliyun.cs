using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RetailMember.Marketing.Tests.Gateways;

/// <summary>
/// The provider on loopback: it takes messages, limits numbers, keeps records, and can be told to be busy, to be slow or to
/// break the line after it took an order.
/// </summary>
internal sealed class FakeAliyun : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Taken> taken = new();

    private FakeAliyun(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    public IReadOnlyCollection<Taken> All => taken;

    /// <summary>How many calls are answered that they came too often.</summary>
    public int Throttled { get; set; }

    /// <summary>Numbers that may have no more.</summary>
    public HashSet<string> Limited { get; } = [];

    /// <summary>Takes the order, then breaks the line.</summary>
    public bool Breaks { get; set; }

    /// <summary>The Chinese day on which it takes what it is given, as it lists it: yyyyMMdd.</summary>
    public string Day { get; set; } = "20250618";

    /// <summary>What it says of the account to every order; null: the account is in order.</summary>
    public string? AccountFault { get; set; }

    /// <summary>How many calls came, whatever became of them.</summary>
    public int Calls { get; private set; }

    public static async Task<FakeAliyun> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var fake = new FakeAliyun(builder.Build());
        fake.app.MapPost("/", (Delegate)fake.AnswerAsync);
        await fake.app.StartAsync();
        return fake;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        Calls++;
        if (Throttled-- > 0) return Results.Json(new { Code = "Throttling.User" }, Pascal, statusCode: 400);
        var query = http.Request.Query;
        switch (http.Request.Headers["x-acs-action"].ToString())
        {
            case "SendSms": return Take(http, query["OutId"]!, [query["PhoneNumbers"]!]);
            case "SendBatchSms":
                var form = await http.Request.ReadFormAsync();
                return Take(
                    http, query["OutId"]!, JsonSerializer.Deserialize<string[]>(form["PhoneNumberJson"].ToString())!);
            default: return Tell(query["PhoneNumber"]!, query["SendDate"]!, query["BizId"]);
        }
    }

    private IResult Take(HttpContext http, string request, string[] numbers)
    {
        if (AccountFault is { } fault) return Said(fault);
        if (numbers.Any(Limited.Contains)) return Said("isv.BUSINESS_LIMIT_CONTROL");
        foreach (var number in numbers) taken.Enqueue(new Taken(request, number, Day));
        if (Breaks) http.Abort();
        return Said("OK");
    }

    private IResult Tell(string number, string day, string? order)
    {
        var list = taken.Where(t => t.Number == number && t.Day == day && (order is null or "" or BizId))
            .Select(t => new
            {
                t.OutId, PhoneNum = number, SendStatus = 3, ErrCode = "DELIVERED", ReceiveDate = "2025-06-18 10:00:05",
            });
        return Results.Json(new { Code = "OK", SmsSendDetailDTOs = new { SmsSendDetailDTO = list } }, Pascal);
    }

    private static IResult Said(string code) => Results.Json(new { Code = code, BizId }, Pascal);

    private static readonly JsonSerializerOptions Pascal = new();

    private const string BizId = "900^0";

    public sealed record Taken(string OutId, string Number, string Day);
}
