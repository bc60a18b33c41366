using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Referrals;
using RetailMember.Campaigns.Tests.Purchases;
using RetailMember.Campaigns.Tests.Referrals;
using RetailMember.Campaigns.Tests.Reversal;
using RetailMember.Campaigns.Tests.Shop;
using RetailMember.Membership;
using RetailMember.Membership.Members.Merging;
using static RetailMember.Campaigns.Tests.Shop.Given;

namespace RetailMember.Campaigns.Tests.Merging;

public sealed class SelfReferralTestsOnSqlite(SqliteShop shop) : SelfReferralTests(shop), IClassFixture<SqliteShop>;

public sealed class SelfReferralTestsOnPostgres(PostgresShop shop) : SelfReferralTests(shop), IClassFixture<PostgresShop>;

/// <summary>Merges that show who referred whom, and campaigns that hear of things only after a merge.</summary>
[Trait("Req", "CORE-49")]
public abstract class SelfReferralTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-04")]
    public Task Who_turns_out_to_have_brought_himself_gives_both_prizes_back() =>
        shop.WithAsync(ReferralShop.FixedAndRatio(), async _ =>
    {
        var a = await shop.MemberAsync();
        var b = await shop.BringAsync(await shop.CodeAsync(a));
        await shop.BuysAsync(b, 200m);
        ((await shop.PointsAsync(a)), (await shop.PointsAsync(b))).ShouldBe((60, 250));

        var merge = await MergeAsync(a, b);
        await shop.DeliverAsync();

        (await shop.PointsAsync(a)).ShouldBe(200);
        (await shop.AwardsAsync(a)).ShouldAllBe(w => w.State == AwardState.Revoked);
        (await shop.StandsAsync(b)).ShouldBe((ReferralState.Refused, "merged"));

        await shop.Do(new UnmergeMembers.Input(merge, "two after all"));
        await shop.DeliverAsync();
        (await shop.StandsAsync(b)).ShouldBe((ReferralState.Held, "merged"));
        await shop.Do(new DecideReferral.Input((await shop.ReferralAsync(b)).Referral, Accept: true));
        (await shop.StandsAsync(b)).State.ShouldBe(ReferralState.Succeeded);
        ((await shop.PointsAsync(a)), (await shop.PointsAsync(b))).ShouldBe((60, 250));
    });

    [Fact, Trait("Req", "CORE-04")]
    public Task Who_turns_out_to_have_been_a_member_before_is_no_new_friend() =>
        shop.WithAsync(ReferralShop.FixedAndRatio(), async _ =>
    {
        shop.Clock.Set("2026-02-01");
        var old = await shop.MemberAsync();
        shop.Clock.Set("2026-03-02");
        var a = await shop.MemberAsync();
        var (paid, waits) = (await shop.BringAsync(await shop.CodeAsync(a)), await shop.BringAsync(await shop.CodeAsync(a)));
        await shop.BuysAsync(paid, 200m);
        (await shop.PointsAsync(a)).ShouldBe(60);

        var first = await MergeAsync(old, paid);
        await MergeAsync(old, waits);
        await shop.DeliverAsync();
        await shop.BuysAsync(old, 400m);

        ((await shop.PointsAsync(a)), (await shop.PointsAsync(old))).ShouldBe((0, 600));
        (await shop.Do(new FindReferrals.Input { Member = a.MemberNo })).Items.ShouldAllBe(
            r => r.State == ReferralState.Refused && r.Why == "merged-not-new");

        await shop.Do(new UnmergeMembers.Input(first, "two after all"));
        await shop.DeliverAsync();
        (await shop.StandsAsync(paid)).ShouldBe((ReferralState.Held, "merged-not-new"));
    });

    [Fact, Trait("Req", "CORE-31")]
    public Task A_purchase_that_is_heard_of_after_a_merge_is_rewarded_to_who_stays() =>
        shop.WithAsync(OneReversalTests.TwentyMore(), async _ =>
    {
        var (stays, goes) = (await shop.MemberAsync(), await shop.MemberAsync());
        await shop.Do(Buy(goes, 100m));
        await MergeAsync(stays, goes);

        await shop.DeliverAsync();

        (await shop.AwardsAsync(stays)).ShouldHaveSingleItem().Points.ShouldBe(20);
        (await shop.PointsAsync(stays)).ShouldBe(120);
    });

    private async Task<Guid> MergeAsync(MemberSummary stays, MemberSummary goes) => (await shop.Do(new MergeMembers.Input
    {
        Key = Key(), Survivor = stays.MemberNo, Duplicate = goes.MemberNo, Reason = "one person",
    })).Merge;
}
