using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Primitives;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Http;

/// <summary>The fields of an input and how each is read from text in an address.</summary>
internal static class InputFields<TInput>
{
    private static readonly FrozenDictionary<string, InputField> ByName =
        Json.Options.GetTypeInfo(typeof(TInput)).Properties
            .Where(p => p.Set is not null || p.AssociatedParameter is not null)
            .Select(p => new InputField(p))
            .ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>The names that an input cannot do without.</summary>
    public static IReadOnlyList<string> Required { get; } =
        [.. Json.Options.GetTypeInfo(typeof(TInput)).Properties.Where(p => p.IsRequired).Select(p => p.Name)];

    public static InputField? Find(string name) => ByName.GetValueOrDefault(name);
}

internal sealed class InputField(JsonPropertyInfo property)
{
    public string Name => property.Name;

    public JsonNode? Parse(StringValues values)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(type))
            return new JsonArray([.. values.Select(v => (JsonNode?)JsonValue.Create(v))]);
        if (values.Count != 1) throw Refusal.Invalid(Name, "field.doubled");
        return One(type, values[0]!);
    }

    private JsonValue One(Type type, string text)
    {
        if (type == typeof(bool))
            return bool.TryParse(text, out var yes) ? JsonValue.Create(yes) : throw Malformed();
        if (type == typeof(int) || type == typeof(long))
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                ? JsonValue.Create(whole)
                : throw Malformed();
        if (type == typeof(Money) || type == typeof(decimal))
            return decimal.TryParse(
                text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? JsonValue.Create(number)
                : throw Malformed();
        return JsonValue.Create(text);
    }

    private Refusal Malformed() => Refusal.Invalid(Name, "field.malformed");
}
