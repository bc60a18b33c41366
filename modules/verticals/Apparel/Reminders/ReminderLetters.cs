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
        new(
            ApparelModule.ModuleName, PurposeOf(ReminderKind.Season), new LocalName("换季短信", "Change of season"),
            "${name}您好，换季新款已到店，欢迎到店试穿；换季衣物的修改、洗涤和护理，请找本店为您服务。拒收请回复TD", []),
    ];

    private static LetterVariable Worth => new("worth", 12, "150");

    public static string PurposeOf(ReminderKind kind) => kind switch
    {
        ReminderKind.Gap => "apparel.ladder-gap",
        ReminderKind.Claim => "apparel.rung-waits",
        ReminderKind.Season => "apparel.season-change",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string KeyOf(DateOnly occasion) => Of(occasion);

    public static LetterAddress AddressOf(SentReminder reminder) =>
        new(PurposeOf(reminder.Kind), KeyOf(reminder.Occasion), reminder.MemberId);

    public static string Of(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public static string Of(long points) => points.ToString(CultureInfo.InvariantCulture);

    /// <summary>Yuan, without fen where there are none.</summary>
    public static string Of(Money worth) => worth.Yuan.ToString("0.##", CultureInfo.InvariantCulture);
}
