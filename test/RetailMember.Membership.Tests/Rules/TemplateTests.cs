using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Tests.Rules;

public class TemplateTests
{
    public static TheoryData<string> Codes => [.. ProgrammeTemplates.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    [Trait("Req", "CORE-17"), Trait("Req", "CORE-19"), Trait("Req", "CORE-30"), Trait("Req", "CORE-51")]
    public void Every_template_is_sound_and_its_examples_pass(string code)
    {
        var template = ProgrammeTemplates.Find(code)!;

        ProgrammeCheck.Faults(template).ShouldBeEmpty();
        var results = ExampleRunner.Run(Programme.From(template));
        results.Count.ShouldBeGreaterThan(3);
        results.SelectMany(result => result.Differences).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_template_survives_being_written_and_read(string code)
    {
        var json = ProgrammeJson.Write(ProgrammeTemplates.Find(code)!);

        ProgrammeJson.Write(ProgrammeJson.Read(json)).ShouldBe(json);
    }

    [Fact]
    [Trait("Req", "CORE-17")]
    public void The_four_tiers_count_a_lifetime_and_never_downgrade()
    {
        ProgrammeTemplates.FourTiers.TierSet.Period.ShouldBe(QualificationPeriod.Lifetime);
        ProgrammeTemplates.FourTiers.TierSet.Downgrade.ShouldBe(DowngradePolicy.None);
    }

    [Fact]
    [Trait("Req", "CORE-22"), Trait("Req", "CORE-23"), Trait("Req", "CORE-24")]
    public void The_optional_rules_of_the_four_tiers_can_simply_be_switched_on()
    {
        var four = ProgrammeTemplates.FourTiers;
        var on = four with
        {
            Multipliers = [.. four.Multipliers.Select(multiplier => multiplier with { Enabled = true })],
            PriceBenefits = [.. four.PriceBenefits.Select(benefit => benefit with { Enabled = true })],
        };

        ProgrammeCheck.Faults(on).ShouldBeEmpty();
        on.Multipliers.Count.ShouldBe(3);
        on.PriceBenefits.Count.ShouldBe(2);
    }

    [Fact]
    public void An_unknown_template_is_not_found() => ProgrammeTemplates.Find("five-tiers").ShouldBeNull();
}
