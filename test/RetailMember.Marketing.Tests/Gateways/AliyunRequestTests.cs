using System.Text.Json;
using RetailMember.Marketing.Gateways.Aliyun;

namespace RetailMember.Marketing.Tests.Gateways;

/// <summary>What we say to the provider is what its own client says, sign by sign.</summary>
[Trait("Req", "SMS-04")]
public sealed class AliyunRequestTests
{
    public static TheoryData<string> Captures => [.. Capture.Names];

    [Theory]
    [MemberData(nameof(Captures))]
    public async Task A_call_is_signed_as_the_providers_own_client_signs_it(string name)
    {
        var capture = Capture.Read(name);
        var credentials = capture.Json.GetProperty("credentials");
        var key = new AliyunKey(
            credentials.GetProperty("accessKeyId").GetString()!, credentials.GetProperty("accessKeySecret").GetString()!);

        using var sent = new AliyunRequest(capture.Action) { Query = capture.Query, Form = capture.Form }
            .Signed(capture.Endpoint, key, capture.At, capture.Nonce);

        sent.Headers.GetValues("Authorization").Single().ShouldBe(capture.Signing.GetProperty("authorization").GetString());
        var target = new Uri(capture.Endpoint, capture.Request.GetProperty("target").GetString());
        Capture.Decoded(sent.RequestUri!.Query).ShouldBe(Capture.Decoded(target.Query), ignoreOrder: true);
        Capture.Decoded(await sent.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .ShouldBe(Capture.Decoded(capture.Request.GetProperty("body").GetString()!), ignoreOrder: true);
        foreach (var header in (string[])["x-acs-action", "x-acs-version", "x-acs-date", "x-acs-content-sha256", "x-acs-signature-nonce"])
            sent.Headers.GetValues(header).Single().ShouldBe(capture.Header(header));
    }

    [Theory]
    [MemberData(nameof(Captures))]
    public void What_is_signed_is_the_same_text(string name)
    {
        var capture = Capture.Read(name);
        var headers = capture.Request.GetProperty("headers").EnumerateArray()
            .ToDictionary(h => h[0].GetString()!, h => h[1].GetString()!);

        AliyunSignature.Canonical(capture.Query, headers, headers["x-acs-content-sha256"])
            .ShouldBe(capture.Signing.GetProperty("canonicalRequest").GetString());
    }

    [Fact]
    public void Two_letters_go_as_lists_of_equal_length_in_a_form()
    {
        var capture = Capture.Read("SendBatchSms-two");

        var request = AliyunGateway.Many(new GatewayOrder("r1", "测试签名", "SMS_000000001", "", [
            new GatewayLetter("13800000000", new Dictionary<string, string> { ["code"] = "123456" }, ""),
            new GatewayLetter("13900000001", new Dictionary<string, string> { ["code"] = "654321" }, "")]));

        request.Action.ShouldBe(capture.Action);
        request.Form.ShouldBe(capture.Form!, ignoreOrder: true);
        request.Query.ShouldBe(
            new Dictionary<string, string> { ["TemplateCode"] = "SMS_000000001", ["OutId"] = "r1" }, ignoreOrder: true);
    }

    [Fact]
    public void One_letter_goes_in_the_query_and_a_foreign_number_without_its_plus()
    {
        var request = AliyunGateway.One(new GatewayOrder("r2", "测试签名", "SMS_1", "", [
            new GatewayLetter("+85261234567", new Dictionary<string, string>(), "")]));

        request.Query.ShouldBe(
            new Dictionary<string, string>
            {
                ["PhoneNumbers"] = "85261234567", ["SignName"] = "测试签名", ["TemplateCode"] = "SMS_1", ["OutId"] = "r2",
            },
            ignoreOrder: true);
    }

    [Theory]
    [InlineData(200, "OK", GatewayOutcome.Accepted, null)]
    [InlineData(200, "isv.BUSINESS_LIMIT_CONTROL", GatewayOutcome.Busy, MessageReason.ProviderLimit)]
    [InlineData(200, "isv.DAY_LIMIT_CONTROL", GatewayOutcome.Busy, MessageReason.ProviderQuota)]
    [InlineData(200, "isp.RAM_PERMISSION_DENY", GatewayOutcome.Busy, MessageReason.NotAuthorised)]
    [InlineData(200, "isv.PRODUCT_UN_SUBSCRIPT", GatewayOutcome.Busy, MessageReason.NotAuthorised)]
    [InlineData(403, "Forbidden.RAM", GatewayOutcome.Busy, MessageReason.NotAuthorised)]
    [InlineData(400, "InvalidTimeStamp.Expired", GatewayOutcome.Busy, MessageReason.NotAuthorised)]
    [InlineData(200, "isv.MOBILE_NUMBER_ILLEGAL", GatewayOutcome.Refused, MessageReason.NumberIllegal)]
    [InlineData(200, "isv.AMOUNT_NOT_ENOUGH", GatewayOutcome.Busy, MessageReason.AccountEmpty)]
    [InlineData(503, "ServiceUnavailable", GatewayOutcome.Busy, MessageReason.ProviderBusy)]
    [InlineData(400, "Throttling.User", GatewayOutcome.Busy, MessageReason.ProviderBusy)]
    [InlineData(404, "InvalidAction.NotFound", GatewayOutcome.Refused, MessageReason.ProviderFault)]
    [InlineData(500, "InternalError", GatewayOutcome.Unknown, MessageReason.ProviderFault)]
    [InlineData(502, "", GatewayOutcome.Unknown, MessageReason.ProviderFault)]
    [InlineData(200, "", GatewayOutcome.Unknown, MessageReason.ProviderFault)]
    [InlineData(404, "", GatewayOutcome.Unknown, MessageReason.ProviderFault)]
    public void The_providers_words_have_a_meaning_of_ours(int status, string code, object outcome, object? reason)
    {
        var answer = AliyunReasons.Of(AliyunReply.Read(status, JsonSerializer.Serialize(new { Code = code, BizId = "9^0" })));

        answer.Outcome.ShouldBe((GatewayOutcome)outcome);
        answer.Reason.ShouldBe((MessageReason?)reason);
    }
}
