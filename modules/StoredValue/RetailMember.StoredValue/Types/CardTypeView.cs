using System.Text.Json.Serialization;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;

namespace RetailMember.StoredValue.Types;

/// <summary>A card type as head office reads it.</summary>
/// <param name="CardType">Its code.</param>
/// <param name="Version">The version in force; of a type that was never activated, its draft.</param>
/// <param name="DraftVersion">A version that waits to be activated; left out: none.</param>
/// <param name="DraftTerms">Of that version.</param>
/// <param name="NextFrom">UTC; from when an activated version will be in force that is not yet.</param>
/// <param name="EditedAt">UTC.</param>
internal sealed record CardTypeView(
    string CardType,
    bool InForce,
    int Version,
    [property: JsonPropertyName("cardTerms")] CardTypeTerms Terms,
    int? DraftVersion,
    CardTypeTerms? DraftTerms,
    DateTime? NextFrom,
    string EditedBy,
    DateTime EditedAt)
{
    public static CardTypeView Of(CardType type, IReadOnlyCollection<CardTypeVersion> versions, DateTime now)
    {
        var draft = versions.SingleOrDefault(v => v.EffectiveFrom is null);
        var inForce = versions.Where(v => v.EffectiveFrom <= now)
            .OrderBy(v => v.EffectiveFrom).ThenBy(v => v.Number).LastOrDefault();
        var next = versions.Where(v => v.EffectiveFrom > now).OrderBy(v => v.EffectiveFrom).FirstOrDefault();
        var shown = inForce ?? draft ?? next!;
        return new CardTypeView(
            type.Code, inForce is not null, shown.Number, CardTypeShelf.TermsOf(shown.Terms), draft?.Number,
            draft is null ? null : CardTypeShelf.TermsOf(draft.Terms), next?.EffectiveFrom, type.EditedBy, type.EditedAt);
    }
}
