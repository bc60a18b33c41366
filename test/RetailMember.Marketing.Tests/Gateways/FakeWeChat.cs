using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RetailMember.Marketing.Tests.Gateways;

/// <summary>
/// The platform on loopback: it gives tokens that end, leaves out what it has had under the same number, knows templates and
/// followers, and can be told to be busy, to have had enough, or to break the line after it took a message.
/// </summary>
internal sealed class FakeWeChat : IAsyncDisposable
{
    public const string AppId = "wx0123456789abcdef";
    public const string Secret = "secret-of-the-account";
    public const string Template = "ngqIpbwh8bUfcSsECmogfXcV14J0tQlEpBO27izEYtY";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<(string OpenId, string Number), Taken> taken = new();
    private readonly ConcurrentQueue<(string Path, string Type, string Body)> calls = new();
    private readonly Lock turn = new();
    private int tokens;
    private long messages = 3_487_542_469_355_618_000;

    private FakeWeChat(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    /// <summary>Messages that go out, each once.</summary>
    public IReadOnlyCollection<Taken> All => [.. taken.Values];

    /// <summary>Every call with its body.</summary>
    public IReadOnlyList<(string Path, string Type, string Body)> Calls => [.. calls];

    public int TokensGiven => tokens;

    public IEnumerable<string> Bodies => calls.Where(c => c.Path.EndsWith("/send", StringComparison.Ordinal)).Select(c => c.Body);

    /// <summary>What it answers to so many messages before it takes one.</summary>
    public (int Code, int Times) Says { get; set; }

    /// <summary>What it answers to whoever wants a token; 0: gives one.</summary>
    public int SaysToTokens { get; set; }

    /// <summary>What it answers of a follower.</summary>
    public ConcurrentDictionary<string, int> Followers { get; } = new();

    /// <summary>How many messages it takes before it breaks the line instead of answering.</summary>
    public int Breaks { get; set; }

    /// <summary>Something of the network's answers in its place.</summary>
    public string? AnswersInstead { get; set; }

    /// <summary>What happens between the taking of a message and the answer.</summary>
    public Func<Taken, Task> Afterwards { get; set; } = _ => Task.CompletedTask;

    public static FakeWeChat Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var fake = new FakeWeChat(builder.Build());
        fake.app.MapPost("/cgi-bin/stable_token", (Delegate)fake.TokenAsync);
        fake.app.MapPost("/cgi-bin/message/template/send", (Delegate)fake.SendAsync);
        fake.app.Start();
        return fake;
    }

    /// <summary>The token that everybody has is worth nothing from now on.</summary>
    public void EndToken() => Interlocked.Increment(ref tokens);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var asked = (await ReadAsync(http)).RootElement;
        if (SaysToTokens != 0) return Fault(SaysToTokens, "no token");
        if (asked.GetProperty("grant_type").GetString() != "client_credential") return Fault(40002, "invalid grant_type");
        if (asked.GetProperty("appid").GetString() != AppId) return Fault(40013, "invalid appid");
        if (asked.GetProperty("secret").GetString() != Secret) return Fault(40125, "invalid appsecret");
        Interlocked.CompareExchange(ref tokens, 1, 0);
        return Results.Json(new { access_token = Token, expires_in = 7200 });
    }

    private string Token => "token+" + tokens.ToString(CultureInfo.InvariantCulture);

    private async Task<IResult> SendAsync(HttpContext http)
    {
        using var read = await ReadAsync(http);
        var (asked, raw) = (read.RootElement, read.RootElement.GetRawText());
        if (AnswersInstead is { } other) return Results.Content(other, "text/html", statusCode: 502);
        if (http.Request.Query["access_token"] != Token) return Fault(40001, "invalid credential, access_token is invalid or not latest");
        lock (turn)
        {
            if (Says.Times > 0)
            {
                Says = (Says.Code, Says.Times - 1);
                return Fault(Says.Code, "said so");
            }
        }

        if (raw.Contains("\\u", StringComparison.Ordinal)) return Fault(40033, "invalid charset");
        var openId = asked.GetProperty("touser").GetString()!;
        if (asked.GetProperty("template_id").GetString() != Template) return Fault(40037, "invalid template_id");
        if (Followers.TryGetValue(openId, out var code)) return Fault(code, "said so of the follower");
        var one = taken.GetOrAdd(
            (openId, asked.GetProperty("client_msg_id").GetString()!),
            key => new Taken(openId, key.Number, Interlocked.Increment(ref messages), raw));
        await Afterwards(one);
        // The caller may be back before anything that follows this line.
        if (Breaks > 0)
        {
            Breaks--;
            http.Abort();
        }

        return Results.Json(new { errcode = 0, errmsg = "ok", msgid = one.MessageId });
    }

    private async Task<JsonDocument> ReadAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        calls.Enqueue((http.Request.Path, http.Request.ContentType!, body));
        return JsonDocument.Parse(body);
    }

    private static IResult Fault(int errcode, string errmsg) => Results.Json(new { errcode, errmsg = errmsg + " rid: 65eac940-1a79c8dc" });

    public sealed record Taken(string OpenId, string Number, long MessageId, string Body);
}
