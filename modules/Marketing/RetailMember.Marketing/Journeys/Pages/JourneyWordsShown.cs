using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Reading;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Pages;
using RetailMember.Pages.Display;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Texts;

namespace RetailMember.Marketing.Journeys.Pages;

/// <summary>What pages say of journeys.</summary>
internal static class JourneyWordsShown
{
    public const string States = "marketing.journey-state.";
    public const string Triggers = "marketing.journey-trigger.";
    public const string Outcomes = "marketing.journey-outcome.";
    public const string Onces = "marketing.journey-once.";

    private static readonly (string Name, object? Value)[] NoFacts = [];

    public static string Of(this ITexts texts, JourneyState state) => texts[States + EnumCode.Of(state)];

    public static string Of(this ITexts texts, JourneyTrigger trigger) => texts[Triggers + EnumCode.Of(trigger)];

    public static string Of(this ITexts texts, JourneyOutcome outcome) => texts[Outcomes + EnumCode.Of(outcome)];

    /// <summary>What sets it off, in a few words: 3 days before the birthday.</summary>
    public static string When(this ITexts texts, JourneyTerms terms) => terms.Trigger switch
    {
        JourneyTrigger.Birthday => texts.Format("marketing.journey-when.birthday", terms.Days),
        JourneyTrigger.PointsExpiry => texts.Format("marketing.journey-when.pointsExpiry", terms.Days),
        JourneyTrigger.Lapse => texts.Format("marketing.journey-when.lapse", terms.Months),
        JourneyTrigger.Goal => texts.Format("marketing.journey-when.goal", terms.DayOfMonth),
        JourneyTrigger.Calendar when terms.EveryYear => texts.Format(
            "marketing.journey-when.every-year", texts.List(terms.Dates.Select(d => Figures.Day(d)[5..]))),
        JourneyTrigger.Calendar => texts.Format("marketing.journey-when.calendar", texts.List(terms.Dates.Select(Figures.Day))),
        JourneyTrigger.ShopEvent => texts.Format("marketing.journey-when.shopEvent", terms.ShopEvent),
        _ => texts.Of(terms.Trigger),
    };

    /// <summary>Several things beside each other, as the language writes them.</summary>
    public static string List(this ITexts texts, IEnumerable<string> things) =>
        string.Join(texts["marketing.journeys.between"], things);

    /// <summary>Why it came to this; where a voucher was refused, with that refusal.</summary>
    public static string Why(this ITexts texts, DecisionView decision) => decision.Refusal is { } no
        ? texts.Format("marketing.journeys.voucher-refused-why", texts.Format("refusal." + no, NoFacts))
        : texts.Of(decision.Verdict);

    /// <summary>What became of the message, what it waits for, or why it did not go.</summary>
    public static string? Fate(this ITexts texts, DecisionView decision) => decision.MessageState is not { } state
        ? null
        : texts.Of(state) + (texts.Of(decision.Reason) is { } reason ? " · " + reason : "");

    public static Tone Tone(this JourneyState state) => state switch
    {
        JourneyState.Running => RetailMember.Pages.Display.Tone.Success,
        JourneyState.Draft => RetailMember.Pages.Display.Tone.Warning,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    public static Tone Tone(this JourneyOutcome outcome) => outcome switch
    {
        JourneyOutcome.Queued => RetailMember.Pages.Display.Tone.Success,
        JourneyOutcome.Waiting => RetailMember.Pages.Display.Tone.Info,
        JourneyOutcome.TemplateNotApproved or JourneyOutcome.VoucherRefused => RetailMember.Pages.Display.Tone.Danger,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    public static IReadOnlyList<ExportColumn<DecisionView>> Columns(ITexts texts) =>
    [
        new(texts["marketing.journeys.on"], d => d.BusinessDate),
        new(texts["marketing.journeys.journey"], d => texts.In(d.Name)),
        new(texts["marketing.journeys.member"], d => d.MemberNo),
        new(texts["marketing.journeys.outcome"], d => texts.Why(d)),
        new(texts["marketing.journeys.message"], d => texts.Fate(d)),
        new(texts["marketing.journeys.decided"], d => d.DecidedAt),
    ];
}
