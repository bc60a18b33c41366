using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers.Rules;

namespace RetailMember.Redemption.Vouchers.Definitions;

/// <summary>A definition as head office reads it.</summary>
/// <param name="Definition">Its code.</param>
/// <param name="EditedAt">UTC.</param>
internal sealed record DefinitionView(
    string Definition, VoucherDefinitionState State, VoucherTerms Terms, string EditedBy, DateTime EditedAt)
{
    public static DefinitionView Of(VoucherDefinition row) =>
        new(row.Code, row.State, KnownDefinition.TermsOf(row), row.EditedBy, row.EditedAt);
}
