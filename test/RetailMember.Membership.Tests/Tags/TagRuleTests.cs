using RetailMember.Membership.Tags;
using RetailMember.Values;

namespace RetailMember.Membership.Tests.Tags;

/// <summary>Worked by hand; today is 2 March 2026.</summary>
[Trait("Req", "CORE-36")]
public sealed class TagRuleTests
{
    private static readonly TagFacts Facts = new(
        TagsOfOld.Today, new DateOnly(2025, 3, 2), "gold", new DateOnly(1996, 3, 3),
        [
            new(new DateOnly(2026, 1, 10), 9, "s2", 100_00, [new("tea", 2, 60_00), new("cake", 1, 40_00)]),
            new(new DateOnly(2026, 2, 10), 9, "s1", 50_00, [new("tea", 1, 50_00)]),
            new(new DateOnly(2026, 2, 20), 15, "s1", 50_01, []),
        ]);

    [Theory]
    [InlineData(nameof(TagsOfOld.CoffeeLover))]
    [InlineData(nameof(TagsOfOld.MotherAndBaby))]
    [InlineData(nameof(TagsOfOld.HighTicket))]
    [InlineData(nameof(TagsOfOld.Sleeping))]
    public void The_tags_of_the_requirement_come_out_as_their_examples_say(string name)
    {
        var terms = (TagTerms)typeof(TagsOfOld).GetProperty(name)!.GetValue(null)!;

        TagExampleRun.Of(terms).ShouldAllBe(run => run.Passed);
        new TagTermsRules().Validate(terms).IsValid.ShouldBeTrue();
    }

    [Theory]
    [InlineData(nameof(TagMeasure.Receipts), null, 3)]
    [InlineData(nameof(TagMeasure.Receipts), "tea", 2)]
    [InlineData(nameof(TagMeasure.Paid), null, 200.01)]
    [InlineData(nameof(TagMeasure.Paid), "tea", 110)]
    [InlineData(nameof(TagMeasure.AverageTicket), null, 66.67)]
    [InlineData(nameof(TagMeasure.Pieces), null, 4)]
    [InlineData(nameof(TagMeasure.Pieces), "cake", 1)]
    [InlineData(nameof(TagMeasure.SpendShare), "tea", 55)]
    [InlineData(nameof(TagMeasure.DaysSincePurchase), null, 10)]
    [InlineData(nameof(TagMeasure.DaysSincePurchase), "cake", 51)]
    [InlineData(nameof(TagMeasure.UsualHour), null, 9)]
    [InlineData(nameof(TagMeasure.Age), null, 29)]
    [InlineData(nameof(TagMeasure.DaysSinceJoining), null, 365)]
    public void A_measure_finds_its_number(string measure, string? category, double expected)
    {
        var number = (decimal)expected;
        var condition = new TagCondition { Measure = Enum.Parse<TagMeasure>(measure), Categories = category is null ? [] : [category] };

        Find(condition with { AtLeast = number }).Number.ShouldBe(number);
        Find(condition with { AtLeast = number, AtMost = number }).Holds.ShouldBeTrue();
        Find(condition with { AtLeast = number + 0.01m }).Holds.ShouldBeFalse();
        Find(condition with { AtMost = number - 0.01m }).Holds.ShouldBeFalse();
    }

    [Theory]
    [InlineData(nameof(TagMeasure.UsualStore), "s1", true)]
    [InlineData(nameof(TagMeasure.UsualStore), "s2", false)]
    [InlineData(nameof(TagMeasure.Tier), "gold", true)]
    [InlineData(nameof(TagMeasure.Tier), "silver", false)]
    [InlineData(nameof(TagMeasure.BirthdayMonth), "3", true)]
    [InlineData(nameof(TagMeasure.BirthdayMonth), "4", false)]
    public void A_measure_finds_its_name(string measure, string name, bool holds) =>
        Find(new TagCondition { Measure = Enum.Parse<TagMeasure>(measure), OneOf = [name] }).Holds.ShouldBe(holds);

    [Fact]
    public void The_birthday_month_without_numbers_is_the_present_one()
    {
        var condition = new TagCondition { Measure = TagMeasure.BirthdayMonth };

        Find(condition).Holds.ShouldBeTrue();
        Find(condition, Facts with { On = new DateOnly(2026, 4, 1) }).Holds.ShouldBeFalse();
    }

