using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Http;
using RetailMember.Marketing.Gateways.Aliyun;
using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Receipts;

/// <summary>
/// The two addresses that the provider calls: <c>/api/marketing/receipts?key=</c> with what became of messages
/// (SmsReport), and <c>/api/marketing/replies?key=</c> with what people sent back (SmsUp). Each takes a list and answers as
/// the provider expects it; what it does not answer is told again, and so nothing that cannot be read keeps the others.
/// </summary>
internal static class AliyunPush
{
    private const int LargestPush = 1 << 20;

    private static readonly object Thanks = new { code = 0, msg = "成功" };

    /// <summary>Receipts of a campaign come by the hundred thousand, from a few addresses.</summary>
    private static readonly SignedCalls Signed = new(
        http => http.RequestServices.GetRequiredService<ReceiptsKey>().Is(KeyOf(http)));

    public static void MapPushes(this ModuleEndpoints endpoints)
    {
        endpoints.ForChainByHand<RecordReceipts>("POST", "/receipts", (HttpContext http, HttpCalls calls, UseCaseEntry entry) =>
            TakeAsync(http, calls, entry, (key, list) => new RecordReceipts.Input
            {
                Key = key, DeliveryReceipts = [.. list.Select(ReceiptOf)],
            })).WithMetadata(new RequestSizeLimitAttribute(LargestPush), Signed);
        endpoints.ForChainByHand<RecordReplies>("POST", "/replies", (HttpContext http, HttpCalls calls, UseCaseEntry entry) =>
            TakeAsync(http, calls, entry, (key, list) => new RecordReplies.Input
            {
                Key = key, Replies = [.. list.Select(ReplyOf)],
            })).WithMetadata(new RequestSizeLimitAttribute(LargestPush), Signed);
    }

    private static async Task<IResult> TakeAsync<TResult>(
        HttpContext http, HttpCalls calls, UseCaseEntry entry,
        Func<string, IEnumerable<JsonElement>, IInput<TResult>> read)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            var input = read(KeyOf(http), ListIn(body.RootElement));
            await entry.RunAsync(input, await calls.CurrentAsync(http, Channel.Api), http.RequestAborted);
            return Results.Json(Thanks);
        }
        catch (Refusal refusal)
        {
            return Problems.Of(refusal, http);
        }
        catch (JsonException)
        {
            return Problems.Of(Malformed(), http);
        }
    }

    private static string KeyOf(HttpContext http) => http.Request.Query["key"].ToString();

    private static JsonElement[] ListIn(JsonElement body) =>
        body.ValueKind == JsonValueKind.Array
            ? [.. body.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)]
            : throw Malformed();

    private static Refusal Malformed() => new("marketing.push-malformed", RefusalKind.Invalid);

    private static RecordReceipts.Receipt ReceiptOf(JsonElement told) => new(
        Text(told, "out_id"), AliyunNumbers.Mobile(Text(told, "phone_number")),
        Text(told, "success").Equals("true", StringComparison.OrdinalIgnoreCase), Text(told, "err_code"),
        AliyunGateway.UtcOf(Text(told, "report_time")));

    private static RecordReplies.Reply ReplyOf(JsonElement told) => new(
        AliyunNumbers.Mobile(Text(told, "phone_number")), Text(told, "content"), AliyunGateway.UtcOf(Text(told, "send_time")));

    /// <summary>Empty where it is not there or no text: what no database keeps is left out.</summary>
    private static string Text(JsonElement told, string name)
    {
        try
        {
            return string.Concat((AliyunReply.Text(told, name) ?? "").Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
