using RetailMember.Pharmacy.Rules;
using RetailMember.Pharmacy.Rules.Editing;

namespace RetailMember.Pharmacy.Pages;

/// <summary>The club's rules as their form has them: steps and examples are a line each.</summary>
internal sealed record RuleForm
{
    /// <summary>Of the wording that the form was filled from.</summary>
    public string? WordingMark { get; init; }

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
    public string? GlucoseBenefit { get; init; }
    public required string GroupKind { get; init; }
    public string? Breaks { get; init; }
    public string? Examples { get; init; }

    public static RuleForm Of(ClubTerms t) => new()
    {
        GoldTier = t.Gold.Tier,
        QuarterPoints = t.Gold.QuarterPoints,
        LastQuarterCountsForNextYear = t.Gold.LastQuarterCountsForNextYear,
        DiamondTier = t.Diamond.Tier,
        YearPoints = t.Diamond.YearPoints,
        TopUpsCount = t.Diamond.TopUpsCount,
        DayOfMonth = t.TopUp.DayOfMonth,
        Steps = RuleLines.Of(t.TopUp.Steps),
        ThousandsFrom = t.TopUp.ThousandsFrom,
        HundredsFrom = t.TopUp.HundredsFrom,
        Most = t.TopUp.Most,
        Places = t.Ranking.Places,
        DelayDays = t.Ranking.DelayDays,
        TopUpsRank = t.Ranking.TopUpsCount,
        Voucher = t.Ranking.Voucher,
        GlucoseBenefit = t.GlucoseBenefit,
        GroupKind = t.GroupPrice.Kind,
        Breaks = RuleLines.Of(t.GroupPrice.Breaks),
        Examples = RuleLines.Of(t.Examples),
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
                Steps = RuleLines.Steps(Steps),
                ThousandsFrom = ThousandsFrom,
                HundredsFrom = HundredsFrom,
                Most = Most,
            },
            Ranking = new RankingTerms
            {
                Places = Places,
                DelayDays = DelayDays,
                TopUpsCount = TopUpsRank,
                Voucher = Named(Voucher),
            },
            GlucoseBenefit = Named(GlucoseBenefit),
            GroupPrice = new GroupPriceTerms { Kind = GroupKind, Breaks = RuleLines.Breaks(Breaks) },
            Examples = RuleLines.Examples(Examples),
        },
        WordingMark);

    private static string? Named(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
