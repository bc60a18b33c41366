using System.Globalization;
using RetailMember.Membership;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Marketing.Segments.Rules;

/// <summary>Holds a condition's values against the fields of its kind: one check for the conditions of all modules.</summary>
internal static class ConditionForm
{
    /// <summary>Ten million yuan: nobody spends more.</summary>
    private const long MostFen = 1_000_000_000;

    private const int LongestWord = 64;

    /// <param name="condition">To be checked.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="path">Where it stands in what was sent.</param>
    public static IEnumerable<FieldFault> Faults(SegmentCondition condition, MemberConditionKind kind, string path)
    {
        var known = kind.Asks.ToDictionary(f => f.Name);
        foreach (var name in condition.Values.Keys.Where(n => !known.ContainsKey(n)))
            yield return new FieldFault(At(path, name), "field.unknown");
        var given = condition.ToMember();
        foreach (var field in kind.Asks)
        {
            var values = given.All(field.Name);
            if (values.Count == 0 && field.Needed) yield return new FieldFault(At(path, field.Name), "field.not-empty");
            else if (values.Any(v => !IsOf(field, v)) || (values.Count > 1 && !TakesMany(field)))
                yield return new FieldFault(At(path, field.Name), "field.malformed");
        }

        if (kind.OneNeeded is [var lower, var upper]
            && OrderOf(known[lower], given) is { } least && OrderOf(known[upper], given) is { } most && least > most)
            yield return new FieldFault(At(path, upper), "marketing.condition-range");
        if (kind.OneNeeded.Count > 0 && kind.OneNeeded.All(name => given.All(name).Count == 0))
            yield return new FieldFault(At(path, kind.OneNeeded[0]), "marketing.condition-says-nothing");
    }

    /// <summary>Where the one value of a bound stands among others; null where there is none that can be asked.</summary>
    private static long? OrderOf(MemberConditionField field, MemberCondition given) =>
        given.All(field.Name) is not [var value] || !IsOf(field, value) ? null : field.Kind switch
        {
            ConditionFieldKind.Number => given.Number(field.Name),
            ConditionFieldKind.Money => given.Fen(field.Name),
            ConditionFieldKind.Day => given.Day(field.Name)?.DayNumber,
            _ => null,
        };

    private static string At(string path, string field) => $"{path}.values.{field}";

    private static bool TakesMany(MemberConditionField field) =>
        field.Kind is ConditionFieldKind.Choices or ConditionFieldKind.Words;

    private static bool IsOf(MemberConditionField field, string value) => field.Kind switch
    {
        ConditionFieldKind.Number => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= field.Least && number <= field.Most,
        ConditionFieldKind.Money => Money.TryParse(value, CultureInfo.InvariantCulture, out var money)
            && money.Fen is >= 0 and <= MostFen,
        ConditionFieldKind.Day => DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ConditionFieldKind.Choices => field.Choices.Any(c => c.Code == value),
        _ => value.Trim().Length is > 0 and <= LongestWord,
    };
}
