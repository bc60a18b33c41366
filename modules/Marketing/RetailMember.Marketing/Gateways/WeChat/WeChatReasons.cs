namespace RetailMember.Marketing.Gateways.WeChat;

/// <summary>WeChat's numbers in our words.</summary>
internal static class WeChatReasons
{
    public const int Busy = -1;

    /// <summary>The token is not, or not any more, the one that counts.</summary>
    private static readonly int[] StaleToken = [40001, 40014, 42001];

    private static readonly Dictionary<int, (GatewayOutcome Outcome, MessageReason Reason)> Known = new()
    {
        [Busy] = (GatewayOutcome.Busy, MessageReason.ProviderBusy),
        [45011] = (GatewayOutcome.Busy, MessageReason.ProviderBusy),
        [45009] = (GatewayOutcome.Busy, MessageReason.ProviderQuota),
        [43117] = (GatewayOutcome.Busy, MessageReason.ProviderLimit),
        [40241] = (GatewayOutcome.Busy, MessageReason.ProviderLimit),
        [40001] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        [40002] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        [40013] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        [40014] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        [40125] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        [40164] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        [41001] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        [42001] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        [48001] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        [50002] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        [40003] = (GatewayOutcome.Refused, MessageReason.NumberIllegal),
        [43004] = (GatewayOutcome.Refused, MessageReason.NotFollowing),
        [43019] = (GatewayOutcome.Refused, MessageReason.NumberBlocked),
        [43101] = (GatewayOutcome.Refused, MessageReason.NumberBlocked),
        [40037] = (GatewayOutcome.Refused, MessageReason.TemplateIllegal),
        [43116] = (GatewayOutcome.Refused, MessageReason.TemplateIllegal),
        [40033] = (GatewayOutcome.Refused, MessageReason.ValueIllegal),
        [44002] = (GatewayOutcome.Refused, MessageReason.ValueIllegal),
        [45002] = (GatewayOutcome.Refused, MessageReason.ValueIllegal),
        [47001] = (GatewayOutcome.Refused, MessageReason.ValueIllegal),
        [47003] = (GatewayOutcome.Refused, MessageReason.ValueIllegal),
        [87014] = (GatewayOutcome.Refused, MessageReason.ContentIllegal),
    };

    public static bool SaysStaleToken(WeChatReply reply) =>
        reply.Kind == WeChatReplyKind.Answered && StaleToken.Contains(reply.Code);

    /// <summary>What an answer to a message means.</summary>
    public static GatewayAnswer Of(WeChatReply reply) => reply switch
    {
        { Kind: WeChatReplyKind.Lost } => new GatewayAnswer(GatewayOutcome.Unknown),
        { Kind: WeChatReplyKind.NeverArrived } => new GatewayAnswer(GatewayOutcome.Busy, Reason: MessageReason.ProviderBusy),
        { Code: 0 } => new GatewayAnswer(GatewayOutcome.Accepted, reply.Text("msgid")),
        _ when Known.TryGetValue(reply.Code, out var known) =>
            new GatewayAnswer(known.Outcome, Reason: known.Reason, ProviderReason: reply.Word),
        _ => new GatewayAnswer(GatewayOutcome.Refused, Reason: MessageReason.ProviderFault, ProviderReason: reply.Word),
    };

    /// <summary>What it means that there is no token: the message itself was not even begun.</summary>
    public static GatewayAnswer OfToken(WeChatReply reply) => new(
        GatewayOutcome.Busy,
        Reason: reply switch
        {
            { Kind: not WeChatReplyKind.Answered } or { Code: 0 } => MessageReason.ProviderBusy,
            _ when Known.TryGetValue(reply.Code, out var known) && known.Outcome == GatewayOutcome.Busy => known.Reason,
            _ => MessageReason.NotAuthorised,
        },
        ProviderReason: reply.Word);

    /// <summary>Whether a message arrived, by the status of its receipt; and why not.</summary>
    public static GatewayRecord OfReceipt(string status, DateTime? at) => status.Replace(" ", "", StringComparison.Ordinal) switch
    {
        "success" => new GatewayRecord(true, at),
        "failed:userblock" => new GatewayRecord(false, at, MessageReason.NumberBlocked, status),
        _ => new GatewayRecord(false, at, MessageReason.ProviderFault, status),
    };
}
