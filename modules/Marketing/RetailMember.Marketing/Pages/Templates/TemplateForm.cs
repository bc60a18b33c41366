using RetailMember.Marketing.Data;
using RetailMember.Marketing.Direct;
using RetailMember.Marketing.Direct.TestAddresses;
using RetailMember.Marketing.Templates;
using RetailMember.Pages.Forms;
using RetailMember.Values;

namespace RetailMember.Marketing.Pages.Templates;

/// <summary>A template as its form has it: rows of variables without a name were left empty.</summary>
internal sealed record TemplateForm
{
    private const int UsualLongest = 20;

    public required string Template { get; init; }
    public required string Name { get; init; }
    public TemplateKind Kind { get; init; } = TemplateKind.Marketing;
    public MessageChannel Channel { get; init; }
    public string? Purpose { get; init; }
    public required string Signature { get; init; }
    public string? ProviderCode { get; init; }
    public string? Link { get; init; }
    public required string Body { get; init; }
    public IReadOnlyList<VariableRow> Variables { get; init; } = [];

    public EditTemplate.Input ToInput() => new(Template, new TemplateTerms
    {
        Name = Name,
        Kind = Kind,
        Channel = Channel,
        Purpose = string.IsNullOrWhiteSpace(Purpose) ? null : Purpose.Trim(),
        Signature = Signature,
        ProviderCode = ProviderCode?.Trim() ?? "",
        Link = Link?.Trim() ?? "",
        Body = Body.Trim(),
        Variables =
        [
            .. Variables.Where(v => !string.IsNullOrWhiteSpace(v.Name)).Select(v =>
                new TemplateVariable(v.Name!.Trim(), v.Source, v.Longest ?? UsualLongest, v.SampleValue?.Trim() ?? "")),
        ],
    });

    public static TemplateForm Of(string template, TemplateTerms terms) => new()
    {
        Template = template,
        Name = terms.Name,
        Kind = terms.Kind,
        Channel = terms.Channel,
        Purpose = terms.Purpose,
        Signature = terms.Signature,
        ProviderCode = terms.ProviderCode,
        Link = terms.Link,
        Body = terms.Body,
        Variables =
        [
            .. terms.Variables.Select(v => new VariableRow
            {
                Name = v.Name, Source = v.Source, Longest = v.Longest, SampleValue = v.SampleValue,
            }),
        ],
    };

    internal sealed record VariableRow
    {
        public string? Name { get; init; }
        public VariableSource Source { get; init; }
        public int? Longest { get; init; }
        public string? SampleValue { get; init; }
    }
}

/// <param name="Letters">Of modules, without words yet.</param>
internal sealed record TemplateListModel(
    PageOf<TemplateView> Found, IReadOnlyList<FindLetterProposals.Row> Letters, bool MayEdit);

/// <param name="Revisions">Latest first.</param>
/// <param name="Preview">As a real member reads it; null until one was asked for.</param>
/// <param name="Step">What was tried and is at fault; null: nothing was.</param>
internal sealed record TemplateModel(
    IReadOnlyList<TemplateView> Revisions, PreviewTemplate.Result? Preview, IReadOnlyList<TestAddressView> TestAddresses,
    bool MayEdit, bool MayApprove, bool LacksCode, string? Step, FormFaults Faults)
{
    /// <summary>Of one step, so that a form shows its own.</summary>
    public FormFaults FaultsOf(string step) => Step == step ? Faults : FormFaults.None;
}

/// <param name="Form">Null for a new one.</param>
internal sealed record TemplateFormModel(TemplateForm? Form, IReadOnlyList<string> Signatures, FormFaults Faults);
