using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace RetailMember.Host.OpenApi;

/// <summary>A use case's nested <c>Input</c> and <c>Result</c> are named after it: <c>RecordPurchaseInput</c>.</summary>
internal static class SchemaNames
{
    public static string? Of(JsonTypeInfo type)
    {
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        for (var outer = type.Type.DeclaringType; name is not null && outer is not null; outer = outer.DeclaringType)
            name = outer.Name.Split('`')[0] + name;
        return name;
    }
}
