using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace RetailMember.Host.OpenApi;

/// <summary>
/// A use case's nested types are named after it and its module (<c>MembershipRecordPurchaseInput</c>), and a generic type
/// after its arguments (<c>PageOfMembershipFindMembersRow</c>): two types must never share a schema, and which other modules
/// are there must not change a name.
/// </summary>
internal static class SchemaNames
{
    private const string Product = "RetailMember";
    private const string Contracts = "Contracts";

    public static string? Of(JsonTypeInfo type) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(type) is null ? null : NameOf(type.Type);

    private static string NameOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var name = type.Name.Split('`')[0];
        for (var outer = type.DeclaringType; outer is not null; outer = outer.DeclaringType)
            name = outer.Name.Split('`')[0] + name;
        return ModuleOf(type) + name + string.Concat(type.GetGenericArguments().Select(NameOf));
    }

    /// <summary>Its assembly's name without what all have in common; empty for the kernel and the libraries.</summary>
    private static string ModuleOf(Type type)
    {
        var parts = type.Assembly.GetName().Name!.Split('.');
        return parts[0] is "System" or "Microsoft" ? "" : string.Concat(parts.Where(p => p is not (Product or Contracts)));
    }
}
