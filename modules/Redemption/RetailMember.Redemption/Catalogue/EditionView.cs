using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Catalogue;

/// <summary>An edition as head office reads it.</summary>
/// <param name="Edition">Its code.</param>
/// <param name="To">Last day.</param>
internal sealed record EditionView(
    string Edition, DateOnly From, DateOnly To, bool Published, IReadOnlyList<EditionItem> Items, string EditedBy, DateTime EditedAt)
{
    public static EditionView Of(Edition e) =>
        new(e.Code, e.From, e.To, e.Published, CatalogueShelf.ItemsOf(e), e.EditedBy, e.EditedAt);
}
