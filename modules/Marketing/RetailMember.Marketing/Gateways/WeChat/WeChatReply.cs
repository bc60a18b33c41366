using System.Globalization;
using System.Text.Json;

namespace RetailMember.Marketing.Gateways.WeChat;

/// <summary>What came of a call.</summary>
/// <param name="Kind">Whether there is an answer.</param>
/// <param name="Code">WeChat's number for what is wrong; 0 where nothing is.</param>
/// <param name="Body">All of an answer.</param>
internal sealed record WeChatReply(WeChatReplyKind Kind, int Code = 0, JsonElement Body = default)
{
    public static readonly WeChatReply NeverArrived = new(WeChatReplyKind.NeverArrived);

    public static readonly WeChatReply Lost = new(WeChatReplyKind.Lost);

    public bool IsBusy => Kind == WeChatReplyKind.Answered && Code == WeChatReasons.Busy;

    /// <summary>For staff.</summary>
    public string? Word => Kind == WeChatReplyKind.Answered ? Code.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>
    /// Anything but an object with a number of an error, or with what stands for success, comes from what is between us and
    /// WeChat: nobody knows what became of the call.
    /// </summary>
    public static WeChatReply Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var body = document.RootElement;
            if (body.ValueKind != JsonValueKind.Object) return Lost;
            if (body.TryGetProperty("errcode", out var code))
                return code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number)
                    ? new WeChatReply(WeChatReplyKind.Answered, number, body.Clone())
                    : Lost;
            return body.TryGetProperty("access_token", out _) ? new WeChatReply(WeChatReplyKind.Answered, 0, body.Clone()) : Lost;
        }
        catch (JsonException)
        {
            return Lost;
        }
    }

    /// <summary>A text or number of the answer; null where it has none.</summary>
    public string? Text(string name) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value)
            && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;
}

internal enum WeChatReplyKind
{
    Answered,

    /// <summary>The connection never stood: nothing was said.</summary>
    NeverArrived,

    /// <summary>Nobody knows what became of the call.</summary>
    Lost,
}
