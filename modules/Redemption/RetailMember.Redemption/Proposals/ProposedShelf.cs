using System.Text.Json;
using RetailMember.Brands;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Proposals;

/// <summary>What modules propose that the brand has on.</summary>
internal sealed class ProposedShelf(IEnumerable<ShelfProposal> proposals, IBrandDirectory brands)
{
    /// <summary>By code, without those that the brand has.</summary>
    public IReadOnlyList<ProposedItem> Without<TTerms>(
        Brand brand, ShelfKind kind, IReadOnlyCollection<string> there, Func<TTerms, LocalName> nameOf) =>
    [
        .. OnIn(brand, kind).Where(p => !there.Contains(p.Code)).OrderBy(p => p.Code, StringComparer.Ordinal)
            .Select(p => new ProposedItem(p.Code, nameOf(Read<TTerms>(p)))),
    ];

    /// <exception cref="Refusal"><c>redemption.not-proposed</c></exception>
    public TTerms TermsOf<TTerms>(Brand brand, ShelfKind kind, string code) =>
        OnIn(brand, kind).FirstOrDefault(p => p.Code == code) is { } proposal
            ? Read<TTerms>(proposal)
            : throw new Refusal("redemption.not-proposed", RefusalKind.NotFound, ("code", code));

    /// <summary>The answer where the brand has something of the code, changed or not.</summary>
    public static Refusal There(string code) => new("redemption.proposal-there", RefusalKind.Conflict, ("code", code));

    private IEnumerable<ShelfProposal> OnIn(Brand brand, ShelfKind kind) =>
        proposals.Where(p => p.Kind == kind && brands.IsOn(p.Module, brand.Id, storeId: null));

    private static TTerms Read<TTerms>(ShelfProposal proposal) =>
        JsonSerializer.Deserialize<TTerms>(proposal.Read(), Json.Options)!;
}

/// <summary>Something that a module proposes and the brand has not.</summary>
/// <param name="Code">The code that it will have.</param>
internal sealed record ProposedItem(string Code, LocalName Name);
