using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using RetailMember.Membership.Programmes;
using static RetailMember.Membership.Tests.Rules.Given;

namespace RetailMember.Membership.Tests.Rules;

/// <summary>What must hold for every receipt, not only for the ones that someone thought of.</summary>
public class RuleProperties
{
    private static readonly Gen<long> Amount = Gen.Choose(0, 2_000_000_00).Select(fen => (long)fen);

    private static readonly Gen<BasketLine[]> Basket =
        from lines in Gen.ArrayOf(
            from list in Amount
            from paid in Gen.OneOf(Gen.Constant((long?)null), Gen.Choose(0, (int)list).Select(fen => (long?)fen))
            from quantity in Gen.Choose(1, 20)
            select new BasketLine(list, paid, quantity))
        select lines;

    private static readonly Gen<decimal> Rate = Gen.Choose(1, 20_0000).Select(n => n / 10_000m);

    private static void Holds<T>(Gen<T> cases, Func<T, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(cases.ToArbitrary(), property));

    [Fact]
    [Trait("Req", "CORE-06"), Trait("Req", "CORE-09"), Trait("Req", "CORE-10"), Trait("Req", "CORE-24")]
    public void Points_are_the_exact_value_rounded_down_never_more()
    {
        var cases =
            from paid in Amount
            from per in Gen.Choose(1_00, 1_000_00)
            from rates in Gen.Four(Rate)
            select (paid, per, rates);

        Holds(cases, given =>
        {
            var (give, tier, balance, campaign) = given.rates;
            var programme = With(four => four with
            {
                TierSet = four.TierSet with
                {
                    Tiers = [.. four.TierSet.Tiers.Select(one => one with { PointsCoefficient = tier })],
                },
                EarningRules = [Rule(EarningKind.Ratio, give, given.per)],
                BalanceBands = [new(0, balance)],
                Multipliers = [Double("campaign", new(), campaign)],
            });
            var points = programme.Evaluate(Member("ordinary"), Receipt(Paid(given.paid))).Points;

            // points = floor(paid × give × factors / per), checked without any division.
            var exact = given.paid * Whole(give) * Whole(tier) * Whole(balance) * Whole(campaign);
            var unit = given.per * BigInteger.Pow(10_000, 4);
            return points * unit <= exact && exact < (points + 1) * unit;
        });

        static BigInteger Whole(decimal rate) => new(rate * 10_000);
    }

    [Fact]
    [Trait("Req", "CORE-25")]
    public void The_lines_add_up_and_nobody_pays_more_than_the_list_price_or_the_best_single_offer()
    {
        var programme = With(four => four with
        {
            PriceBenefits = [Price("a", 0.85m, new() { Birthday = true }), Price("b", 0.8m, new() { DayOfMonth = 2 })],
        });
        var cases =
            from basket in Basket
            from tier in Gen.Elements("ordinary", "silver", "gold", "diamond")
            from day in Gen.Choose(1, 28)
            select (basket, tier, day);

        Holds(cases, given =>
        {
            var member = Member(given.tier, birthday: new(1990, 3, 5));
            var evaluation = programme.Evaluate(member, new(new(2026, 3, given.day), "s1", given.basket));
            var open = given.basket.Where(line => line.PaidFen is null).Sum(line => line.ListFen);
            var priced = given.basket.Sum(line => line.PaidFen ?? 0);
            return evaluation.PayFenByLine.Sum() == evaluation.PayFen
                && evaluation.PayFenByLine.All(fen => fen >= 0)
                && evaluation.PayFen <= priced + open
                && evaluation.Offers.All(offer => evaluation.PayFen <= priced + offer.PayableFen);
        });
    }

