using RetailMember.Membership.Pages.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Programmes.Editing.Parts;

internal sealed class TierList() : ListPart<Tier, TierForm>("tiers", "$.tierSet.tiers")
{
    protected override IReadOnlyList<Tier> Items(ProgrammeDocument document) => document.TierSet.Tiers;

    protected override ProgrammeDocument With(ProgrammeDocument document, IReadOnlyList<Tier> items) =>
        document with { TierSet = document.TierSet with { Tiers = items } };

    protected override TierForm Blank(ProgrammeDocument document) => new()
    {
        Code = "",
        Name = new LocalName("", ""),
        Rank = document.TierSet.Tiers.Select(t => t.Rank).DefaultIfEmpty(-1).Max() + 1,
        Entry = EntryWay.All,
    };

    protected override TierForm FormOf(Tier item) => new()
    {
        Code = item.Code,
        Name = item.Name,
        Rank = item.Rank,
        PayRate = Units.Percent(item.PayRate),
        PointsCoefficient = item.PointsCoefficient,
        Entry = item.Qualification switch
        {
            null => EntryWay.None,
            { Match: QualificationMatch.All } => EntryWay.All,
            _ => EntryWay.Any,
        },
        Goals = (item.Qualification?.Goals ?? []).DistinctBy(g => g.Metric).ToDictionary(
            g => g.Metric, g => new GoalForm(Units.Shown(g.Threshold, IsMoney(g.Metric)), g.Bound)),
    };

    protected override Tier ItemOf(TierForm form) => new()
    {
        Code = form.Code,
        Name = form.Name,
        Rank = form.Rank,
        PayRate = Units.Share(form.PayRate),
        PointsCoefficient = form.PointsCoefficient,
        Qualification = form.Entry == EntryWay.None
            ? null
            : new Qualification(form.Entry == EntryWay.All ? QualificationMatch.All : QualificationMatch.Any, [.. Goals(form)]),
    };

    protected override string FieldWithin(string path, Tier item)
    {
        const string Goals = "qualification.goals[";
        if (path.StartsWith(Goals, StringComparison.Ordinal))
            return FieldOf(item.Qualification!.Goals[path[Goals.Length] - '0'].Metric);
        return path.StartsWith("qualification", StringComparison.Ordinal) ? "entry" : path;
    }

    private static IEnumerable<QualificationGoal> Goals(TierForm form) =>
        from goal in form.Goals
        where goal.Value.Threshold is not null
        orderby goal.Key
        select new QualificationGoal(
            goal.Key, Units.Whole(goal.Value.Threshold!.Value, IsMoney(goal.Key), FieldOf(goal.Key)), goal.Value.Bound);

    private static string FieldOf(TierMetric metric) => $"goals.{EnumCode.Of(metric)}.threshold";

    private static bool IsMoney(TierMetric metric) => metric == TierMetric.Spend;
}
