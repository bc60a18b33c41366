using RetailMember.Redemption.Benefits.Rules;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Benefits;

/// <summary>A benefit as head office reads it.</summary>
/// <param name="Benefit">Its code.</param>
/// <param name="EditedAt">UTC.</param>
internal sealed record BenefitView(string Benefit, bool Withdrawn, BenefitTerms Terms, string EditedBy, DateTime EditedAt)
{
    public static BenefitView Of(Benefit row) =>
        new(row.Code, row.Withdrawn, BenefitShelf.TermsOf(row), row.EditedBy, row.EditedAt);
}
