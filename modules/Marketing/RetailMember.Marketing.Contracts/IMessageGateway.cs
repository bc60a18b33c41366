using RetailMember.Modules;

namespace RetailMember.Marketing;

/// <summary>
/// A seam: a way by which messages reach people, such as a provider of short messages or a mail server. Which one carries
/// a channel's messages is a matter of configuration (<c>Messages:Gateway</c>, <c>Messages:MailGateway</c>,
/// <c>Messages:WeChatGateway</c>).
/// </summary>
/// <remarks>
/// The caller records that it is about to hand over before it asks, and never asks twice for one request id, save in parts
/// of an order that was certainly not taken: an answer must say <see cref="GatewayOutcome.Unknown"/> wherever the messages may
/// have been taken after all. Numbers and keys are
/// never logged.
/// </remarks>
[Seam]
public interface IMessageGateway
{
    /// <summary>Lower case, stable: what the configuration names it by.</summary>
    string Name { get; }

    MessageChannel Channel { get; }

    /// <summary>Whether all is configured that it needs.</summary>
    bool IsReady { get; }

    /// <summary>Whether <see cref="FindAsync"/> can tell that a message was never taken.</summary>
    bool KeepsRecords { get; }

    /// <summary>Whether the brand's words go by a code that the provider gave them: a template needs one then.</summary>
    bool NeedsProviderCode { get; }

    /// <summary>How many letters it takes at once.</summary>
    int LargestOrder { get; }

    /// <summary>Hands letters over, all in the same words. Waits no longer than a minute.</summary>
    Task<GatewayAnswer> SendAsync(GatewayOrder order, CancellationToken cancel);

    /// <summary>What became of one letter of an earlier order; null where the gateway never took it.</summary>
    /// <exception cref="GatewayUnreachableException">It cannot be asked now.</exception>
    Task<GatewayRecord?> FindAsync(GatewayQuestion question, CancellationToken cancel);
}

/// <summary>By what a message reaches a person.</summary>
public enum MessageChannel
{
    /// <summary>A short message to a mobile.</summary>
    Sms,

    /// <summary>An e-mail.</summary>
    Mail,

    /// <summary>A template message of the chain's WeChat official account, to who follows it.</summary>
    WeChat,
}

/// <summary>Letters that go out together.</summary>
/// <param name="RequestId">Our own number of the order, at most 64 letters and digits: what the provider is asked by.</param>
/// <param name="SignName">Who writes; the provider knows it.</param>
/// <param name="ProviderCode">The provider's number for the words; empty where it needs none.</param>
/// <param name="Subject">Of an e-mail.</param>
/// <param name="Letters">At least one, at most <see cref="IMessageGateway.LargestOrder"/>.</param>
public sealed record GatewayOrder(
    string RequestId, string SignName, string ProviderCode, string Subject, IReadOnlyList<GatewayLetter> Letters)
{
    /// <summary>The page that a touch of the message opens; empty: none.</summary>
    public string Link { get; init; } = "";
}

/// <param name="Address">
/// A mobile as it is stored (eleven digits, or + and country code), an e-mail address, or what WeChat calls somebody's openid.
/// </param>
/// <param name="Values">What stands for the variables of the words.</param>
/// <param name="Text">As it will be read, without the signature.</param>
public sealed record GatewayLetter(string Address, IReadOnlyDictionary<string, string> Values, string Text)
{
    /// <summary>
    /// Our own number of the message, at most 64 letters and digits: the same however often it is handed over, for a provider
    /// that leaves out what it has had.
    /// </summary>
    public string Key { get; init; } = "";

    /// <summary>
    /// Of a commercial e-mail: the address that its reader opens, or his mail program posts to (RFC 8058), to get no more. Empty:
    /// none.
    /// </summary>
    public string WayOut { get; init; } = "";
}

/// <summary>What came of handing an order over: the same for all of its letters.</summary>
/// <param name="Reference">The provider's number for it.</param>
/// <param name="Reason">Why not; null where it was taken.</param>
/// <param name="ProviderReason">The provider's own word for it.</param>
public sealed record GatewayAnswer(
    GatewayOutcome Outcome, string? Reference = null, MessageReason? Reason = null, string? ProviderReason = null);

public enum GatewayOutcome
{
    /// <summary>Taken: the provider sends it on.</summary>
    Accepted,

    /// <summary>Not taken, and never will be as it is.</summary>
    Refused,

    /// <summary>Certainly not taken, for now: to be tried again later.</summary>
    Busy,

    /// <summary>Nobody knows whether it was taken: the connection broke, or no answer came in time.</summary>
    Unknown,
}

/// <param name="RequestId">Of the order.</param>
/// <param name="Address">Of the letter.</param>
/// <param name="SentAt">UTC.</param>
/// <param name="Reference">The provider's number, where it is known.</param>
public sealed record GatewayQuestion(string RequestId, string Address, DateTime SentAt, string? Reference);

/// <param name="Delivered">True once it arrived, false once it is known that it will not, null until then.</param>
/// <param name="At">When that became known, UTC.</param>
/// <param name="Reason">Why it did not arrive.</param>
/// <param name="ProviderReason">The provider's own word for it.</param>
public sealed record GatewayRecord(
    bool? Delivered, DateTime? At = null, MessageReason? Reason = null, string? ProviderReason = null);

/// <summary>A gateway cannot be asked now.</summary>
public sealed class GatewayUnreachableException : Exception
{
    public GatewayUnreachableException()
    {
    }

    public GatewayUnreachableException(string message)
        : base(message)
    {
    }

    public GatewayUnreachableException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
