using System.Text.Json;
using FluentValidation.TestHelper;
using RetailMember.Pharmacy.Rules;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Tests.Rules;

[Trait("Req", "PH-12")]
public sealed class ClubTermsTests
{
    [Fact]
    public void The_rules_as_delivered_prove_themselves()
    {
        var runs = ClubTerms.Usual.RunExamples();
        runs.Count.ShouldBeGreaterThan(5);
        runs.ShouldAllBe(r => r.Passed);
        new ClubTermsRules().TestValidate(ClubTerms.Usual).ShouldNotHaveAnyValidationErrors();
    }

    [Fact]
    public void An_example_that_a_changed_number_breaks_is_named()
    {
        var changed = ClubTerms.Usual with { Gold = new GoldTerms { QuarterPoints = 1_000 } };
        var failed = changed.RunExamples().Single(r => !r.Passed);
        (failed.Title, failed.MustBe, failed.Is).ShouldBe(("Gold 1199", "0", "1"));
    }

    [Theory]
    [InlineData("memberDay", 2, 28)]
    [InlineData("memberDay", 3, 31)]
    [InlineData("memberDay", 13, 0)]
    [InlineData("ranked", 50, 1)]
    [InlineData("ranked", 51, 0)]
    [InlineData("ranked", 0, 0)]
    [InlineData("frozen", 1, 15)]
    [InlineData("frozen", 5, 0)]
    public void Days_and_places_have_examples_as_well(string asks, long points, long gives)
    {
        var terms = ClubTerms.Usual with
        {
            TopUp = new TopUpTerms { DayOfMonth = 31 }, Ranking = new RankingTerms { Places = 50, DelayDays = 14 },
        };
        var example = new ClubExample(Enum.Parse<ClubQuestion>(asks, ignoreCase: true), points, gives);
        example.Run(terms).Passed.ShouldBeTrue();
        (example with { Gives = gives + 1 }).Run(terms).Passed.ShouldBeFalse();
    }

    [Fact]
    public void Steps_must_rise_and_not_overlap()
    {
        var rules = new ClubTermsRules();
        ClubTerms Of(params TopUpStep[] steps) => ClubTerms.Usual with { TopUp = new TopUpTerms { Steps = steps } };
        rules.TestValidate(Of(new(1_400, 1_500), new(1_450, 2_000))).IsValid.ShouldBeFalse();
        rules.TestValidate(Of(new TopUpStep(1_400, 1_400))).IsValid.ShouldBeFalse();
        rules.TestValidate(Of(new TopUpStep(1_400, 6_000))).IsValid.ShouldBeFalse();
        rules.TestValidate(Of(new(1_400, 1_500), new(1_500, 2_000))).IsValid.ShouldBeTrue();
    }

    [Fact]
    public void No_step_fills_up_beyond_the_most_that_is_filled()
    {
        var rules = new ClubTermsRules();
        ClubTerms Of(long most) => ClubTerms.Usual with { TopUp = new TopUpTerms { Most = most } };
        rules.TestValidate(Of(1_000)).Errors.ShouldHaveSingleItem().ErrorCode.ShouldBe("pharmacy.steps-beyond-most");
        rules.TestValidate(Of(4_000)).IsValid.ShouldBeTrue();
    }

    [Fact]
    public void The_document_is_read_as_it_was_written()
    {
        var written = JsonSerializer.Serialize(ClubTerms.Usual, Json.Options);
        var read = JsonSerializer.Deserialize<ClubTerms>(written, Json.Stored)!;
        JsonSerializer.Serialize(read, Json.Options).ShouldBe(written);
        var free = JsonSerializer.Serialize(ClubTerms.Usual with { GlucoseBenefit = null }, Json.Options);
        JsonSerializer.Deserialize<ClubTerms>(free, Json.Stored)!.GlucoseBenefit.ShouldBeNull();
    }
}
