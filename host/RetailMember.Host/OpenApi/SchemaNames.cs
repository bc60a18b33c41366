using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace RetailMember.Host.OpenApi;

/// <summary>
/// A use case's nested types are named after it (<c>RecordPurchaseInput</c>), and a generic type after its arguments
/// (<c>PageOfFindMembersRow</c>): two types must never share a schema.
/// </summary>
internal static class SchemaNames
{
    public static string? Of(JsonTypeInfo type) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(type) is null ? null : NameOf(type.Type);

    private static string NameOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var name = type.Name.Split('`')[0];
        for (var outer = type.DeclaringType; outer is not null; outer = outer.DeclaringType)
            name = outer.Name.Split('`')[0] + name;
        return name + string.Concat(type.GetGenericArguments().Select(NameOf));
    }
}
