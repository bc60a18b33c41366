using RetailMember.Brands;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts.Rules;

/// <summary>A rule as head office reads it.</summary>
/// <param name="Rule">Its code.</param>
/// <param name="EditedAt">UTC.</param>
/// <param name="Warning">
/// Code of what whoever edits it should know; its text is <c>warning.</c> followed by it. Null where nothing is unusual.
/// </param>
internal sealed record GiftRuleView(
    string Rule, GiftRuleState State, GiftTerms Terms, string EditedBy, DateTime EditedAt, string? Warning)
{
    /// <summary>What happened before the rule was activated counts too.</summary>
    public const string ReachesBack = "redemption.gift-rule-reaches-back";

    public static GiftRuleView Of(GiftRule row, CallContext call)
    {
        var terms = KnownGiftRule.TermsOf(row);
        var reachesBack = row.State switch
        {
            GiftRuleState.Draft => terms.From < call.RequiredBrand.DateOf(call.At),
            GiftRuleState.Active => terms.From < call.RequiredBrand.DateOf(row.EditedAt),
            _ => false,
        };
        return new GiftRuleView(row.Code, row.State, terms, row.EditedBy, row.EditedAt, reachesBack ? ReachesBack : null);
    }
}
