using System.Text.Json;

namespace RetailMember.Texts;

/// <summary>The value of an enum as addresses, forms, files and keys of texts write it: <c>monthSpend</c>.</summary>
public static class EnumCode
{
    /// <summary>The value's own name, beginning with a small letter.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
