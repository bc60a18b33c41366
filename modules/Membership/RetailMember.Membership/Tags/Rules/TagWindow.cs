namespace RetailMember.Membership.Tags;

/// <summary>What a condition finds in the receipts of its window.</summary>
internal sealed class TagWindow(TagCondition condition, TagFacts facts)
{
    public TagFigure Find()
    {
        var within = Within();
        var named = Named(within);
        return condition.Measure switch
        {
            TagMeasure.Receipts => TagFigure.Of(named.Count),
            TagMeasure.Paid => TagFigure.Of(Yuan(Paid(named))),
            TagMeasure.AverageTicket => TagFigure.Of(
                named.Count == 0 ? null : Math.Round(Yuan(named.Sum(r => r.PaidFen)) / named.Count, 2, MidpointRounding.AwayFromZero)),
            TagMeasure.Pieces => TagFigure.Of(named.Sum(r => r.Lines.Where(IsNamed).Sum(l => l.Pieces))),
            TagMeasure.SpendShare => TagFigure.Of(ShareOf(named, within.Sum(r => r.PaidFen))),
            TagMeasure.DaysSincePurchase => TagFigure.Of(
                named.Count == 0 ? null : facts.On.DayNumber - named.Max(r => r.On).DayNumber),
            TagMeasure.UsualStore => TagFigure.Of(Usual(named, r => r.Store)),
            TagMeasure.UsualHour => TagFigure.Of(named.Count == 0 ? null : Usual(named, r => r.Hour)),
            _ => throw new InvalidOperationException($"{condition.Measure} looks at no receipts."),
        };
    }

    private List<TagReceipt> Within()
    {
        var first = condition.FirstDay(facts.On) ?? DateOnly.MinValue;
        return [.. facts.Receipts.Where(r => r.On >= first && r.On <= facts.On)];
    }

    private List<TagReceipt> Named(List<TagReceipt> receipts) =>
        condition.Categories.Count == 0 ? receipts : receipts.FindAll(r => r.Lines.Any(IsNamed));

    private bool IsNamed(TagLine line) =>
        condition.Categories.Count == 0 || (line.Category is { } category && condition.Categories.Contains(category));

    /// <summary>Of receipts with named categories what these cost, and not what else is on them.</summary>
    private long Paid(List<TagReceipt> named) => condition.Categories.Count == 0
        ? named.Sum(r => r.PaidFen)
        : named.Sum(r => r.Lines.Where(IsNamed).Sum(l => l.PaidFen));

    private decimal? ShareOf(List<TagReceipt> named, long allFen) =>
        allFen == 0 ? null : Math.Round(100m * Paid(named) / allFen, 2, MidpointRounding.AwayFromZero);

    /// <summary>Where two come equally often, the lower one, so that the same receipts always say the same.</summary>
    private static T? Usual<T>(List<TagReceipt> receipts, Func<TagReceipt, T> of) => receipts
        .GroupBy(of).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, Comparer<T>.Default)
        .Select(g => g.Key).FirstOrDefault();

    private static decimal Yuan(long fen) => fen / 100m;
}
