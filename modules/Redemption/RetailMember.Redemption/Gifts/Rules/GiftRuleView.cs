using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Gifts.Rules;

/// <summary>A rule as head office reads it.</summary>
/// <param name="Rule">Its code.</param>
/// <param name="EditedAt">UTC.</param>
internal sealed record GiftRuleView(string Rule, GiftRuleState State, GiftTerms Terms, string EditedBy, DateTime EditedAt)
{
    public static GiftRuleView Of(GiftRule row) =>
        new(row.Code, row.State, KnownGiftRule.TermsOf(row), row.EditedBy, row.EditedAt);
}
