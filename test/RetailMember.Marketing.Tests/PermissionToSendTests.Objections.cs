using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Tests.Segments;
using static RetailMember.Marketing.Tests.Studio;

namespace RetailMember.Marketing.Tests;

public abstract partial class PermissionToSendTests
{
    [Fact, Trait("Req", "SMS-13")]
    public async Task Who_objects_to_conclusions_after_some_have_chosen_him_gets_nothing_of_a_campaign_or_a_journey()
    {
        var studio = await OpenAsync(host);
        var (stays, objects) = (await studio.MemberAsync(), await studio.MemberAsync());
        foreach (var member in (Reader[])[stays, objects]) await BuysAsync(member);
        var spends = Conditions.All(Conditions.Of("membership.spend", ("days", "30"), ("atLeast", "100")));
        var campaign = await studio.PlannedAsync(spends);
        var later = await studio.MemberAsync();
        await BuysAsync(later);
        host.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        var journey = await studio.JourneyAsync(spends);
        await host.TellAsync(studio, later, objects);
        var plain = await studio.QueueAsync([objects]);

        await studio.AgreeAsync(objects.MemberNo, granted: false, purpose: "profiling");
        await studio.HandOverAsync();

        var told = await studio.LookAsync(db => db.Messages.AsNoTracking()
            .Where(m => m.Purpose == "journey:" + journey).ToDictionaryAsync(m => m.MemberId!.Value));
        foreach (var message in (Data.Message[])[await studio.MessageAsync(campaign, objects), told[objects.Id]])
            (message.State, message.Reason).ShouldBe((MessageState.Skipped, MessageReason.Objects));
        foreach (var message in (Data.Message[])
                 [await studio.MessageAsync(campaign, stays), told[later.Id], await studio.MessageAsync(plain, objects)])
            message.State.ShouldBe(MessageState.Accepted);

        Task BuysAsync(Reader member) => studio.PostAsync(
            "membership/purchases", new { receiptNo = Key(), storeCode = "s1", member = member.MemberNo, amount = 200 });
    }
}