    [Fact]
    [Trait("Req", "CORE-08")]
    public void Paying_more_never_earns_less()
    {
        var bands = new EarningBand[] { new(0, 1), new(500_00, 2), new(2_000_00, 2.5m) };
        var programmes = new[]
        {
            Earning(Rule(EarningKind.Ratio, 1.5m)),
            Earning(Rule(EarningKind.Ratio, 7, per: 30_00) with { WholeSteps = true }),
            Earning(Rule(EarningKind.Fixed, 50) with { AtLeast = 100_00 }),
            Earning(Rule(EarningKind.StagedFixed) with { Bands = bands }),
            Earning(Rule(EarningKind.StagedRatio) with { Bands = bands }),
        };

        Holds(Gen.Two(Amount), given =>
        {
            var (less, more) = (Math.Min(given.Item1, given.Item2), Math.Max(given.Item1, given.Item2));
            return programmes.All(programme => Points(programme, less) <= Points(programme, more));
        });

        static long Points(Programme programme, long paid) =>
            programme.Evaluate(Member("ordinary"), Receipt(Paid(paid))).Points;
    }

    [Fact]
    [Trait("Req", "CORE-46")]
    public void However_a_receipt_is_refunded_the_parts_take_back_exactly_the_grant()
    {
        var cases =
            from parts in Gen.NonEmptyListOf(Gen.Choose(1, 100_000_00))
            from granted in Gen.Choose(0, int.MaxValue)
            select (parts, granted);

        Holds(cases, given =>
        {
            long paid = given.parts.Sum(part => (long)part), before = 0, taken = 0;
            foreach (var part in given.parts)
            {
                var take = new Clawback(paid, before, part).Of(given.granted);
                before += part;
                taken += take;
                var kept = given.granted - taken;
                if (take < 0 || (BigInteger)kept * paid > (BigInteger)given.granted * (paid - before))
                    return false;
            }
            return taken == given.granted;
        });
    }

    [Fact]
    [Trait("Req", "CORE-17"), Trait("Req", "CORE-29")]
    public void More_spend_never_means_a_lower_tier_and_a_purchase_never_demotes()
    {
        var ladder = new TierLadder(ProgrammeTemplates.FourTiers.TierSet);

        Holds(Gen.Two(Amount), given =>
        {
            var less = new TierMetrics { SpendFen = Math.Min(given.Item1, given.Item2) };
            var more = new TierMetrics { SpendFen = Math.Max(given.Item1, given.Item2) };
            return ladder.Qualifying(less).Step <= ladder.Qualifying(more).Step
                && ladder.Tiers.All(held => ladder.Promote(held, less).Tier.Step >= held.Step);
        });
    }

    [Fact]
    [Trait("Req", "CORE-37")]
    public void Whoever_closes_the_gap_reaches_the_next_tier_and_a_fen_less_does_not()
    {
        var ladder = new TierLadder(ProgrammeTemplates.FourTiers.TierSet);

        Holds(Amount, spend =>
        {
            var metrics = new TierMetrics { SpendFen = spend };
            var held = ladder.Qualifying(metrics);
            if (ladder.Next(held, metrics) is not { } next)
                return held == ladder.Tiers[^1];
            var missing = next.Goals[0].Missing;
            return ladder.Qualifying(metrics with { SpendFen = spend + missing }) == next.Tier
                && ladder.Qualifying(metrics with { SpendFen = spend + missing - 1 }) == held;
        });
    }

    [Fact]
    [Trait("Req", "CORE-14"), Trait("Req", "CORE-52")]
    public void Every_day_lies_in_its_period_and_periods_follow_each_other_without_a_gap()
    {
        var cases =
            from joined in Gen.Choose(0, 4_000)
            from day in Gen.Choose(0, 4_000)
            from kind in Gen.Elements(Enum.GetValues<QualificationPeriod>()[1..])
            select (joined: new DateOnly(2020, 1, 1).AddDays(joined), day: new DateOnly(2020, 1, 1).AddDays(day), kind);

        Holds(cases, given =>
        {
            var period = Period.At(given.kind, given.day, given.joined);
            var next = Period.At(given.kind, period.Last.AddDays(1), given.joined);
            return period.Contains(given.day)
                && next.First == period.Last.AddDays(1)
                && Period.At(given.kind, period.Last, given.joined) == period
                && Period.At(given.kind, period.First, given.joined) == period;
        });
    }
}
