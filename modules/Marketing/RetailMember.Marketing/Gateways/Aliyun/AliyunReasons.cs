namespace RetailMember.Marketing.Gateways.Aliyun;

/// <summary>The provider's words in ours.</summary>
internal static class AliyunReasons
{
    public const string Ok = "OK";

    private static readonly Dictionary<string, (GatewayOutcome Outcome, MessageReason Reason)> Known = new()
    {
        ["isv.BUSINESS_LIMIT_CONTROL"] = (GatewayOutcome.Busy, MessageReason.ProviderLimit),
        // The account's own limits, whoever is written to.
        ["isv.DAY_LIMIT_CONTROL"] = (GatewayOutcome.Busy, MessageReason.ProviderQuota),
        ["isv.MONTH_LIMIT_CONTROL"] = (GatewayOutcome.Busy, MessageReason.ProviderQuota),
        ["ServiceUnavailable"] = (GatewayOutcome.Busy, MessageReason.ProviderBusy),
        ["isv.AMOUNT_NOT_ENOUGH"] = (GatewayOutcome.Busy, MessageReason.AccountEmpty),
        ["isv.OUT_OF_SERVICE"] = (GatewayOutcome.Busy, MessageReason.AccountEmpty),
        ["isv.RAM_PERMISSION_DENY"] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        ["isp.RAM_PERMISSION_DENY"] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        ["isv.RAM_CHECK_FAILED"] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        ["isv.ACCOUNT_NOT_EXISTS"] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        ["isv.ACCOUNT_ABNORMAL"] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        ["isv.PRODUCT_UN_SUBSCRIPT"] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        ["isv.PRODUCT_UNSUBSCRIBE"] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        ["isv.DENY_IP_RANGE"] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        ["SignatureDoesNotMatch"] = (GatewayOutcome.Busy, MessageReason.NotAuthorised),
        ["isv.MOBILE_NUMBER_ILLEGAL"] = (GatewayOutcome.Refused, MessageReason.NumberIllegal),
        ["isv.SMS_SIGNATURE_ILLEGAL"] = (GatewayOutcome.Refused, MessageReason.SignatureIllegal),
        ["isv.SMS_SIGN_ILLEGAL"] = (GatewayOutcome.Refused, MessageReason.SignatureIllegal),
        ["isv.SMS_TEMPLATE_ILLEGAL"] = (GatewayOutcome.Refused, MessageReason.TemplateIllegal),
        ["isv.TEMPLATE_MISSING_PARAMETERS"] = (GatewayOutcome.Refused, MessageReason.ValueIllegal),
        ["isv.TEMPLATE_PARAMS_ILLEGAL"] = (GatewayOutcome.Refused, MessageReason.ValueIllegal),
        ["isv.INVALID_PARAMETERS"] = (GatewayOutcome.Refused, MessageReason.ValueIllegal),
        ["isv.INVALID_JSON_PARAM"] = (GatewayOutcome.Refused, MessageReason.ValueIllegal),
        ["isv.PARAM_LENGTH_LIMIT"] = (GatewayOutcome.Refused, MessageReason.ValueIllegal),
        ["isv.PARAM_NOT_SUPPORT_URL"] = (GatewayOutcome.Refused, MessageReason.ValueIllegal),
        ["isv.BLACK_KEY_CONTROL_LIMIT"] = (GatewayOutcome.Refused, MessageReason.ContentIllegal),
        ["isv.SMS_CONTENT_ILLEGAL"] = (GatewayOutcome.Refused, MessageReason.ContentIllegal),
    };

    /// <summary>What an answer means. One that nobody can read may have been a success, whatever its status.</summary>
    public static GatewayAnswer Of(AliyunReply reply)
    {
        if (reply is { Status: 200, Code: Ok }) return new GatewayAnswer(GatewayOutcome.Accepted, reply.BizId);
        var (outcome, reason) = Known.TryGetValue(reply.Code, out var known) ? known
            : IsThrottled(reply.Code) ? (GatewayOutcome.Busy, MessageReason.ProviderBusy)
            : IsAboutUs(reply) ? (GatewayOutcome.Busy, MessageReason.NotAuthorised)
            : reply.Status >= 500 || reply.Code.Length == 0 || reply.Code.StartsWith("isp.", StringComparison.Ordinal)
                ? (GatewayOutcome.Unknown, MessageReason.ProviderFault)
            : (GatewayOutcome.Refused, MessageReason.ProviderFault);
        return new GatewayAnswer(outcome, Reason: reason, ProviderReason: reply.Code);
    }

    /// <summary>The call itself came too often; the letter is nobody's yet.</summary>
    public static bool IsThrottled(string code) =>
        code.StartsWith("Throttling", StringComparison.Ordinal) || code == "ServiceUnavailable";

    /// <summary>
    /// Refused before anybody read the message: key, signature, right or clock. None of the letters can be at fault, and all of
    /// them can go once somebody has mended it.
    /// </summary>
    private static bool IsAboutUs(AliyunReply reply) => reply.Status is 401 or 403
        || reply.Code.StartsWith("InvalidAccessKey", StringComparison.Ordinal)
        || reply.Code.StartsWith("Forbidden", StringComparison.Ordinal)
        || reply.Code.StartsWith("InvalidTimeStamp", StringComparison.Ordinal)
        || reply.Code.StartsWith("InvalidSecurityToken", StringComparison.Ordinal);

    /// <summary>Why a message that was taken did not arrive.</summary>
    public static MessageReason OfReceipt(string code) => code switch
    {
        _ when code.Contains("BLACK", StringComparison.OrdinalIgnoreCase) => MessageReason.NumberBlocked,
        _ when code.Contains("LIMIT", StringComparison.OrdinalIgnoreCase) => MessageReason.ProviderLimit,
        _ when code.Contains("SERVICE", StringComparison.OrdinalIgnoreCase)
            || code.Contains("UNDELIV", StringComparison.OrdinalIgnoreCase)
            || code.Contains("EXPIRED", StringComparison.OrdinalIgnoreCase) => MessageReason.NumberUnreachable,
        _ when code.Contains("SIGN", StringComparison.OrdinalIgnoreCase) => MessageReason.SignatureIllegal,
        _ => MessageReason.ProviderFault,
    };
}
