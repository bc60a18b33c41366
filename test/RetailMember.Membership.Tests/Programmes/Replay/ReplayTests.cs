using RetailMember.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Programmes.Replay;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Tests.Points;
using RetailMember.Membership.Tests.Purchases;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Programmes.Replay;

public sealed class ReplayTestsOnSqlite() : ReplayTests(DatabaseKind.Sqlite);

public sealed class ReplayTestsOnPostgres() : ReplayTests(DatabaseKind.Postgres);

/// <summary>What a draft would have come to, worked out by hand.</summary>
[Trait("Req", "CORE-48")]
public abstract class ReplayTests(DatabaseKind kind) : IAsyncLifetime
{
    private readonly ReplayShop shop = new(kind);

    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await shop.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Two_points_for_a_yuan_instead_of_one_cost_as_much_again()
    {
        var (one, other) = (await shop.MemberAsync(), await shop.MemberAsync());
        shop.Clock.Set("2026-03-10");
        await shop.Do(Buy(one, 100, day: "2026-03-01"));
        await shop.Do(Buy(one, 250.50m, day: "2026-03-09"));
        await shop.Do(Buy(other, 80, day: "2026-02-20"));

        var read = await shop.ReplayAsync(await shop.DraftAsync(Double), "2026-03-01", "2026-03-10");

        read.Summary.Headline.ShouldBe(new ReplayHeadline(
            Receipts: 2, Members: 2, Points: 350, ReplayedPoints: 701, ValueChange: new Money(351), DiscountChange: Money.Zero,
            TierMoves: 0, Gainers: 1, Losers: 0));
        read.ByMonth.ShouldHaveSingleItem().Month.ShouldBe(new DateOnly(2026, 3, 1));
        read.ByStore.ShouldHaveSingleItem().StoreCode.ShouldBe("s1");
        read.ByTier.ShouldHaveSingleItem().Sums.ReplayedPoints.ShouldBe(701);
        read.Changes!.Select(c => (c.Least, c.Most, c.Members)).ShouldBe([(0, 0, 1), (101, 1_000, 1)]);
        var row = (await shop.MembersOf(read)).ShouldHaveSingleItem();
        (row.MemberNo, row.Receipts, row.Points, row.ReplayedPoints, row.PointsChange).ShouldBe((one, 2, 350, 701, 351));
        read.Control!.Members.ShouldBe(0);
    }

    [Fact, Trait("Req", "CORE-09")]
    public async Task A_tier_that_is_reached_sooner_is_held_through_the_window()
    {
        var member = await shop.MemberAsync();
        foreach (var day in (string[])["2026-03-01", "2026-03-02", "2026-03-03"]) await BuyAsync(member, 400, day);

        var read = await shop.ReplayAsync(
            await shop.DraftAsync(d => d with { TierSet = WithCoefficient(SilverAt(500_00)(d).TierSet, "silver", 2m) }),
            "2026-03-01", "2026-03-03");

        (read.Sums!.Points, read.Sums.ReplayedPoints).ShouldBe((1_200, 1_600), "the third receipt is judged as silver");
        var move = read.Moves.ShouldHaveSingleItem();
        (move.Tier.Code, move.ReplayedTier.Code).ShouldBe(("silver", "silver"), "1,200 yuan are silver either way");
        (await shop.ReplayAsync(await shop.DraftAsync(SilverAt(5_000_00)), "2026-03-01", "2026-03-03"))
            .Moves!.Select(m => (m.Tier.Code, m.ReplayedTier.Code, m.Members)).ShouldBe([("silver", "ordinary", 1)]);
    }

    [Fact]
    public async Task It_goes_on_from_where_the_member_stood()
    {
        var member = await shop.MemberAsync();
        await BuyAsync(member, 900, "2026-03-01");
        await BuyAsync(member, 150, "2026-03-05");
        await BuyAsync(member, 100, "2026-03-06");

        var draft = await shop.DraftAsync(d => d with { TierSet = WithCoefficient(d.TierSet, "silver", 3m) });
        var read = await shop.ReplayAsync(draft, "2026-03-05", "2026-03-06");

        (read.Sums!.Points, read.Sums.ReplayedPoints).ShouldBe((250, 450), "900 yuan were there before the window");
    }

