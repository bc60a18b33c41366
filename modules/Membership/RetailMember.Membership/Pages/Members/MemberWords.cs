using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Points;
using RetailMember.Membership.Programmes;
using RetailMember.Pages.Display;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Members;

/// <summary>What the module's own lists of values are called on pages.</summary>
internal static class MemberWords
{
    public static string Of(this ITexts texts, MemberStatus status) => texts["membership.status." + EnumCode.Of(status)];

    public static string Of(this ITexts texts, Sex sex) => texts["membership.sex." + EnumCode.Of(sex)];

    public static string Of(this ITexts texts, CredentialKind kind) => texts["membership.card-kind." + EnumCode.Of(kind)];

    public static string Of(this ITexts texts, TierChangeReason reason) => texts["membership.tier-reason." + EnumCode.Of(reason)];

    public static string Of(this ITexts texts, TierMetric metric) => texts["membership.metric." + EnumCode.Of(metric)];

    public static string OfUnit(this ITexts texts, string unit) => texts["membership.unit." + unit];

    /// <summary>A reversal has the kind of what it reverses, and the other sign.</summary>
    public static string Of(this ITexts texts, PostingKind kind, long amount) => kind switch
    {
        PostingKind.Earn when amount < 0 => texts["membership.posting.taken-back"],
        PostingKind.Spend when amount > 0 => texts["membership.posting.given-back"],
        _ => texts["membership.posting." + EnumCode.Of(kind)],
    };

    /// <summary>Awards are called what they are for.</summary>
    public static string Of(this ITexts texts, PostingView posting) =>
        posting.AwardTitle ?? texts.Of(posting.Kind, posting.Change);

    public static Tone Tone(this MemberStatus status) => status switch
    {
        MemberStatus.Active => RetailMember.Pages.Display.Tone.Success,
        MemberStatus.Applied => RetailMember.Pages.Display.Tone.Warning,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    public static string IconName(this PostingKind kind) => kind switch
    {
        PostingKind.Earn => "coins",
        PostingKind.Spend => "gift",
        PostingKind.Expire => "clock",
        PostingKind.Adjust => "adjustments",
        PostingKind.Transfer => "transfer",
        _ => "file-import",
    };
}
