using System.Globalization;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using static RetailMember.Membership.Tests.Rules.Given;

namespace RetailMember.Membership.Tests.Rules;

public class ExplanationTests
{
    private static readonly TextCatalogue Texts = new([typeof(Programme).Assembly]);

    private static Evaluation BirthdayOfAGoldMember() =>
        Programme.From(ProgrammeTemplates.ThreeCards)
            .Evaluate(Member("gold", birthday: new(1990, 3, 9)), Receipt(List(100_00)));

    [Fact]
    [Trait("Req", "CORE-48"), Trait("Req", "CORE-51")]
    public void Every_number_names_its_rule_and_its_formula()
    {
        var lines = BirthdayOfAGoldMember().Why.Lines;

        lines.Select(line => (line.Rule, line.Kind, line.Campaign, line.Value)).ShouldBe(
        [
            ("gold", ExplanationKind.PriceByTier, null, 88_00),
            ("base-points", ExplanationKind.Ratio, "birthday-month-double", 176),
            ("base-growth", ExplanationKind.Ratio, null, 88),
        ]);
    }

    [Theory]
    [InlineData("zh-Hans", "计分金额 88.00 元,每 1 元得 1;等级系数 1 × 持分系数 1 × 活动倍数 2 = 176")]
    [InlineData("en", "counted 88.00 yuan, 1 per 1 yuan; tier 1 × balance 1 × campaign 2 = 176")]
    [Trait("Req", "CORE-48")]
    public void A_line_reads_as_a_sentence_in_each_language(string language, string sentence)
    {
        var line = BirthdayOfAGoldMember().Why.Of(EarningUnit.Points).Lines.ShouldHaveSingleItem();

        Texts.For(language).Format(line.TextKey, line.Arguments).ShouldBe(sentence);
    }

    [Fact]
    [Trait("Req", "CORE-48")]
    public void An_explanation_survives_being_kept_beside_a_posting()
    {
        var why = BirthdayOfAGoldMember().Why;

        Explanation.FromJson(why.ToJson()).Lines.ShouldBe(why.Lines);
    }

    [Fact]
    public void The_values_of_the_lines_add_up_to_the_result()
    {
        var evaluation = BirthdayOfAGoldMember();

        evaluation.Why.Of(EarningUnit.Points).Lines.Sum(line => line.Value).ShouldBe(evaluation.Points);
        evaluation.Why.Of(EarningUnit.Growth).Lines.Sum(line => line.Value).ShouldBe(evaluation.Growth);
    }

    [Fact]
    public void Every_formula_has_its_sentence_in_every_language()
    {
        var lines =
            from kind in Enum.GetValues<ExplanationKind>()
            from basis in Enum.GetValues<EarningBasis>()
            select new ExplanationLine("rule", kind, EarningUnit.Points, basis, 1, 1, 1, 1, 1, 1, null, 1);
        foreach (var (line, language) in lines.SelectMany(line => TextCatalogue.Languages.Select(l => (line, l))))
        {
            Texts.In(language).Keys.ShouldContain(line.TextKey);
            string.Format(CultureInfo.InvariantCulture, Texts.In(language)[line.TextKey], line.Arguments)
                .ShouldNotBeEmpty();
        }
    }
}
