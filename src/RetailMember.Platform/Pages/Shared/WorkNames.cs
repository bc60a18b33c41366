using RetailMember.Texts;

namespace RetailMember.Platform.Pages.Shared;

/// <summary>What people call a use case or a job; its stable name where the text files know no better.</summary>
internal sealed class WorkNames(ITexts texts)
{
    public string OfUseCase(string name) => Known("use-case." + name) ?? name;

    /// <param name="name">With its module (<c>Membership.expire-points</c>), or the name of a use case.</param>
    public string OfRun(string name) =>
        Known("job." + name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]) ?? OfUseCase(name);

    private string? Known(string key) => texts.Has(key) ? texts[key] : null;
}
