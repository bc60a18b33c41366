using System.Globalization;
using RetailMember.Membership.Pages.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Pages.Display;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Programmes.Reading;

/// <summary>One figure of an example.</summary>
/// <param name="Expected">Null where the example leaves it open.</param>
internal sealed record ExampleLine(string What, string? Expected, string Actual, bool Agrees);

/// <summary>Worked examples in words and figures.</summary>
internal static class ExampleWords
{
    /// <summary>Who buys what, and when.</summary>
    public static string Given(this ProgrammeWords words, ExampleGiven given)
    {
        var member = given.Member;
        List<string> facts = [given.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)];
        if (given.Store.Length > 0) facts.Add(words.Store(given.Store));
        if (member.Tier is { } tier) facts.Add(words.Tier(tier));
        if (member.Birthday is { } birthday) facts.Add(words.Sentence("example.birthday", Written(birthday)));
        if (member.PointsBalance != 0) facts.Add(words.Sentence("example.balance", Figures.Whole(member.PointsBalance)));
        foreach (var metric in Enum.GetValues<TierMetric>())
            if (member.Metrics[metric] != 0) facts.Add($"{words.Texts.Of(metric)} {words.Measured(metric, member.Metrics[metric])}");
        facts.AddRange(given.Basket.Select(words.Line));
        if (given.VoucherFen > 0) facts.Add(words.Sentence("example.voucher", ProgrammeWords.Yuan(given.VoucherFen)));
        return words.Clauses(facts);
    }

    public static IReadOnlyList<ExampleLine> Compare(
        this ProgrammeWords words, ExampleExpectation expect, ProgrammeReview.Example result)
    {
        var wrong = result.Differences.Select(d => d.What).ToHashSet();
        var outcome = result.Outcome;
        return
        [
            Line("payFen", expect.PayFen is { } pay ? Figures.Yuan(new Money(pay)) : null, Figures.Yuan(outcome.Pay)),
            Line("points", Whole(expect.Points), Figures.Whole(outcome.Points)),
            Line("growth", Whole(expect.Growth), Figures.Whole(outcome.Growth)),
            Line("tierAfter", expect.TierAfter is { } tier ? words.Tier(tier) : null, words.Tier(outcome.TierAfter)),
            Line("usableFrom", Written(expect.UsableFrom), Written(outcome.UsableFrom)!),
            Line("expiresOn", Written(expect.ExpiresOn), Written(outcome.ExpiresOn) ?? words.Sentence("never")),
        ];

        ExampleLine Line(string what, string? expected, string actual) =>
            new(words.Sentence("expect." + what), expected, actual, !wrong.Contains(what));
    }

    private static string Line(this ProgrammeWords words, BasketLine line)
    {
        var text = line.PaidFen is { } paid
            ? words.Sentence("example.line-paid", ProgrammeWords.Yuan(line.ListFen), ProgrammeWords.Yuan(paid))
            : words.Sentence("example.line", ProgrammeWords.Yuan(line.ListFen));
        if (line.Quantity != 1) text += " × " + Figures.Whole(line.Quantity);
        return line.Category is null ? text : $"{text} ({line.Category})";
    }

    private static string Measured(this ProgrammeWords words, TierMetric metric, long value) =>
        metric == TierMetric.Spend ? words.Sentence("yuan", ProgrammeWords.Yuan(value)) : Figures.Whole(value);

    private static string? Whole(long? number) => number is { } value ? Figures.Whole(value) : null;

    private static string? Written(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
