using RetailMember.Engagement.Data;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Pages.Charts;
using RetailMember.Texts;

namespace RetailMember.Engagement.Pages.MemberEvents;

/// <summary>How full events are, and how many came.</summary>
internal static class EventCharts
{
    private const int Most = 12;

    /// <summary>Seats, sign-ups and members who came, of several events in the order of their days.</summary>
    public static ChartData Of(IEnumerable<EventView> events, ITexts texts)
    {
        var shown = events.Where(e => e.State is not (MemberEventState.Draft or MemberEventState.Cancelled))
            .Take(Most).OrderBy(e => e.Terms.StartsAt).ToList();
        return new(
            ChartKind.Bar,
            [.. shown.Select(e => texts.In(e.Terms.Name))],
            [
                Series("engagement.seats", e => e.Terms.Seats),
                Series("engagement.taken", e => e.Taken),
                Series("engagement.waiting", e => e.Waiting),
                Series("engagement.attended", e => e.Attended),
            ]);

        ChartSeries Series(string text, Func<EventView, int> value) =>
            new(texts[text], [.. shown.Select(e => (decimal?)value(e))]);
    }

    /// <summary>One event's seats: had by whom came, by others, free.</summary>
    public static ChartData Of(EventView happening, ITexts texts) => new(
        ChartKind.Doughnut,
        [texts["engagement.taken"], texts["engagement.seats-left"]],
        [new(texts["engagement.seats"], [happening.Taken, happening.SeatsLeft])]);
}