    [Fact, Trait("Req", "CORE-19")]
    public async Task What_the_till_left_to_the_programme_gets_its_price()
    {
        var member = await shop.MemberAsync();
        var receipt = Buy(member, 0) with
        {
            Amount = null,
            Lines =
            [
                new ReceiptLine { ListAmount = Money.FromYuan(200) },
                new ReceiptLine { ListAmount = Money.FromYuan(100), Amount = Money.FromYuan(60) },
            ],
        };
        (await shop.Do(receipt)).Paid.Yuan.ShouldBe(250, "95 per cent of 200, and 60");

        var read = await shop.ReplayAsync(
            await shop.DraftAsync(d => d with { TierSet = d.TierSet with { Tiers = [.. d.TierSet.Tiers.Select(Half)] } }),
            "2026-03-01", "2026-03-02");

        (read.Sums!.Discount.Yuan, read.Sums.ReplayedDiscount.Yuan).ShouldBe((10, 100));
        (read.Sums.Paid.Yuan, read.Sums.ReplayedPaid.Yuan).ShouldBe((250, 160));
        (read.Sums.Points, read.Sums.ReplayedPoints).ShouldBe((250, 160), "it earns on what would have been paid");
        read.Control!.Receipts.ShouldBe(0);
        (read.Summary.Headline!.Gainers, read.Summary.Headline.Losers).ShouldBe((1, 0), "who has fewer points may gain");
        var gainer = (await shop.MembersOf(read, ReplayEffect.Gains)).ShouldHaveSingleItem();
        (gainer.PointsChange, gainer.ValueChange.Yuan).ShouldBe((-90, 89.10m), "90 yuan off, and 90 points at 100 a yuan less");
        (await shop.MembersOf(read, ReplayEffect.Loses)).ShouldBeEmpty();

        static Tier Half(Tier tier) => tier with { PayRate = 0.5m };
    }

