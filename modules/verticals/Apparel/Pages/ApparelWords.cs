using RetailMember.Apparel.Data;
using RetailMember.Apparel.Ladder;
using RetailMember.Apparel.Rules;
using RetailMember.Apparel.Tasks;
using RetailMember.Membership;
using RetailMember.Pages.Display;
using RetailMember.Pages.Export;
using RetailMember.Texts;

namespace RetailMember.Apparel.Pages;

/// <summary>What pages say of rungs and tasks.</summary>
internal static class ApparelWords
{
    public const string Filters = "apparel.task-filter.";

    public static string Of(this ITexts texts, RungStanding state) => texts["apparel.rung." + EnumCode.Of(state)];

    public static string Of(this ITexts texts, TaskState state) => texts["apparel.task-state." + EnumCode.Of(state)];

    public static string Of(this ITexts texts, RungPolicy policy) => texts["apparel.policy." + EnumCode.Of(policy)];

    public static string Of(this ITexts texts, ServiceTrigger trigger) =>
        texts["apparel.trigger." + EnumCode.Of(trigger)];

    public static string NameOf(this IReadOnlyList<MemberTier> tiers, string code) =>
        tiers.FirstOrDefault(t => t.Code == code)?.Name ?? code;

    public static string In(this ITexts texts, LocalName name) => name.In(texts.Language);

    public static Tone ToneOf(RungStanding state) => state switch
    {
        RungStanding.Waiting => Tone.Warning,
        RungStanding.Claimed => Tone.Success,
        RungStanding.NotGiven => Tone.Danger,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(TaskView task) => task switch
    {
        { Overdue: true } => Tone.Danger,
        { State: TaskState.Open } => Tone.Warning,
        { State: TaskState.Done } => Tone.Success,
        _ => Tone.Neutral,
    };

    public static IReadOnlyList<ExportColumn<RungView>> RungColumns(ITexts texts) =>
    [
        new(texts["apparel.member"], r => r.MemberNo),
        new(texts["apparel.month"], r => r.Month),
        new(texts["apparel.threshold"], r => r.Points),
        new(texts["apparel.worth"], r => r.Worth),
        new(texts["apparel.store"], r => r.StoreCode),
        new(texts["apparel.reached-on"], r => r.ReachedOn),
        new(texts["apparel.claim-until"], r => r.ClaimUntil),
        new(texts["apparel.state"], r => texts.Of(r.State)),
    ];
}
