using System.Globalization;
using System.Text.Json;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>Holds a form against the member fields that the brand has declared.</summary>
internal static class DeclaredFields
{
    private const int LongestText = 500;

    /// <summary>Refuses what is undeclared, missing or no value of the declared kind, each by name.</summary>
    /// <param name="whole">A new member: required fields must be there. Otherwise only what is given is looked at.</param>
    public static void Check(ProgrammeDocument programme, MemberDetails details, DateOnly today, bool whole)
    {
        var faults = Faults(programme, details, today, whole);
        if (faults.Count > 0) throw Refusal.Invalid(faults);
    }

    /// <summary>As <see cref="Check"/>, telling the faults.</summary>
    public static IReadOnlyList<FieldFault> Faults(
        ProgrammeDocument programme, MemberDetails details, DateOnly today, bool whole)
    {
        var faults = MemberFile.Undeclared(programme, details.Given)
            .Select(code => new FieldFault(PathOf(code), "membership.field-undeclared"))
            .ToList();
        if (whole)
            faults.AddRange(MemberFile.Missing(programme, details.Given).Select(code => new FieldFault(PathOf(code), "field.not-empty")));
        if (details.Birthday > today) faults.Add(new FieldFault(MemberDetails.BirthdayCode, "membership.day-to-come"));
        faults.AddRange(
            from field in programme.MemberFields
            where details.Fields.TryGetValue(field.Code, out var value) && !IsOfKind(field, value)
            select new FieldFault(PathOf(field.Code), "field.malformed"));
        return faults;
    }

    public static string? Write(IReadOnlyDictionary<string, string> fields) =>
        fields.Count == 0 ? null : JsonSerializer.Serialize(fields, Json.Options);

    public static Dictionary<string, string> Read(string? stored) =>
        stored is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(stored, Json.Options)!;

    private static string PathOf(string code) => MemberDetails.IsOfPerson(code) ? code : "fields." + code;

    private static bool IsOfKind(MemberField field, string value) => field.Kind switch
    {
        MemberFieldKind.Text => value.Length is > 0 and <= LongestText,
        MemberFieldKind.Date => DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        MemberFieldKind.Number => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
        MemberFieldKind.Choice => field.Choices.Contains(value),
        MemberFieldKind.YesNo => value is "true" or "false",
        _ => throw new InvalidOperationException($"Unknown kind of member field {field.Kind}."),
    };
}
