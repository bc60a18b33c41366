using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Pages.Programmes.Editing.Parts;

/// <summary>A declared field as its form has it.</summary>
internal sealed record MemberFieldForm
{
    public required string Code { get; init; }
    public required LocalName Name { get; init; }
    public MemberFieldKind Kind { get; init; }
    public bool Required { get; init; }

    /// <summary>With commas between.</summary>
    public string? Choices { get; init; }
}

internal sealed class MemberFieldList() : ListPart<MemberField, MemberFieldForm>("member-fields", "$.memberFields")
{
    protected override IReadOnlyList<MemberField> Items(ProgrammeDocument document) => document.MemberFields;

    protected override ProgrammeDocument With(ProgrammeDocument document, IReadOnlyList<MemberField> items) =>
        document with { MemberFields = items };

    protected override MemberFieldForm Blank(ProgrammeDocument document) => new() { Code = "", Name = new LocalName("", "") };

    protected override MemberFieldForm FormOf(MemberField item) => new()
    {
        Code = item.Code,
        Name = item.Name,
        Kind = item.Kind,
        Required = item.Required,
        Choices = string.Join(", ", item.Choices),
    };

    protected override MemberField ItemOf(MemberFieldForm form) => new()
    {
        Code = form.Code,
        Name = form.Name,
        Kind = form.Kind,
        Required = form.Required,
        Choices = form.Kind == MemberFieldKind.Choice ? Units.Listed(form.Choices) : [],
    };
}
