using System.Globalization;
using RetailMember.Apparel.Data;
using RetailMember.Marketing;
using RetailMember.Values;

namespace RetailMember.Apparel.Reminders;

/// <summary>What reminders are called, and the words that they have at first.</summary>
internal static class ReminderLetters
{
    /// <summary>Whether members are reminded at all.</summary>
    public const string Switch = "Apparel.Reminders";

    public static IReadOnlyList<LetterProposal> Words { get; } =
    [
        new(
            ApparelModule.ModuleName, PurposeOf(ReminderKind.Gap), new LocalName("阶梯差额提醒", "Gap to the next rung"),
            "${name}您好，您本月已积${points}分，再积${missing}分即可领取${worth}元服装券。拒收请回复TD",
            [new LetterVariable("points", 12, "1850"), new LetterVariable("missing", 12, "150"), Worth]),
        new(
            ApparelModule.ModuleName, PurposeOf(ReminderKind.Claim), new LocalName("待领取奖励提醒", "Rungs to be claimed"),
            "${name}您好，您有${worth}元服装券待领取，请在${until}前到店领取，逾期作废。拒收请回复TD",
            [Worth, new LetterVariable("until", 10, "2026-12-07")]),
    ];

    private static LetterVariable Worth => new("worth", 12, "150");

    public static string PurposeOf(ReminderKind kind) => kind == ReminderKind.Gap ? "apparel.ladder-gap" : "apparel.rung-waits";

    public static string KeyOf(DateOnly occasion) => Of(occasion);

    public static LetterAddress AddressOf(SentReminder reminder) =>
        new(PurposeOf(reminder.Kind), KeyOf(reminder.Occasion), reminder.MemberId);

    public static string Of(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public static string Of(long points) => points.ToString(CultureInfo.InvariantCulture);

    /// <summary>Yuan, without fen where there are none.</summary>
    public static string Of(Money worth) => worth.Yuan.ToString("0.##", CultureInfo.InvariantCulture);
}
