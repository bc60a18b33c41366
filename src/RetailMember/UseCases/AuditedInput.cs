using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace RetailMember.UseCases;

/// <summary>An input as the audit trail keeps it: what is marked <see cref="PersonalAttribute"/> is left out.</summary>
internal static class AuditedInput
{
    private const int LongestKept = 4000;

    private static readonly JsonSerializerOptions Masking = new(Json.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Mask } },
    };

    public static string Of(object input)
    {
        var json = JsonSerializer.Serialize(input, input.GetType(), Masking);
        return json.Length <= LongestKept
            ? json
            : new JsonObject { ["cut"] = json[..(LongestKept / 2)] }.ToJsonString();
    }

    private static void Mask(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.AttributeProvider?.IsDefined(typeof(PersonalAttribute), inherit: true) == true)
                property.ShouldSerialize = (_, _) => false;
    }
}
