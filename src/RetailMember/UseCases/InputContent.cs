using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RetailMember.UseCases;

/// <summary>An input as its key is compared: what is marked <see cref="BesideContentAttribute"/> is left out.</summary>
internal static class InputContent
{
    public static readonly JsonSerializerOptions Options = new(Json.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } },
    };

    private static void LeaveOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.AttributeProvider?.IsDefined(typeof(BesideContentAttribute), inherit: true) == true)
                property.ShouldSerialize = (_, _) => false;
    }
}
