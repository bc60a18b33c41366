using System.Globalization;
using RetailMember.Pharmacy.Rules;
using RetailMember.Pharmacy.Rules.Editing;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Pages;

/// <summary>The club's rules as their form has them: steps and examples are a line each.</summary>
internal sealed record RuleForm
{
    public DateOnly From { get; init; }
    public required string GoldTier { get; init; }
    public long QuarterPoints { get; init; }
    public bool LastQuarterCountsForNextYear { get; init; }
    public required string DiamondTier { get; init; }
    public long YearPoints { get; init; }
    public bool TopUpsCount { get; init; }
    public int DayOfMonth { get; init; }
    public string? Steps { get; init; }
    public long ThousandsFrom { get; init; }
    public long HundredsFrom { get; init; }
    public long Most { get; init; }
    public int Places { get; init; }
    public int DelayDays { get; init; }
    public bool TopUpsRank { get; init; }
    public string? Voucher { get; init; }
    public required string GlucoseBenefit { get; init; }
    public string? Examples { get; init; }

    public static RuleForm Of(ClubTerms t, DateOnly from) => new()
    {
        From = from,
        GoldTier = t.Gold.Tier,
        QuarterPoints = t.Gold.QuarterPoints,
        LastQuarterCountsForNextYear = t.Gold.LastQuarterCountsForNextYear,
        DiamondTier = t.Diamond.Tier,
        YearPoints = t.Diamond.YearPoints,
        TopUpsCount = t.Diamond.TopUpsCount,
        DayOfMonth = t.TopUp.DayOfMonth,
        Steps = string.Join('\n', t.TopUp.Steps.Select(s => Line(s.From, s.To))),
        ThousandsFrom = t.TopUp.ThousandsFrom,
        HundredsFrom = t.TopUp.HundredsFrom,
        Most = t.TopUp.Most,
        Places = t.Ranking.Places,
        DelayDays = t.Ranking.DelayDays,
        TopUpsRank = t.Ranking.TopUpsCount,
        Voucher = t.Ranking.Voucher,
        GlucoseBenefit = t.GlucoseBenefit,
        Examples = string.Join('\n', t.Examples.Select(e => $"{e.Asks} {Line(e.Points, e.Gives)}")),
    };

    public EditRules.Input ToInput() => new(
        new ClubTerms
        {
            Gold = new GoldTerms
            {
                Tier = GoldTier, QuarterPoints = QuarterPoints, LastQuarterCountsForNextYear = LastQuarterCountsForNextYear,
            },
            Diamond = new DiamondTerms { Tier = DiamondTier, YearPoints = YearPoints, TopUpsCount = TopUpsCount },
            TopUp = new TopUpTerms
            {
                DayOfMonth = DayOfMonth,
                Steps = [.. Lines(Steps).Select(l => Numbers(l, "steps")).Select(n => new TopUpStep(n.First, n.Second))],
                ThousandsFrom = ThousandsFrom,
                HundredsFrom = HundredsFrom,
                Most = Most,
            },
            Ranking = new RankingTerms
            {
                Places = Places,
                DelayDays = DelayDays,
                TopUpsCount = TopUpsRank,
                Voucher = string.IsNullOrWhiteSpace(Voucher) ? null : Voucher.Trim(),
            },
            GlucoseBenefit = GlucoseBenefit,
            Examples = [.. Lines(Examples).Select(Example)],
        },
        From);

    private static string Line(long first, long second) => string.Create(CultureInfo.InvariantCulture, $"{first} = {second}");

    private static string[] Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static ClubExample Example(string line)
    {
        var words = line.Split(' ', 2);
        if (words.Length < 2 || !Enum.TryParse<ClubQuestion>(words[0], ignoreCase: true, out var asks))
            throw Refusal.Invalid("examples", "field.malformed");
        var (points, gives) = Numbers(words[1], "examples");
        return new ClubExample(asks, points, gives);
    }

    private static (long First, long Second) Numbers(string line, string field) =>
        line.Split('=', StringSplitOptions.TrimEntries) is [var first, var second]
        && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && long.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            ? (from, to)
            : throw Refusal.Invalid(field, "field.malformed");
}
