using RetailMember.Brands;
using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.Templates;

/// <summary>Words for letters of the modules that the brand has on.</summary>
internal sealed class ProposedLetters(IEnumerable<LetterProposal> proposals, IBrandDirectory brands)
{
    private const string MemberName = "name";
    private const string BrandName = "brand";
    private const int LongestName = 20;

    /// <summary>By purpose.</summary>
    public IReadOnlyList<LetterProposal> For(Brand brand) =>
    [
        .. proposals.Where(p => brands.IsOn(p.Module, brand.Id, storeId: null))
            .OrderBy(p => p.Purpose, StringComparer.Ordinal),
    ];

    public static TemplateTerms TermsOf(LetterProposal letter, string signature) => new()
    {
        Name = letter.Name.ZhHans,
        Kind = TemplateKind.Marketing,
        Purpose = letter.Purpose,
        Signature = signature,
        Body = letter.Body,
        Variables = [.. TemplateText.VariablesOf(letter.Body).Select(name => VariableOf(letter, name))],
    };

    private static TemplateVariable VariableOf(LetterProposal letter, string name)
    {
        if (name == MemberName) return new TemplateVariable(name, VariableSource.MemberName, LongestName, "王芳");
        if (name == BrandName) return new TemplateVariable(name, VariableSource.BrandName, LongestName, "海棠");
        var given = letter.Variables.First(v => v.Name == name);
        return new TemplateVariable(name, VariableSource.Given, given.Longest, given.SampleValue);
    }
}
