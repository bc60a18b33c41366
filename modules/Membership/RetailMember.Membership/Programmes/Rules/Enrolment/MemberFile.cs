namespace RetailMember.Membership.Programmes;

/// <summary>Only what the brand has declared is collected, and what it needs must be there.</summary>
internal static class MemberFile
{
    /// <summary>Codes that were given but are not on the brand's list.</summary>
    public static IReadOnlyList<string> Undeclared(ProgrammeDocument document, IEnumerable<string> given) =>
        [.. given.Except(document.MemberFields.Select(field => field.Code))];

    /// <summary>Codes of required fields that were not given.</summary>
    public static IReadOnlyList<string> Missing(ProgrammeDocument document, IEnumerable<string> given) =>
        [.. document.MemberFields.Where(field => field.Required).Select(field => field.Code).Except(given)];
}
