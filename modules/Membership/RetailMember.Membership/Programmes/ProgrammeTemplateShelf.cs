using RetailMember.Brands;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes;

/// <summary>Programmes that a brand can start from: the house's own, and what modules propose that it has on.</summary>
internal sealed class ProgrammeTemplateShelf(IEnumerable<ProgrammeProposal> proposals, IBrandDirectory brands)
{
    /// <summary>Codes, in order.</summary>
    public IReadOnlyList<string> CodesFor(Brand brand) =>
        [.. ProgrammeTemplates.Codes.Concat(ProposedTo(brand).Select(p => p.Code)).Order(StringComparer.Ordinal)];

    /// <exception cref="Refusal"><c>membership.template-not-found</c></exception>
    public ProgrammeDocument For(Brand brand, string code)
    {
        if (ProgrammeTemplates.Find(code) is { } own) return own;
        return ProposedTo(brand).FirstOrDefault(p => p.Code == code) is { } proposed
            ? ProgrammeJson.Read(proposed.Read())
            : throw new Refusal("membership.template-not-found", RefusalKind.NotFound, ("template", code));
    }

    private IEnumerable<ProgrammeProposal> ProposedTo(Brand brand) =>
        proposals.Where(p => brands.IsOn(p.Module, brand.Id, storeId: null));
}
