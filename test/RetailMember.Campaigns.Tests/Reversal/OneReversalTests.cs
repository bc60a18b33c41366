using Microsoft.Extensions.DependencyInjection;
using RetailMember.Campaigns.Rules;
using RetailMember.Campaigns.Tests.Purchases;
using RetailMember.Campaigns.Tests.Referrals;
using RetailMember.Campaigns.Tests.Shop;
using RetailMember.Membership;
using RetailMember.Membership.Members.Merging;
using RetailMember.Membership.Purchases;
using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Texts;
using static RetailMember.Campaigns.Tests.Shop.Given;

namespace RetailMember.Campaigns.Tests.Reversal;

public sealed class OneReversalTestsOnSqlite(SqliteShop shop) : OneReversalTests(shop), IClassFixture<SqliteShop>;

public sealed class OneReversalTestsOnPostgres(PostgresShop shop) : OneReversalTests(shop), IClassFixture<PostgresShop>;

/// <summary>One refund unwinds points, awards of campaigns and referrals, and gifts together, and says so.</summary>
public abstract class OneReversalTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-46"), Trait("Req", "CORE-13")]
    public async Task A_refund_takes_back_everything_that_the_purchase_brought_and_says_what()
    {
        var voucher = await shop.FiveYuanAsync();
        var rule = "g" + Key();
        await shop.Do(new EditGiftRule.Input(rule, new GiftTerms
        {
            Name = new LocalName("满额", "Step"),
            Reason = GiftReason.FirstPurchase,
            Vouchers = [voucher],
            From = Day("2026-01-01"),
        }));
        await shop.Do(new ActivateGiftRule.Input(rule));
        await shop.WithAsync(TwentyMore(), extra => shop.WithAsync(ReferralShop.FixedAndRatio(), async referral =>
        {
            var a = await shop.MemberAsync();
            var b = await shop.BringAsync(await shop.CodeAsync(a));
            var receipt = Buy(b, 200m);
            await shop.Do(receipt);
            var told = shop.Outbox.Told.OfType<PurchaseRecorded>().Last();
            await shop.DeliverAsync();
            await shop.InTables(async tables =>
            {
                var clock = tables.GetRequiredService<GiftClock>();
                return await tables.GetRequiredService<GiftJudge>().JudgeAsync(
                    [new GiftCause(b.Id, GiftReason.FirstPurchase, told.BusinessDate)], clock.Now(), default);
            });
            ((await shop.PointsAsync(a)), (await shop.PointsAsync(b)), (await shop.VouchersAsync(b)).Count).ShouldBe((60, 270, 1));

            var refund = await shop.RefundsAsync(receipt.ReceiptNo, 200m);

            refund.Lines().ShouldBe(
                [
                    ("campaign-award", extra, b.MemberNo, 20L, 0), ("referral-award", referral, a.MemberNo, 60L, 0),
                    ("referral-award", referral, b.MemberNo, 50L, 0), ("gift", rule, b.MemberNo, 0L, 1),
                ]);
            ((await shop.PointsAsync(a)), (await shop.PointsAsync(b)), (await shop.VouchersAsync(b)).Count).ShouldBe((0, 0, 0));
            refund.PointsBalance.ShouldBe(0);
            shop.Commands.ShouldContain(
                c => c.UseCase == "membership.refund-purchase" && c.Answer!.Contains(extra, StringComparison.Ordinal)
                    && c.Answer.Contains("referral-award", StringComparison.Ordinal));
            var read = await shop.Do(new ReadPurchase.Input { StoreCode = "s1", ReceiptNo = receipt.ReceiptNo });
            read.Refunds.Single().Undone.ShouldNotBeNull().Count.ShouldBe(4);
        }));
    }

    [Fact, Trait("Req", "CORE-46"), Trait("Req", "CORE-49")]
    public async Task A_refund_after_a_merge_takes_the_award_back_from_who_stays()
    {
        await shop.WithAsync(TwentyMore(), async campaign =>
        {
            var (stays, goes) = (await shop.MemberAsync(), await shop.MemberAsync());
            var (kept, returned) = (await shop.BuysAsync(goes, 100m), await shop.BuysAsync(goes, 100m));
            var before = await shop.PointsAsync(goes);
            var merge = (await shop.Do(new MergeMembers.Input
            {
                Key = Key(), Survivor = stays.MemberNo, Duplicate = goes.MemberNo, Reason = "one person",
            })).Merge;
            (await shop.PointsAsync(stays)).ShouldBe(before);

            var refund = await shop.RefundsAsync(returned, 100m);

            refund.Lines().ShouldBe([("campaign-award", campaign, stays.MemberNo, 20L, 0)]);
            (await shop.PointsAsync(stays)).ShouldBe(120);
            await shop.Do(new UnmergeMembers.Input(merge, "two after all"));
            (await shop.RefundsAsync(kept, 100m)).Lines().ShouldBe([("campaign-award", campaign, goes.MemberNo, 20L, 0)]);
            ((await shop.PointsAsync(stays)), (await shop.PointsAsync(goes))).ShouldBe((0, 0));
        });
    }

    [Fact, Trait("Req", "CORE-04"), Trait("Req", "CORE-49")]
    public async Task A_friend_who_comes_by_the_code_of_a_number_that_was_merged_is_brought_by_who_stays()
    {
        await shop.WithAsync(ReferralShop.FixedAndRatio(), async _ =>
        {
            var (stays, goes) = (await shop.MemberAsync(), await shop.MemberAsync());
            var code = await shop.CodeAsync(goes);
            await shop.Do(new MergeMembers.Input
            {
                Key = Key(), Survivor = stays.MemberNo, Duplicate = goes.MemberNo, Reason = "one person",
            });

            await shop.BuysAsync(await shop.BringAsync(code), 200m);

            (await shop.PointsAsync(stays)).ShouldBe(60);
        });
    }

    [Fact, Trait("Req", "CORE-46"), Trait("Req", "CORE-44")]
    public async Task A_refund_that_is_sent_twenty_times_takes_back_once()
    {
        await shop.WithAsync(TwentyMore(), async campaign =>
        {
            var member = await shop.MemberAsync();
            var receipt = await shop.BuysAsync(member, 100m);
            await shop.BuysAsync(member, 100m);
            var refund = Refund(receipt, 100m);

            var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(refund)));

            outcomes.Count(o => o.Accepted).ShouldBeGreaterThanOrEqualTo(1);
            (await shop.PointsAsync(member)).ShouldBe(120);
            (await shop.ViewAsync(campaign)).SpentPoints.ShouldBe(20);
        });
    }

    internal static CampaignTerms TwentyMore() => Terms(CampaignKind.Purchase, new Prize { Points = 20 }) with
    {
        Examples =
        [
            new CampaignExample(
                "any", new CampaignCase { On = Day("2026-03-02"), Paid = Values.Money.FromYuan(1m) }, new ExampleResult(true, 20)),
        ],
    };
}
