using System.Collections.Frozen;
using System.Text.Json;

namespace RetailMember.Membership.Programmes;

/// <summary>The names of an enum as keys of texts spell them: WholeSteps is whole-steps.</summary>
internal static class KebabNames<T> where T : struct, Enum
{
    public static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>()
        .ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    public static readonly FrozenDictionary<string, T> Values = Names
        .ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
}
