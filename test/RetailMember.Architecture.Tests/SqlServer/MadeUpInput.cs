using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Architecture.Tests.SqlServer;

/// <summary>Makes an input of any use case: with what must be there, or with every field, so that every filter counts.</summary>
internal static class MadeUpInput
{
    private const int Deepest = 6;

    public static object Of(Type type, bool whole) =>
        JsonSerializer.Deserialize(Node(type, whole, 0)!, type, Json.Options)!;

    private static JsonNode? Node(Type type, bool whole, int depth)
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
            JsonTypeInfoKind.Enumerable => Items(info, whole, depth),
            JsonTypeInfoKind.Object => Members(info, whole, depth),
            _ => new JsonObject(),
        };
    }

    private static JsonArray Items(JsonTypeInfo info, bool whole, int depth) =>
        whole && depth < Deepest && info.ElementType is { } element ? new JsonArray(Node(element, whole, depth + 1)) : [];

    private static JsonObject Members(JsonTypeInfo info, bool whole, int depth)
    {
        var members = new JsonObject();
        foreach (var member in info.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null))
        {
            var required = member.IsRequired || member.AssociatedParameter is { HasDefaultValue: false };
            if (required || (whole && depth < Deepest && member.Name != "after"))
                members[member.Name] = Node(member.PropertyType, whole, depth + 1);
        }

        return members;
    }
}
