using RetailMember.Membership.Tags;
using RetailMember.Pages.Charts;
using RetailMember.Pages.Display;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Tags;

/// <summary>How many have tags, and how that came about.</summary>
internal sealed class TagCharts(ITexts texts)
{
    private const int Most = 12;

    /// <summary>The tags that most have.</summary>
    public ChartData Members(IReadOnlyList<TagView> tags)
    {
        var shown = tags.Where(t => t.Members > 0).OrderByDescending(t => t.Members)
            .ThenBy(t => t.Tag, StringComparer.Ordinal).Take(Most).ToList();
        return new(
            ChartKind.HorizontalBar,
            [.. shown.Select(t => texts.In(t.Terms.Name))],
            [new(texts["membership.tag.members"], [.. shown.Select(t => (decimal?)t.Members)])]);
    }

    /// <summary>Members day by day, with those who came and went.</summary>
    public ChartData Trend(IReadOnlyList<TagDay> days) => new(
        ChartKind.Bar,
        [.. days.Select(d => Figures.Day(d.BusinessDate)[5..])],
        [
            new(texts["membership.tag.step.gained"], [.. days.Select(d => (decimal?)d.Gained)]),
            new(texts["membership.tag.step.lost"], [.. days.Select(d => (decimal?)d.Lost)]),
            new(texts["membership.tag.members"], [.. days.Select(d => (decimal?)d.Members)]) { AsLine = true, OnRight = true },
        ]);
}