    [Fact, Trait("Req", "CORE-46")]
    public async Task Refunds_are_taken_off_in_proportion()
    {
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 300, receiptNo: "R-1"));
        shop.Clock.Set("2026-03-03");
        await shop.RefundAsync("R-1", 100);

        var read = await shop.ReplayAsync(await shop.DraftAsync(Double), "2026-03-02", "2026-03-03");

        (read.Sums!.Granted, read.Sums.Points).ShouldBe((300, 200));
        (read.Sums.ReplayedGranted, read.Sums.ReplayedPoints).ShouldBe((600, 400));
    }

    [Fact, Trait("Req", "CORE-52")]
    public async Task A_member_who_buys_nothing_loses_his_tier_where_the_draft_reviews_it()
    {
        shop.Clock.Set("2025-12-01");
        await shop.TurnToAsync(QualificationPeriod.CalendarYear);
        shop.Clock.Set("2026-01-05");
        var member = await shop.MemberAsync();
        await BuyAsync(member, 1_500, "2026-03-01");
        shop.Clock.Set("2026-08-01");
        var draft = await shop.DraftAsync(d => d with
        {
            TierSet = d.TierSet with { Period = QualificationPeriod.CalendarQuarter, Downgrade = DowngradePolicy.ToQualifying },
        });

        var read = await shop.ReplayAsync(draft, "2026-01-01", "2026-07-31");

        read.Moves!.Select(m => (m.Tier.Code, m.ReplayedTier.Code, m.Members)).ShouldBe([("silver", "ordinary", 1)]);
        read.Control!.Tiers.ShouldBe(0);
    }

    [Fact, Trait("Req", "CORE-09"), Trait("Req", "CORE-31")]
    public async Task What_campaigns_gave_counts_as_it_did_and_what_they_took_back_does_not()
    {
        await shop.ChangeAsync(SilverByGrowth(1_000), new DateTime(2026, 3, 2, 12, 0, 0));
        var (risen, fallen) = (await shop.MemberAsync(), await shop.MemberAsync());
        shop.Clock.Set("2026-03-04");
        await shop.AwardAsync(risen, growth: 1_500);
        var prize = await shop.AwardAsync(fallen, growth: 0, tier: "silver");
        shop.Clock.Set("2026-03-05");
        await shop.TakeBackAsync(prize);
        foreach (var member in (string[])[risen, fallen]) await BuyAsync(member, 100, "2026-03-06");
        var draft = await shop.DraftAsync(d => SilverByGrowth(1_000)(d) is var by
            ? by with { TierSet = WithCoefficient(by.TierSet, "silver", 3m) }
            : d);

        foreach (var from in (string[])["2026-03-03", "2026-03-05", "2026-03-06"])
        {
            var read = await shop.ReplayAsync(draft, from, "2026-03-06");

            (read.Sums!.Points, read.Sums.ReplayedPoints).ShouldBe((200, 400), from);
            read.Control.ShouldBeEquivalentTo(new ReplayControl(), from);
            read.Moves!.Select(m => (m.Tier.Code, m.ReplayedTier.Code)).ShouldBe(
                [("ordinary", "ordinary"), ("silver", "silver")], ignoreOrder: true, from);
        }

        static Func<ProgrammeDocument, ProgrammeDocument> SilverByGrowth(long growth) => document => document with
        {
            TierSet = document.TierSet.SilverAt(new QualificationGoal(TierMetric.Growth, growth)),
        };
    }

    [Fact]
    public async Task Who_loses_most_comes_first_among_the_losers()
    {
        var members = new List<string>();
        for (var i = 1; i <= 3; i++)
        {
            members.Add(await shop.MemberAsync());
            await shop.Do(Buy(members[^1], i * 100));
        }

        var read = await shop.ReplayAsync(await shop.DraftAsync(Nothing), "2026-03-02", "2026-03-02");

        (read.Summary.Headline!.Gainers, read.Summary.Headline.Losers).ShouldBe((0, 3));
        var losers = await shop.MembersOf(read, ReplayEffect.Loses);
        losers.Select(m => (m.MemberNo, m.PointsChange)).ShouldBe([(members[2], -300), (members[1], -200), (members[0], -100)]);
        (await shop.MembersOf(read, ReplayEffect.Gains)).ShouldBeEmpty();
        var first = await shop.Do(new FindReplayedMembers.Input(
            read.Summary.Version, read.Summary.Replay, ReplayEffect.Loses, Size: 2));
        (await shop.Do(new FindReplayedMembers.Input(
            read.Summary.Version, read.Summary.Replay, ReplayEffect.Loses, first.Next, 2)))
            .Items.ShouldHaveSingleItem().MemberNo.ShouldBe(members[0]);

        static ProgrammeDocument Nothing(ProgrammeDocument document) => document with { EarningRules = [] };
    }

    private async Task BuyAsync(string member, decimal yuan, string day)
    {
        shop.Clock.Set(day);
        await shop.Do(Buy(member, yuan));
    }

    private static ProgrammeDocument Double(ProgrammeDocument document) => document with
    {
        EarningRules = [.. document.EarningRules.Select(r => r with { Give = r.Give * 2 })],
    };

    private static Func<ProgrammeDocument, ProgrammeDocument> SilverAt(long fen) => document => document with
    {
        TierSet = document.TierSet.SilverAt(new QualificationGoal(TierMetric.Spend, fen)),
    };

    private static TierSet WithCoefficient(TierSet set, string tier, decimal coefficient) => set with
    {
        Tiers = [.. set.Tiers.Select(t => t.Code == tier ? t with { PointsCoefficient = coefficient } : t)],
    };
}
