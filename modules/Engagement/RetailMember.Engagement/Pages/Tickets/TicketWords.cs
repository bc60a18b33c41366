using RetailMember.Engagement.Data;
using RetailMember.Engagement.Tickets;
using RetailMember.Pages.Charts;
using RetailMember.Pages.Display;
using RetailMember.Pages.Export;
using RetailMember.Texts;

namespace RetailMember.Engagement.Pages.Tickets;

/// <summary>What pages say of tickets.</summary>
internal static class TicketWords
{
    public const string States = "engagement.ticket-state.";

    public const string Categories = "engagement.ticket-category.";

    public static string Of(this ITexts texts, TicketState state) => texts[States + EnumCode.Of(state)];

    public static string Of(this ITexts texts, TicketCategory category) => texts[Categories + EnumCode.Of(category)];

    public static Tone Tone(this TicketView ticket) => ticket switch
    {
        { Overdue: true } => RetailMember.Pages.Display.Tone.Danger,
        { State: TicketState.Open } => RetailMember.Pages.Display.Tone.Warning,
        { State: TicketState.Answered } => RetailMember.Pages.Display.Tone.Success,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    /// <summary>Tickets of each category, by their state.</summary>
    public static ChartData Chart(this ITexts texts, CountTickets.Result counted)
    {
        TicketCategory[] categories = [.. counted.Counts.Select(c => c.Category).Distinct()];
        return new(
            ChartKind.StackedBar,
            [.. categories.Select(texts.Of)],
            [
                .. Enum.GetValues<TicketState>().Select(state => new ChartSeries(
                    texts.Of(state),
                    [
                        .. categories.Select(category => (decimal?)counted.Counts
                            .Where(c => c.Category == category && c.State == state).Sum(c => c.Count)),
                    ])),
            ]);
    }

    public static IReadOnlyList<ExportColumn<TicketView>> Columns(ITexts texts) =>
    [
        new(texts["engagement.opened-at"], t => t.OpenedAt),
        new(texts["engagement.member"], t => t.MemberNo),
        new(texts["engagement.category"], t => texts.Of(t.Category)),
        new(texts["engagement.state"], t => texts.Of(t.State)),
        new(texts["engagement.store"], t => t.StoreCode),
        new(texts["engagement.receipt"], t => t.ReceiptNo),
        new(texts["engagement.assignee"], t => t.Assignee),
        new(texts["engagement.due-at"], t => t.DueAt),
        new(texts["engagement.answered-at"], t => t.AnsweredAt),
        new(texts["engagement.closed-at"], t => t.ClosedAt),
    ];
}
