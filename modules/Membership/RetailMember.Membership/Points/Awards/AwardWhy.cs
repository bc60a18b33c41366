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

    public static string Write(AwardReason reason) => JsonSerializer.Serialize(reason, Json.Options);

    /// <summary>The rule with its version and inputs, in the language of the request.</summary>
    public static string Say(LedgerEntry entry, ITexts texts)
    {
        var reason = JsonSerializer.Deserialize<AwardReason>(entry.Reason.Why!, Json.Stored)!;
        var inputs = reason.Inputs.Select(i => texts.Format(i.Name, i.Title is { } title ? texts.In(title) : i.Value));
        var why = string.Join(texts["membership.why.between"], inputs);
        return reason.Version == AwardReason.Unversioned
            ? why
            : texts.Format("membership.why.awarded", reason.Rule, reason.Version, why);
    }
}
