using RetailMember.Membership.Pages.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Programmes.Reading;

/// <summary>A declared field of the member file in words.</summary>
internal static class FieldWords
{
    public static string Field(this ProgrammeWords words, MemberField field) => words.Clauses(
    [
        words.Sentence("field-kind." + EnumCode.Of(field.Kind)),
        .. field.Choices.Count > 0 ? [words.List(field.Choices)] : Array.Empty<string>(),
        words.Sentence(field.Required ? "field-required" : "field-optional"),
    ]);
}
