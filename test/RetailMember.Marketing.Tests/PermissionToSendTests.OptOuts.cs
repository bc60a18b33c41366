using System.Net;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Templates;
using RetailMember.People;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

/// <summary>Who may note that somebody wants no more, and what counts of what was sent and approved at once.</summary>
public abstract partial class PermissionToSendTests
{
    [Theory, Trait("Req", "SMS-13")]
    [InlineData(DefaultRole.Cashier)]
    [InlineData(DefaultRole.ShopGuide)]
    [InlineData(DefaultRole.StoreManager)]
    public async Task Who_stands_in_a_store_notes_it_from_the_members_file_and_sees_no_messages(string role)
    {
        var studio = await OpenAsync(host);
        var member = await studio.MemberAsync();
        var browser = await host.Host.Staff.BrowserAsync(role, studio.Brand, "s1");
        var (file, messages) = (
            $"/brands/{studio.Brand.Code}/membership/members/{member.MemberNo}",
            $"/brands/{studio.Brand.Code}/marketing/members/{member.MemberNo}");
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));

        var shown = await browser.OpenAsync(file);
        shown.ShouldContain(messages + "/opt-out");
        shown.ShouldNotContain(messages + "\"");
        (await browser.GetAsync(messages)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.OpenAsync(messages + "/opt-out")).ShouldNotContain("Opted out of commercial messages in a store");
        (await browser.SubmitAsync(messages + "/opt-out", ("storeCode", "s1"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        (await browser.OpenAsync(messages + "/opt-out")).ShouldContain("Opted out of commercial messages in a store");
        var batch = await studio.QueueAsync([member]);
        await studio.HandOverAsync();
        (await studio.MessageAsync(batch, member)).Reason.ShouldBe(MessageReason.OptedOut);
    }

    [Fact, Trait("Req", "SMS-14")]
    public async Task A_message_that_the_provider_took_counts_although_it_did_not_arrive()
    {
        var studio = await OpenAsync(host);
        var (member, other) = (await studio.MemberAsync(), await studio.MemberAsync());
        var batch = await studio.QueueAsync([member]);
        var never = await studio.QueueAsync([other]);
        host.Gateway.Refuses = order => order.Letters[0].Address == other.Mobile
            ? new GatewayAnswer(GatewayOutcome.Refused, Reason: MessageReason.ValueIllegal) : null;
        await studio.HandOverAsync();
        host.Gateway.Refuses = _ => null;
        await host.PushAsync("receipts",
        [
            new
            {
                out_id = (await studio.MessageAsync(batch, member)).RequestId, phone_number = member.Mobile, success = false,
                err_code = "MOBILE_NOT_ON_SERVICE",
            },
        ]);
        (await studio.MessageAsync(batch, member)).State.ShouldBe(MessageState.Failed);
        (await studio.MessageAsync(never, other)).State.ShouldBe(MessageState.Failed);

        var next = await studio.QueueAsync([member, other]);
        await studio.HandOverAsync();

        (await studio.MessageAsync(next, member)).Reason.ShouldBe(MessageReason.FrequencyCap);
        (await studio.MessageAsync(next, other)).State.ShouldBe(MessageState.Accepted);
    }

    [Fact, Trait("Req", "SMS-17")]
    public async Task Of_two_templates_of_one_purpose_that_are_approved_at_once_one_is()
    {
        var studio = await OpenAsync(host);
        for (var round = 0; round < 5; round++)
        {
            var approvals = new List<ApproveTemplate.Input>();
            for (var i = 0; i < 4; i++)
            {
                var code = $"p{round}-{i}";
                var draft = await studio.RunAsync(new EditTemplate.Input(code, Terms() with { Purpose = $"trial.p{round}" }));
                approvals.Add(new ApproveTemplate.Input(code, 1, draft.WordingMark!));
            }

            var refusals = await Task.WhenAll(approvals.Select(a => studio.RefusalAsync(a, second: true)));

            refusals.Count(r => r is null).ShouldBe(1);
            refusals.Count(r => r == "marketing.purpose-taken").ShouldBe(3);
        }
    }
}
