using System.Text.Json;
using RetailMember.Brands;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Types;

/// <summary>The card types that modules propose which the brand has on.</summary>
internal sealed class ProposedCardTypes(IEnumerable<CardTypeProposal> proposals, IBrandDirectory brands)
{
    /// <summary>Codes, in order.</summary>
    public IReadOnlyList<string> CodesFor(Brand brand) =>
        [.. OnIn(brand).Select(p => p.CardType).Order(StringComparer.Ordinal)];

    /// <exception cref="Refusal"><c>storedvalue.card-type-not-proposed</c></exception>
    public CardTypeTerms TermsFor(Brand brand, string code) =>
        OnIn(brand).FirstOrDefault(p => p.CardType == code) is { } proposal
            ? JsonSerializer.Deserialize<CardTypeTerms>(proposal.Read(), Json.Options)!
            : throw new Refusal("storedvalue.card-type-not-proposed", RefusalKind.NotFound, ("cardType", code));

    private IEnumerable<CardTypeProposal> OnIn(Brand brand) =>
        proposals.Where(p => brands.IsOn(p.Module, brand.Id, storeId: null));
}
