using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Rules;
using RetailMember.Campaigns.Tests.Referrals;
using RetailMember.Campaigns.Tests.Shop;
using RetailMember.Values;
using static RetailMember.Campaigns.Tests.Shop.Given;

namespace RetailMember.Campaigns.Tests.Reversal;

public sealed class LeastPaidTestsOnSqlite(SqliteShop shop) : LeastPaidTests(shop), IClassFixture<SqliteShop>;

public sealed class LeastPaidTestsOnPostgres(PostgresShop shop) : LeastPaidTests(shop), IClassFixture<PostgresShop>;

/// <summary>The least that money must pay is asked again with what refunds leave.</summary>
public abstract class LeastPaidTests(Shop.Shop shop)
{
    [Theory, Trait("Req", "CORE-13"), Trait("Req", "CORE-46")]
    [InlineData(499_99)]
    [InlineData(1)]
    public async Task Who_pays_500_for_a_voucher_and_gets_some_back_keeps_no_voucher(int fen)
    {
        var terms = At500(new Prize { Points = 10, Vouchers = [await shop.FiveYuanAsync()] });
        await shop.WithAsync(terms, async campaign =>
        {
            var member = await shop.MemberAsync();
            var receipt = await shop.BuysAsync(member, 500m);
            (await shop.VouchersAsync(member)).ShouldHaveSingleItem();
            // By what was recorded: the campaign that asks for less by now changes nothing.
            await shop.Do(new EditCampaign.Input(campaign, terms with { MinimumPaid = null, Examples = [] }));

            var refund = await shop.RefundsAsync(receipt, fen / 100m);

            refund.Lines().ShouldBe([("campaign-award", campaign, member.MemberNo, 10L, 1)]);
            (await shop.VouchersAsync(member)).ShouldBeEmpty();
            (await shop.AwardsAsync(member)).Single().State.ShouldBe(AwardState.Revoked);
            var view = await shop.ViewAsync(campaign);
            (view.SpentPoints, view.SpentAwards).ShouldBe((0, 0));
        });
    }

    [Fact, Trait("Req", "CORE-46")]
    public Task Who_paid_more_keeps_the_voucher_as_long_as_enough_is_left() =>
        shop.WithAsync(At500(new Prize { Points = 10 }), async campaign =>
    {
        var member = await shop.MemberAsync();
        var receipt = await shop.BuysAsync(member, 1_000m);

        (await shop.RefundsAsync(receipt, 500m)).Lines().ShouldBe([("campaign-award", campaign, member.MemberNo, 5L, 0)]);
        (await shop.RefundsAsync(receipt, 0.01m)).Lines().ShouldBe([("campaign-award", campaign, member.MemberNo, 5L, 0)]);
    });

    [Fact, Trait("Req", "CORE-31"), Trait("Req", "CORE-46")]
    public Task A_sprint_counts_receipts_of_at_least_so_much_and_no_more_once_less_is_left() =>
        shop.WithAsync(Three(), async campaign =>
    {
        var member = await shop.MemberAsync();
        await shop.BuysAsync(member, 99.99m);
        var receipt = await shop.BuysAsync(member, 150m);
        await shop.BuysAsync(member, 100m);
        (await shop.AwardsAsync(member)).ShouldBeEmpty();
        await shop.BuysAsync(member, 100m);
        (await shop.AwardsAsync(member)).ShouldHaveSingleItem().Points.ShouldBe(100);

        (await shop.RefundsAsync(receipt, 50m)).Lines().ShouldBeEmpty();
        (await shop.RefundsAsync(receipt, 0.01m)).Lines().ShouldBe([("sprint", campaign, member.MemberNo, 100L, 0)]);
    });

    [Fact, Trait("Req", "CORE-04"), Trait("Req", "CORE-46")]
    public Task A_referral_waits_for_a_first_purchase_of_at_least_so_much_and_again_once_less_is_left() =>
        shop.WithAsync(ReferralShop.FixedAndRatio() with { MinimumPaid = Money.FromYuan(100m) }, async _ =>
    {
        var a = await shop.MemberAsync();
        var b = await shop.BringAsync(await shop.CodeAsync(a));
        await shop.BuysAsync(b, 99.99m);
        (await shop.ReferralAsync(b)).State.ShouldBe(ReferralState.Waiting);
        var receipt = await shop.BuysAsync(b, 200m);
        (await shop.PointsAsync(a)).ShouldBe(60);

        (await shop.RefundsAsync(receipt, 100m)).Lines().Select(l => (l.Kind, l.MemberNo, l.Points)).ShouldBe(
            [("referral-award", a.MemberNo, 5L)]);
        (await shop.RefundsAsync(receipt, 0.01m)).Lines().Select(l => (l.Kind, l.MemberNo, l.Points)).ShouldBe(
            [("referral-award", a.MemberNo, 55L), ("referral-award", b.MemberNo, 50L)]);

        (await shop.StandsAsync(b)).ShouldBe((ReferralState.Waiting, "refunded"));
        (await shop.PointsAsync(a)).ShouldBe(0);
    });

    [Fact]
    public async Task Kinds_that_look_at_no_purchase_ask_for_no_money()
    {
        var least = Money.FromYuan(100m);
        var enrolled = ReferralShop.FixedAndRatio() with { Trigger = ReferralTrigger.OnEnrol, Rate = null };

        foreach (var wrong in (CampaignTerms[])[SharePoster(), enrolled, Three() with { MinimumPaid = Money.Zero }])
            (await shop.RefusalOf(new EditCampaign.Input("x", wrong.MinimumPaid is null ? wrong with { MinimumPaid = least } : wrong)))
                .ShouldBe("campaigns.not-for-kind");
    }

    private static CampaignTerms At500(Prize prize) => Terms(CampaignKind.Purchase, prize) with
    {
        MinimumPaid = Money.FromYuan(500m),
        Examples =
        [
            new CampaignExample(
                "500 yuan", new CampaignCase { On = Day("2026-03-02"), Paid = Money.FromYuan(500m) }, new ExampleResult(true, 10)),
        ],
    };

    private static CampaignTerms Three() => Terms(CampaignKind.Sprint, new Prize { Points = 100 }) with
    {
        Purchases = 3,
        Span = SprintSpan.CalendarMonth,
        MinimumPaid = Money.FromYuan(100m),
        Examples =
        [
            new CampaignExample(
                "three", new CampaignCase { On = Day("2026-03-02"), BoughtOn = [.. Enumerable.Repeat(Day("2026-03-02"), 3)] },
                new ExampleResult(true, 100)),
        ],
    };
}