    [Theory]
    [InlineData(21, null, 2)]
    [InlineData(20, null, 1)]
    [InlineData(null, 2, 2)]
    [InlineData(null, 3, 3)]
    [InlineData(null, null, 3)]
    public void A_window_ends_today(int? days, int? months, int receipts) =>
        Find(new TagCondition { Measure = TagMeasure.Receipts, Days = days, Months = months, AtLeast = 1 }).Number.ShouldBe(receipts);

    [Fact]
    public void What_is_not_known_never_holds()
    {
        var stranger = new TagFacts(TagsOfOld.Today, TagsOfOld.Today, "", null, []);

        foreach (var measure in (TagMeasure[])[
            TagMeasure.AverageTicket, TagMeasure.SpendShare, TagMeasure.DaysSincePurchase, TagMeasure.UsualHour, TagMeasure.Age])
            Find(new TagCondition { Measure = measure, AtLeast = 0 }, stranger).Holds.ShouldBeFalse(measure.ToString());
        Find(new TagCondition { Measure = TagMeasure.BirthdayMonth }, stranger).Holds.ShouldBeFalse();
        Find(new TagCondition { Measure = TagMeasure.UsualStore, OneOf = ["s1"] }, stranger).Holds.ShouldBeFalse();
    }

    [Fact]
    public void All_or_any_of_the_conditions_decide()
    {
        var terms = TagsOfOld.Rule(
            "either",
            new TagCondition { Measure = TagMeasure.Receipts, AtLeast = 3 },
            new TagCondition { Measure = TagMeasure.Receipts, AtLeast = 4 });

        TagJudge.Judge(terms, Facts).Holds.ShouldBeFalse();
        TagJudge.Judge(terms with { Match = TagMatch.Any }, Facts).Holds.ShouldBeTrue();
    }

    [Theory]
    [InlineData("membership.tag-window")]
    [InlineData("membership.tag-window-measure")]
    [InlineData("membership.tag-categories-measure")]
    [InlineData("membership.tag-categories-missing")]
    [InlineData("membership.tag-bound")]
    [InlineData("membership.tag-bounds-order")]
    [InlineData("membership.tag-bound-missing")]
    [InlineData("membership.tag-one-of-missing")]
    [InlineData("membership.tag-months")]
    public void A_condition_that_makes_no_sense_is_refused(string code)
    {
        var condition = code switch
        {
            "membership.tag-window" => new TagCondition { Measure = TagMeasure.Receipts, AtLeast = 1, Days = 5, Months = 1 },
            "membership.tag-window-measure" => new TagCondition { Measure = TagMeasure.Age, AtLeast = 1, Days = 5 },
            "membership.tag-categories-measure" => new TagCondition { Measure = TagMeasure.Age, AtLeast = 1, Categories = ["a"] },
            "membership.tag-categories-missing" => new TagCondition { Measure = TagMeasure.SpendShare, AtLeast = 1 },
            "membership.tag-bound" => new TagCondition { Measure = TagMeasure.Paid, AtLeast = 1.001m },
            "membership.tag-bounds-order" => new TagCondition { Measure = TagMeasure.Paid, AtLeast = 2, AtMost = 1 },
            "membership.tag-bound-missing" => new TagCondition { Measure = TagMeasure.Paid },
            "membership.tag-one-of-missing" => new TagCondition { Measure = TagMeasure.Tier },
            _ => new TagCondition { Measure = TagMeasure.BirthdayMonth, OneOf = ["13"] },
        };

        new TagConditionRules().Validate(condition).Errors.Select(e => e.ErrorCode).ShouldBe([code]);
    }

    [Fact]
    public void A_receipt_of_nothing_is_no_example() => new TagTermsRules()
        .Validate(TagsOfOld.Sleeping with
        {
            Examples = [new TagExample("x", new TagCase { On = TagsOfOld.Today, Receipts = [new(TagsOfOld.Today, Money.Zero)] }, true)],
        })
        .Errors.Single().ErrorCode.ShouldBe("membership.tag-receipt");

    private static TagFigure Find(TagCondition condition, TagFacts? facts = null) =>
        TagJudge.Judge(TagsOfOld.Rule("one", condition), facts ?? Facts).Figures.Single();
}
