using System.Globalization;
using System.Net;
using System.Text;
using RetailMember.Data;
using RetailMember.Marketing.Receipts;
using RetailMember.Marketing.Tests.Gateways;

namespace RetailMember.Marketing.Tests;

/// <summary>A host whose official account is on loopback.</summary>
public abstract class WeChatHost : GatewayHost, IAsyncDisposable
{
    public const string Token = "token-of-the-tests";

    private static int last;

    protected WeChatHost(DatabaseKind kind)
        : this(kind, FakeWeChat.Start())
    {
    }

    private WeChatHost(DatabaseKind kind, FakeWeChat platform)
        : base(kind, new FakeGateway(), keys: new Dictionary<string, string?>
        {
            ["Messages:WeChat:AppId"] = FakeWeChat.AppId, ["Messages:WeChat:Secret"] = FakeWeChat.Secret,
            ["Messages:WeChat:Token"] = Token, ["Messages:WeChat:Endpoint"] = platform.Address,
            ["Messages:WeChat:RetryMilliseconds"] = "1",
        }) => Platform = platform;

    internal FakeWeChat Platform { get; }

    public static string OpenId() =>
        FormattableString.Invariant($"oTest-{Interlocked.Increment(ref last):000000}_{Guid.NewGuid().ToString("N")[..12]}");

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await DisposeAsync();
        await Platform.DisposeAsync();
    }

    /// <summary>The platform tells what became of a message, as its documentation has it.</summary>
    internal async Task TellAsync(FakeWeChat.Taken message, string status) =>
        (await TellAsync(Receipt(message.OpenId, message.MessageId, status))).ShouldBe((HttpStatusCode.OK, "success"));

    public string Receipt(string openId, long messageId, string status) => $"""
        <xml>
        <ToUserName><![CDATA[gh_7f083739789a]]></ToUserName>
        <FromUserName><![CDATA[{openId}]]></FromUserName>
        <CreateTime>{Seconds}</CreateTime>
        <MsgType><![CDATA[event]]></MsgType>
        <Event><![CDATA[TEMPLATESENDJOBFINISH]]></Event>
        <MsgID>{messageId}</MsgID>
        <Status><![CDATA[{status}]]></Status>
        </xml>
        """;

    /// <summary>A follower writes.</summary>
    public Task<(HttpStatusCode Status, string Text)> WriteAsync(string openId, string text) => TellAsync($"""
        <xml><ToUserName><![CDATA[gh_7f083739789a]]></ToUserName><FromUserName><![CDATA[{openId}]]></FromUserName>
        <CreateTime>{Seconds}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{text}]]></Content>
        <MsgId>1234567890123456</MsgId></xml>
        """);

    /// <summary>Somebody begins or ceases to follow.</summary>
    /// <param name="openId">Who.</param>
    /// <param name="happened"><c>subscribe</c> or <c>unsubscribe</c>.</param>
    /// <param name="ago">Told late.</param>
    /// <param name="query">Null: signed.</param>
    public Task<(HttpStatusCode Status, string Text)> FollowAsync(
        string openId, string happened, TimeSpan ago = default, string? query = null) => TellAsync($"""
        <xml><ToUserName><![CDATA[gh_7f083739789a]]></ToUserName><FromUserName><![CDATA[{openId}]]></FromUserName>
        <CreateTime>{(Now - ago).ToUnixTimeSeconds()}</CreateTime><MsgType><![CDATA[event]]></MsgType>
        <Event><![CDATA[{happened}]]></Event><EventKey><![CDATA[]]></EventKey></xml>
        """, query);

    public async Task<(HttpStatusCode Status, string Text)> TellAsync(string xml, string? query = null)
    {
        using var client = Host.Client();
        using var body = new StringContent(xml, Encoding.UTF8, "text/xml");
        using var answer = await client.PostAsync("/api/marketing/wechat?" + (query ?? QueryOf()), body);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public string QueryOf(TimeSpan ago = default, string token = Token)
    {
        var timestamp = (Now - ago).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"signature={WeChatSignature.Of(token, timestamp, "486452656")}&timestamp={timestamp}&nonce=486452656";
    }

    private DateTimeOffset Now => Host.Time.GetUtcNow();

    private long Seconds => Now.ToUnixTimeSeconds();
}

public sealed class SqliteWeChatHost() : WeChatHost(DatabaseKind.Sqlite);

public sealed class PostgresWeChatHost() : WeChatHost(DatabaseKind.Postgres);
