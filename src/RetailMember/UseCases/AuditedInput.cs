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

    /// <param name="about">Whom or what the command turned out to be about; null where the input says it.</param>
    public static string Of(object input, string? about)
    {
        var kept = JsonSerializer.SerializeToNode(input, input.GetType(), Masking)!.AsObject();
        if (about is not null) kept["about"] = about;
        var json = kept.ToJsonString(Masking);
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
