using System.Globalization;
using RetailMember.Engagement.Data;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Engagement.SignUps;
using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.Texts;

namespace RetailMember.Engagement.Pages.MemberEvents;

/// <summary>What pages say of events.</summary>
internal static class EventWords
{
    public const string States = "engagement.event-state.";

    public const string SignUpStates = "engagement.sign-up-state.";

    public static string Of(this ITexts texts, MemberEventState state) => texts[States + EnumCode.Of(state)];

    public static Tone Tone(this MemberEventState state) => state switch
    {
        MemberEventState.Published => RetailMember.Pages.Display.Tone.Success,
        MemberEventState.Draft => RetailMember.Pages.Display.Tone.Warning,
        MemberEventState.Cancelled => RetailMember.Pages.Display.Tone.Danger,
        MemberEventState.Closed => RetailMember.Pages.Display.Tone.Info,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    /// <summary>Whoever was signed up for an event that is over and was not seen did not come.</summary>
    public static string Of(this ITexts texts, SignUpState state, MemberEventState happening) =>
        state == SignUpState.SignedUp && happening == MemberEventState.Held
            ? texts["engagement.no-show"]
            : texts[SignUpStates + EnumCode.Of(state)];

    public static Tone Tone(this SignUpState state, MemberEventState happening) => state switch
    {
        SignUpState.Attended => RetailMember.Pages.Display.Tone.Success,
        SignUpState.Waiting => RetailMember.Pages.Display.Tone.Warning,
        SignUpState.SignedUp when happening == MemberEventState.Held => RetailMember.Pages.Display.Tone.Danger,
        SignUpState.SignedUp => RetailMember.Pages.Display.Tone.Info,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    /// <summary>Why a sign-up was cancelled: a word of the house, or what somebody wrote.</summary>
    public static string ReasonOf(this ITexts texts, string? reason) => reason switch
    {
        CancelEvent.Why => texts["engagement.event-cancelled"],
        SeatsOfClosedMembers.Why => texts["engagement.member-left"],
        SeatsOfMergedMembers.Why => texts["engagement.member-merged"],
        _ => reason ?? "",
    };

    public static string PlaceOf(this EventTerms terms, IReadOnlyDictionary<string, string> stores)
    {
        var store = terms.StoreCode is { } code ? stores.GetValueOrDefault(code, code) : null;
        return string.Join(" · ", new[] { store, terms.Place }.Where(p => !string.IsNullOrEmpty(p)));
    }

    /// <summary>From when to when, in a time zone; the second day only where it is another.</summary>
    public static string Times(this EventTerms terms, TimeZoneInfo zone)
    {
        var (from, to) = (Local(terms.StartsAt, zone), Local(terms.EndsAt, zone));
        var end = to.ToString(from.Date == to.Date ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return $"{from.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} – {end}";
    }

    private static DateTime Local(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
}
