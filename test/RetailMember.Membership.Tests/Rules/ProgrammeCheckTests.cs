using RetailMember.Membership.Programmes;
using static RetailMember.Membership.Tests.Rules.Given;

namespace RetailMember.Membership.Tests.Rules;

public class ProgrammeCheckTests
{
    private static readonly ProgrammeDocument Sound = ProgrammeTemplates.FourTiers with { Examples = [] };

    private static void Fault(ProgrammeDocument document, string code, string path) =>
        ProgrammeCheck.Faults(document)
            .Select(fault => (fault.Code, fault.Path))
            .ShouldContain((ProgrammeFault.Prefix + code, path));

    private static ProgrammeDocument Tier(int i, Func<Tier, Tier> change)
    {
        var tiers = Sound.TierSet.Tiers.Select((tier, at) => at == i ? change(tier) : tier);
        return Sound with { TierSet = Sound.TierSet with { Tiers = [.. tiers] } };
    }

    private static ProgrammeDocument Rules(params EarningRule[] rules) => Sound with { EarningRules = rules };

    private static ProgrammeDocument When(Condition when) => Sound with { Multipliers = [Double("double", when)] };

    [Fact]
    public void A_sound_document_has_no_fault() => ProgrammeCheck.Faults(Sound).ShouldBeEmpty();

    [Fact]
    [Trait("Req", "CORE-42")]
    public void Tiers_have_codes_names_and_ranks_of_their_own()
    {
        Fault(Sound with { TierSet = Sound.TierSet with { Tiers = [] } }, "no-tier", "$.tierSet.tiers");
        Fault(Tier(1, tier => tier with { Code = "ordinary" }), "duplicate-code", "$.tierSet.tiers[1].code");
        Fault(Tier(1, tier => tier with { Code = "Silver Card" }), "code", "$.tierSet.tiers[1].code");
        Fault(Tier(1, tier => tier with { Rank = 0 }), "duplicate-rank", "$.tierSet.tiers[1].rank");
        Fault(Tier(1, tier => tier with { Name = new(" ", "Silver") }), "name", "$.tierSet.tiers[1].name.zh-Hans");
    }

    [Fact]
    [Trait("Req", "CORE-17")]
    public void Each_higher_tier_asks_for_more()
    {
        var same = new Qualification(QualificationMatch.All, [new(TierMetric.Spend, 100_000)]);

        Qualifies(2, same, "threshold-not-rising", ".goals[0].threshold");
        Qualifies(0, same, "lowest-tier-qualifies", "");
        Qualifies(1, same with { Goals = [] }, "no-goal", ".goals");

        static void Qualifies(int i, Qualification qualification, string code, string path) =>
            Fault(
                Tier(i, tier => tier with { Qualification = qualification }),
                code,
                $"$.tierSet.tiers[{i}].qualification{path}");
    }

    [Fact]
    [Trait("Req", "CORE-17")]
    public void The_fen_above_an_inclusive_threshold_may_be_the_next_tier()
    {
        var above = new Qualification(QualificationMatch.All, [new(TierMetric.Spend, 100_000, ThresholdBound.Above)]);

        ProgrammeCheck.Faults(Tier(2, tier => tier with { Qualification = above })).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.9")]
    [InlineData("1.01")]
    [InlineData("0.12345")]
    [Trait("Req", "CORE-20")]
    public void A_pay_rate_is_above_0_and_at_most_1(string rate) =>
        Fault(
            Tier(1, tier => tier with { PayRate = decimal.Parse(rate, null) }),
            "pay-rate",
            "$.tierSet.tiers[1].payRate");

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("20.1")]
    [InlineData("1.00001")]
    public void A_factor_is_positive_and_sane(string factor)
    {
        var value = decimal.Parse(factor, null);

        Fault(
            Tier(1, tier => tier with { PointsCoefficient = value }),
            "out-of-range",
            "$.tierSet.tiers[1].pointsCoefficient");
        Fault(Sound with { Multipliers = [Double("double", new(), value)] }, "out-of-range", "$.multipliers[0].factor");
        Fault(Sound with { BalanceBands = [new(0, value)] }, "out-of-range", "$.balanceBands[0].factor");
    }

    [Fact]
    [Trait("Req", "CORE-08"), Trait("Req", "CORE-10")]
    public void Bands_begin_at_0_and_rise()
    {
        var staged = Rule(EarningKind.StagedRatio);

        Fault(Rules(staged), "no-band", "$.earningRules[0].bands");
        Fault(Rules(staged with { Bands = [new(1, 1)] }), "band-gap", "$.earningRules[0].bands[0].from");
        Fault(
            Rules(staged with { Bands = [new(0, 1), new(500, 2), new(500, 3)] }),
            "band-overlap",
            "$.earningRules[0].bands[2].from");
        Fault(Sound with { BalanceBands = [new(5_000, 1.2m)] }, "band-gap", "$.balanceBands[0].from");
    }

    [Fact]
    [Trait("Req", "CORE-07")]
    public void What_a_rule_gives_is_sane()
    {
        Fault(Rules(Rule(EarningKind.Ratio, 0)), "out-of-range", "$.earningRules[0].give");
        Fault(Rules(Rule(EarningKind.Ratio, 1, per: 0)), "out-of-range", "$.earningRules[0].per");
        Fault(Rules(Rule(EarningKind.Ratio, 10_001)), "out-of-range", "$.earningRules[0].give");
        Fault(Rules(Rule(EarningKind.Ratio, 101, per: 1)), "out-of-range", "$.earningRules[0].give");
        Fault(
            Rules(Rule(EarningKind.Fixed, 1) with { WholeSteps = true }),
            "whole-steps",
            "$.earningRules[0].wholeSteps");
    }

    [Fact]
    public void A_condition_names_what_there_is()
    {
        Fault(When(new() { Tiers = ["emerald"] }), "unknown-tier", "$.multipliers[0].when.tiers[0]");
        Fault(When(new() { DayOfMonth = 32 }), "out-of-range", "$.multipliers[0].when.dayOfMonth");
        Fault(When(new() { From = new(2026, 2, 1), Until = new(2026, 1, 1) }), "window", "$.multipliers[0].when.until");
        Fault(When(new() { Stores = [""] }), "reference", "$.multipliers[0].when.stores");
    }

    [Fact]
    [Trait("Req", "CORE-03"), Trait("Req", "CORE-45"), Trait("Req", "CORE-52")]
    public void Policies_fit_together()
    {
        var oneMonth = new ExpiryPolicy { Kind = ExpiryKind.RollingFromEarn, Months = 1 };
        var downgrade = Sound.TierSet with { Downgrade = DowngradePolicy.OneStep };
        var end = Sound.TierSet with { Downgrade = DowngradePolicy.None, GrantedTiersEnd = true };

        Fault(Sound with { PendingDays = 28, Expiry = oneMonth }, "pending-outlives-points", "$.pendingDays");
        Fault(Sound with { Enrolment = new() { Kind = EnrolmentKind.Fee } }, "out-of-range", "$.enrolment.amountFen");
        Fault(Sound with { TierSet = downgrade }, "downgrade-without-period", "$.tierSet.downgrade");
        Fault(Sound with { TierSet = end }, "granted-tiers-end-without-downgrade", "$.tierSet.grantedTiersEnd");
        Fault(Sound with { PointsPerYuan = 0 }, "out-of-range", "$.pointsPerYuan");
    }

    [Fact]
    public void A_document_with_faults_does_not_compile() =>
        Should.Throw<ArgumentException>(() => Programme.From(Sound with { PointsPerYuan = 0 }));
}
