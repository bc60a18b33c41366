using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace RetailMember.Marketing.Gateways.Aliyun;

/// <summary>Short messages by Alibaba Cloud (Dysmsapi 2017-05-25).</summary>
internal sealed class AliyunGateway(AliyunClient client) : IMessageGateway
{
    private const int PageSize = 50;
    private const int MostPages = 10;

    /// <summary>What was decided on before midnight may be taken after it: the provider lists it by the day it was taken.</summary>
    private static readonly TimeSpan LongestUnderWay = TimeSpan.FromMinutes(10);

    /// <summary>Receipts and days of the provider are in Chinese time.</summary>
    private static readonly TimeSpan ChineseTime = TimeSpan.FromHours(8);

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public string Name => "aliyun";

    public MessageChannel Channel => MessageChannel.Sms;

    public bool IsReady => client.IsReady;

    public bool KeepsRecords => true;

    public bool NeedsProviderCode => true;

    public int LargestOrder => 100;

    public async Task<GatewayAnswer> SendAsync(GatewayOrder order, CancellationToken cancel)
    {
        if (order.Letters.Any(l => AliyunNumbers.AreAmbiguous(l.Address)))
            return new GatewayAnswer(GatewayOutcome.Refused, Reason: MessageReason.NumberAmbiguous);
        try
        {
            return AliyunReasons.Of(await client.CallAsync(order.Letters.Count == 1 ? One(order) : Many(order), cancel));
        }
        catch (HttpRequestException fault) when (NetworkFaults.NeverArrived(fault))
        {
            return new GatewayAnswer(GatewayOutcome.Busy, Reason: MessageReason.ProviderBusy);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return new GatewayAnswer(GatewayOutcome.Unknown);
        }
    }

    public async Task<GatewayRecord?> FindAsync(GatewayQuestion question, CancellationToken cancel)
    {
        var (first, last) = (DayOf(question.SentAt), DayOf(question.SentAt + LongestUnderWay));
        return await FindAsync(question, first, cancel) ?? (last == first ? null : await FindAsync(question, last, cancel));
    }

    private async Task<GatewayRecord?> FindAsync(GatewayQuestion question, DateOnly day, CancellationToken cancel)
    {
        for (var page = 1; page <= MostPages; page++)
        {
            var reply = await AskAsync(question, day, page, cancel);
            if (!reply.Body.TryGetProperty("SmsSendDetailDTOs", out var details)
                || !details.TryGetProperty("SmsSendDetailDTO", out var list)) return null;
            foreach (var sent in list.EnumerateArray())
                if (AliyunReply.Text(sent, "OutId") == question.RequestId) return RecordOf(sent);
            if (list.GetArrayLength() < PageSize) return null;
        }

        return null;
    }

    /// <summary>One letter: everything in the query.</summary>
    internal static AliyunRequest One(GatewayOrder order) => new("SendSms")
    {
        Query = Given(
            ("PhoneNumbers", AliyunNumbers.Of(order.Letters[0].Address)), ("SignName", order.SignName),
            ("TemplateCode", order.ProviderCode), ("TemplateParam", Values(order.Letters[0])), ("OutId", order.RequestId)),
    };

    /// <summary>Many letters: lists of equal length in a form.</summary>
    internal static AliyunRequest Many(GatewayOrder order) => new("SendBatchSms")
    {
        Query = Given(("OutId", order.RequestId), ("TemplateCode", order.ProviderCode)),
        Form = Given(
            ("PhoneNumberJson", List(order.Letters.Select(l => AliyunNumbers.Of(l.Address)))),
            ("SignNameJson", List(order.Letters.Select(_ => order.SignName))),
            ("TemplateParamJson", order.Letters.Any(l => l.Values.Count > 0) ? List(order.Letters.Select(l => l.Values)) : "")),
    };

    internal static AliyunRequest Details(GatewayQuestion question, DateOnly day, int page) => new("QuerySendDetails")
    {
        Query = Given(
            ("BizId", question.Reference ?? ""), ("CurrentPage", page.ToString(CultureInfo.InvariantCulture)),
            ("PageSize", PageSize.ToString(CultureInfo.InvariantCulture)), ("PhoneNumber", AliyunNumbers.Of(question.Address)),
            ("SendDate", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture))),
    };

    /// <summary>A time of the provider as UTC.</summary>
    internal static DateTime? UtcOf(string? time) =>
        DateTime.TryParseExact(time, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year > 1
            ? DateTime.SpecifyKind(local - ChineseTime, DateTimeKind.Utc)
            : null;

    /// <summary>The provider's day of a time in UTC.</summary>
    internal static DateOnly DayOf(DateTime at) => DateOnly.FromDateTime(at + ChineseTime);

    private async Task<AliyunReply> AskAsync(GatewayQuestion question, DateOnly day, int page, CancellationToken cancel)
    {
        try
        {
            var reply = await client.CallAsync(Details(question, day, page), cancel);
            return reply.Code == AliyunReasons.Ok ? reply : throw new GatewayUnreachableException(reply.Code);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            throw new GatewayUnreachableException("The provider does not answer.", fault);
        }
    }

    private static GatewayRecord RecordOf(JsonElement sent)
    {
        var code = AliyunReply.Text(sent, "ErrCode") ?? "";
        var at = UtcOf(AliyunReply.Text(sent, "ReceiveDate"));
        return AliyunReply.Text(sent, "SendStatus") switch
        {
            "3" => new GatewayRecord(true, at),
            "2" => new GatewayRecord(false, at, AliyunReasons.OfReceipt(code), code),
            _ => new GatewayRecord(null),
        };
    }

    private static Dictionary<string, string> Given(params (string Name, string Value)[] values) =>
        values.Where(v => v.Value.Length > 0).ToDictionary(v => v.Name, v => v.Value);

    private static string Values(GatewayLetter letter) =>
        letter.Values.Count == 0 ? "" : JsonSerializer.Serialize(letter.Values, Plain);

    private static string List<T>(IEnumerable<T> items) => JsonSerializer.Serialize(items, Plain);
}
