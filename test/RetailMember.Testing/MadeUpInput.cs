using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Testing;

/// <summary>
/// Makes an input of any use case: with what must be there, or with every field, so that every filter counts.
/// </summary>
/// <param name="whole">Whether fields that may be left out are there.</param>
/// <param name="known">Texts that a test wants in the fields of these names.</param>
public sealed class MadeUpInput(bool whole, IReadOnlyDictionary<string, string>? known = null)
{
    private const int Deepest = 6;

    public object Of(Type type) => JsonSerializer.Deserialize(JsonOf(type), type, Json.Options)!;

    /// <summary>The same before it is read.</summary>
    public JsonNode JsonOf(Type type) => Node(type, 0)!;

    private JsonNode? Node(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return "x";
        if (type == typeof(bool)) return true;
        if (type == typeof(Guid)) return Guid.Empty.ToString();
        if (type == typeof(DateOnly)) return "2025-01-01";
        if (type == typeof(DateTime)) return "2025-01-01T00:00:00Z";
        if (type == typeof(Money) || type == typeof(decimal) || type.IsPrimitive) return 1;
        if (type.IsEnum) return JsonNamingPolicy.CamelCase.ConvertName(Enum.GetNames(type)[0]);
        var info = Json.Options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => Items(info, depth),
            JsonTypeInfoKind.Object => Members(info, depth),
            _ => new JsonObject(),
        };
    }

    private JsonArray Items(JsonTypeInfo info, int depth) =>
        whole && depth < Deepest && info.ElementType is { } element ? new JsonArray(Node(element, depth + 1)) : [];

    private JsonObject Members(JsonTypeInfo info, int depth)
    {
        var members = new JsonObject();
        foreach (var member in info.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null))
        {
            var required = member.IsRequired || member.AssociatedParameter is { HasDefaultValue: false };
            if (required || (whole && depth < Deepest && member.Name != "after"))
                members[member.Name] = Known(member) ?? Node(member.PropertyType, depth + 1);
        }

        return members;
    }

    private JsonValue? Known(JsonPropertyInfo member) =>
        member.PropertyType == typeof(string) && known?.GetValueOrDefault(member.Name) is { } text ? JsonValue.Create(text) : null;
}
