using System.Text.Json;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Points.Awards;

/// <summary>Why an award came to its number, as it is kept beside its postings.</summary>
internal static class AwardWhy
{
    public static bool IsAbout(LedgerEntry entry) =>
        entry.Amount > 0 && entry.Key.StartsWith(MemberAward.KeyPrefix, StringComparison.Ordinal);

    /// <summary>What an award, or its undoing, is called; null for postings of anything else.</summary>
    public static string? TitleOf(LedgerEntry entry, ITexts texts)
    {
        if (entry.Reason.Source?.StartsWith(MemberAward.KeyPrefix, StringComparison.Ordinal) != true) return null;
        if (entry.Amount <= 0) return texts["membership.posting.award-taken-back"];
        var title = entry.Reason.Why is { } why ? Read(why).Title : null;
        return texts[title is not null && texts.Has(title) ? title : "membership.posting.award"];
    }

    public static string Write(AwardReason reason) => JsonSerializer.Serialize(reason, Json.Options);

    /// <summary>The rule with its version and inputs, in the language of the request.</summary>
    public static string Say(LedgerEntry entry, ITexts texts)
    {
        var reason = Read(entry.Reason.Why!);
        var inputs = reason.Inputs.Select(i => texts.Format(i.Name, i.Title is { } title ? texts.In(title) : i.Value));
        var why = string.Join(texts["membership.why.between"], inputs);
        return reason.Version == AwardReason.Unversioned
            ? why
            : texts.Format("membership.why.awarded", reason.Rule, reason.Version, why);
    }

    private static AwardReason Read(string why) => JsonSerializer.Deserialize<AwardReason>(why, Json.Stored)!;
}
