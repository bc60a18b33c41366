using System.Globalization;
using System.Net.Mime;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Http;
using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Receipts;

/// <summary>
/// The address that WeChat calls, <c>/api/marketing/wechat</c>: once to see that it is ours, and then with one XML document for
/// each thing that happened, which it tells three times unless it hears <c>success</c>.
/// </summary>
internal static class WeChatPush
{
    private const int LargestPush = 1 << 16;
    private const string Thanks = "success";

    private static readonly XmlReaderSettings Careful = new()
    {
        Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestPush,
    };

    public static void MapWeChat(this ModuleEndpoints endpoints)
    {
        endpoints.ForChainByHand<ProveWeChat>("GET", "/wechat", (HttpContext http, HttpCalls calls, UseCaseEntry entry) =>
            AnswerAsync(http, async () =>
            {
                var input = new ProveWeChat.Input(CallOf(http), http.Request.Query["echostr"].ToString());
                return (await entry.RunAsync(input, await calls.CurrentAsync(http, Channel.Api), http.RequestAborted)).Word;
            }));
        endpoints.ForChainByHand<HearWeChat>("POST", "/wechat", (HttpContext http, HttpCalls calls, UseCaseEntry entry) =>
            AnswerAsync(http, async () =>
            {
                var input = await InputAsync(http);
                await entry.RunAsync(input, await calls.CurrentAsync(http, Channel.Api), http.RequestAborted);
                return Thanks;
            })).WithMetadata(
                new RequestSizeLimitAttribute(LargestPush),
                // One receipt for each message, from a few addresses: what is not taken at once is lost.
                new SignedCalls(IsSigned));
    }

    private static bool IsSigned(HttpContext http) => http.RequestServices.GetRequiredService<WeChatSignature>()
        .Signs(CallOf(http), http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);

    private static async Task<IResult> AnswerAsync(HttpContext http, Func<Task<string>> take)
    {
        try
        {
            return Results.Text(await take(), MediaTypeNames.Text.Plain);
        }
        catch (Refusal refusal)
        {
            return Problems.Of(refusal, http);
        }
        catch (XmlException)
        {
            return Problems.Of(new Refusal("marketing.push-no-xml", RefusalKind.Invalid), http);
        }
    }

    private static SignedCall CallOf(HttpContext http) => new(
        http.Request.Query["signature"].ToString(), http.Request.Query["timestamp"].ToString(),
        http.Request.Query["nonce"].ToString());

    private static async Task<HearWeChat.Input> InputAsync(HttpContext http)
    {
        using var reader = XmlReader.Create(http.Request.Body, Careful);
        var told = (await XDocument.LoadAsync(reader, LoadOptions.None, http.RequestAborted)).Root!;
        return new HearWeChat.Input
        {
            Call = CallOf(http),
            OpenId = Text("FromUserName"),
            At = UtcOf(Text("CreateTime")),
            Kind = Text("MsgType"),
            Event = Text("Event"),
            // Receipts write it so, messages of followers otherwise.
            MessageId = Text("MsgID"),
            Status = Text("Status"),
            Text = Text("Content"),
        };

        string Text(string name) => told.Element(name)?.Value.Trim() ?? "";
    }

    private static DateTime? UtcOf(string seconds) =>
        uint.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var since)
            ? DateTimeOffset.FromUnixTimeSeconds(since).UtcDateTime
            : null;
}
