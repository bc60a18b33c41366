using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Membership.Data;
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

public sealed class ReplayControlTestsOnSqlite() : ReplayControlTests(DatabaseKind.Sqlite);

public sealed class ReplayControlTestsOnPostgres() : ReplayControlTests(DatabaseKind.Postgres);

/// <summary>The version that judged, replayed, comes to exactly what the books have; random lives prove it.</summary>
[Trait("Req", "CORE-48"), Trait("Req", "CORE-52")]
public abstract class ReplayControlTests(DatabaseKind kind) : IAsyncLifetime
{
    private readonly ReplayShop shop = new(kind);

    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await shop.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(nameof(QualificationPeriod.Lifetime), nameof(DowngradePolicy.None), false, false)]
    [InlineData(nameof(QualificationPeriod.CalendarQuarter), nameof(DowngradePolicy.ToQualifying), false, false)]
    [InlineData(nameof(QualificationPeriod.CalendarQuarter), nameof(DowngradePolicy.OneStep), true, false)]
    [InlineData(nameof(QualificationPeriod.CardYear), nameof(DowngradePolicy.OneStep), false, true)]
    [InlineData(nameof(QualificationPeriod.Lifetime), nameof(DowngradePolicy.None), true, true)]
    public async Task Nothing_differs_where_receipts_came_in_time(string period, string downgrade, bool reset, bool bands)
    {
        var version = await BeginAsync(period, downgrade, reset, bands);
        for (var seed = 1; seed <= 4; seed++) await LiveAsync(new Random(seed), late: false);
        shop.Clock.Set("2027-07-15");
        await shop.Do(new ReviewTiers.Input());

        (string, string)[] windows = [("2026-01-01", "2027-07-15"), ("2026-05-20", "2026-11-11"), ("2027-01-01", "2027-06-30")];
        foreach (var (from, to) in windows)
        {
            var read = await shop.ReplayAsync(version, from, to);

            read.Control.ShouldBeEquivalentTo(new ReplayControl(), from);
            read.Sums!.ReplayedGranted.ShouldBe(read.Sums.Granted, from);
            read.Sums.ReplayedPoints.ShouldBe(read.Sums.Points, from);
            read.Sums.ReplayedGrowth.ShouldBe(read.Sums.Growth, from);
            read.Sums.ReplayedPaid.ShouldBe(read.Sums.Paid, from);
            read.Moves!.ShouldAllBe(m => m.Tier.Code == m.ReplayedTier.Code);
            (await shop.MembersOf(read)).ShouldBeEmpty(from);
            read.Sums.Receipts.ShouldBe(await ReceiptsAsync(from, to));
        }
    }

    [Theory]
    [InlineData(nameof(QualificationPeriod.CalendarQuarter), nameof(DowngradePolicy.ToQualifying))]
    [InlineData(nameof(QualificationPeriod.Lifetime), nameof(DowngradePolicy.None))]
    public async Task Receipts_that_came_late_alone_make_a_difference_and_it_is_told(string period, string downgrade)
    {
        var version = await BeginAsync(period, downgrade, reset: false, bands: false);
        for (var seed = 1; seed <= 6; seed++) await LiveAsync(new Random(seed), late: seed > 3);
        shop.Clock.Set("2027-07-15");
        await shop.Do(new ReviewTiers.Input());

        var read = await shop.ReplayAsync(version, "2026-01-01", "2027-07-15");

        read.Control!.Members.ShouldBe(read.Control.LateMembers, "all who differ have receipts that came late");
        read.Control.Members.ShouldBeInRange(1, 3);
        (read.Sums!.ReplayedGranted - read.Sums.Granted).ShouldBe(read.Control.PointsOff);
    }

    [Fact]
    public async Task Versions_that_turn_within_the_window_are_told_as_they_were()
    {
        await BeginAsync(nameof(QualificationPeriod.CalendarQuarter), nameof(DowngradePolicy.ToQualifying), false, false);
        await shop.ChangeAsync(Doubled, new DateTime(2026, 8, 10));
        for (var seed = 1; seed <= 4; seed++) await LiveAsync(new Random(seed), late: false);
        shop.Clock.Set("2027-07-15");
        await shop.Do(new ReviewTiers.Input());

        var read = await shop.ReplayAsync(1, "2026-01-01", "2027-07-15");

        read.Control.ShouldBeEquivalentTo(new ReplayControl());
        read.Sums!.ReplayedGranted.ShouldBeLessThan(read.Sums.Granted);
    }

    /// <summary>A programme in which nearly everything matters.</summary>
    private async Task<int> BeginAsync(string period, string downgrade, bool reset, bool bands)
    {
        shop.Clock.Set("2025-12-01");
        await shop.ChangeAsync(d => d with
        {
            TierSet = d.TierSet with
            {
                Period = Enum.Parse<QualificationPeriod>(period),
                Downgrade = Enum.Parse<DowngradePolicy>(downgrade),
                ResetOnPromotion = reset,
                Tiers =
                [
                    .. d.TierSet.Tiers.Select((t, i) => t with { PointsCoefficient = 1 + (0.5m * i) }),
                ],
            },
            BalanceBands = bands ? [new BalanceBand(0, 1m), new BalanceBand(2_000, 1.5m)] : [],
            PendingDays = bands ? 3 : 0,
        });
        return (await shop.Do(new FindProgrammeVersions.Input())).Versions[0].Version;
    }

    private static ProgrammeDocument Doubled(ProgrammeDocument document) => document with
    {
        EarningRules = [.. document.EarningRules.Select(r => r with { Give = r.Give * 2 })],
        TierSet = document.TierSet with
        {
            Period = QualificationPeriod.CalendarQuarter, Downgrade = DowngradePolicy.ToQualifying,
        },
    };

    /// <summary>A year and a half of purchases, some given back in part or whole, some recorded late, and a tier granted.</summary>
    private async Task LiveAsync(Random random, bool late)
    {
        shop.Clock.Set("2026-01-05");
        var member = await shop.MemberAsync();
        // Of its own: what is bought stays the same with and without awards.
        var luck = new Random(7);
        var (bought, awards) = (new List<(string Receipt, decimal Left)>(), new List<string>());
        for (var day = new DateOnly(2026, 1, 5); day < new DateOnly(2027, 7, 10); day = day.AddDays(random.Next(3, 40)))
        {
            var time = new TimeOnly(12, 0);
            Next();
            if (random.Next(12) == 0)
                await shop.Do(new GrantTier.Input(member, random.Next(2) == 0 ? "silver" : "gold", "约定"));
            if (bought.Count > 0 && random.Next(3) == 0)
            {
                var which = random.Next(bought.Count);
                var (receipt, left) = bought[which];
                var back = random.Next(2) == 0 ? left : Math.Round(left / 3, 2);
                Next();
                if (back > 0) await shop.RefundAsync(receipt, back);
                bought[which] = (receipt, left - back);
                if (left - back <= 0) bought.RemoveAt(which);
            }

            Next();
            if (random.Next(8) == 0)
                await shop.Do(new RecordParticipation.Input { Key = Key(), Member = member, Activity = $"活动{random.Next(3)}" });
            Next();
            if (luck.Next(6) == 0) awards.Add(await AwardAsync(member, luck));
            Next();
            if (awards.Count > 0 && luck.Next(4) == 0)
            {
                await shop.TakeBackAsync(awards[^1]);
                awards.RemoveAt(awards.Count - 1);
            }

            Next();
            var of = late && random.Next(3) == 0 ? day.AddDays(-random.Next(1, 90)) : day;
            bought.Add(await BuyAsync(member, random, of < new DateOnly(2026, 1, 5) ? day : of, of == day));

            // One after the other: nobody does two things at the very same instant.
            void Next()
            {
                shop.Clock.Set($"{day:yyyy-MM-dd}", $"{time:HH:mm:ss}");
                time = time.Add(TimeSpan.FromSeconds(1));
            }
        }
    }

    private Task<string> AwardAsync(string member, Random random) => shop.AwardAsync(
        member, growth: random.Next(2) * random.Next(1, 2_000), tier: random.Next(3) == 0 ? "silver" : null,
        points: random.Next(2) * 100);

    private async Task<(string Receipt, decimal Paid)> BuyAsync(string member, Random random, DateOnly day, bool now)
    {
        var yuan = random.Next(1, 3_000) + random.Next(100) / 100m;
        var receipt = Buy(member, yuan, now ? null : $"{day:yyyy-MM-dd}");
        if (random.Next(2) == 0)
            receipt = receipt with
            {
                Amount = null,
                Lines =
                [
                    new ReceiptLine { ListAmount = Money.FromYuan(yuan), Category = "a", Quantity = 2 },
                    new ReceiptLine { ListAmount = Money.FromYuan(50), Amount = Money.FromYuan(40) },
                ],
            };
        var done = await shop.Do(receipt);
        return (receipt.ReceiptNo, done.Paid.Yuan);
    }

    private Task<long> ReceiptsAsync(string from, string to)
    {
        var (first, last) = (ReplayShop.Day(from), ReplayShop.Day(to));
        return shop.InTables(services => services.GetRequiredService<MembershipDb>().Purchases
            .LongCountAsync(p => p.BusinessDate >= first && p.BusinessDate <= last));
    }
}
