using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.OpenApi;
using RetailMember.UseCases;

namespace RetailMember.Host.OpenApi;

/// <summary>
/// Describes what a use case reads from its address: route values, and for a question its query. The framework cannot
/// see them, because the kernel reads inputs strictly by itself.
/// </summary>
internal sealed class UseCaseOperations : IOpenApiOperationTransformer
{
    public async Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var info = context.Description.ActionDescriptor.EndpointMetadata.OfType<UseCaseInfo>().FirstOrDefault();
        if (info is null) return;
        operation.Description = AccessOf(info);
        operation.Security = SecurityOf(info, context.Document);
        var fields = FieldsOf(info).ToList();
        var inRoute = RoutePatternFactory.Parse(context.Description.RelativePath!).Parameters.Select(p => p.Name).ToList();
        var parameters = operation.Parameters ??= [];
        foreach (var name in inRoute)
        {
            var type = fields.Find(f => f.Name == name)?.PropertyType ?? typeof(string);
            parameters.Add(await ParameterAsync(name, type, ParameterLocation.Path, required: true));
        }

        if (operation.RequestBody is not null)
        {
            await WithoutRouteFieldsAsync();
            return;
        }

        foreach (var field in fields.Where(f => !inRoute.Contains(f.Name)))
            parameters.Add(await ParameterAsync(field.Name, field.PropertyType, ParameterLocation.Query, IsRequired(field)));

        async Task<OpenApiParameter> ParameterAsync(string name, Type type, ParameterLocation location, bool required) => new()
        {
            Name = name,
            In = location,
            Required = required,
            Schema = await context.GetOrCreateSchemaAsync(type, null, cancellationToken),
        };

        // What stands in the address must not be asked for in the body again.
        async Task WithoutRouteFieldsAsync()
        {
            if (!fields.Exists(f => inRoute.Contains(f.Name))) return;
            var schema = await context.GetOrCreateSchemaAsync(info.InputType, null, cancellationToken);
            var own = new OpenApiSchema
            {
                Type = schema.Type,
                Properties = schema.Properties?.Where(p => !inRoute.Contains(p.Key)).ToDictionary(),
                Required = schema.Required?.Where(r => !inRoute.Contains(r)).ToHashSet(),
            };
            foreach (var content in operation.RequestBody!.Content!.Values) ((OpenApiMediaType)content).Schema = own;
        }
    }

    private static IEnumerable<JsonPropertyInfo> FieldsOf(UseCaseInfo info) =>
        Json.Options.GetTypeInfo(info.InputType).Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null);

    private static bool IsRequired(JsonPropertyInfo field) =>
        field.IsRequired || field.AssociatedParameter is { HasDefaultValue: false };

    private static string AccessOf(UseCaseInfo info)
    {
        var access = info.Access switch
        {
            NeedsAttribute needs => $"Needs the permission `{needs.Permission}`.",
            SignedInAttribute => "For any person or till that is signed in.",
            OwnMemberAttribute => "For a member, who does it for himself.",
            _ => "Open to everybody, and throttled.",
        };
        if (info is { IsForOwnMember: true, Access: not OwnMemberAttribute })
            access += $" A member may do it for himself, and names himself `{IOfMember<object>.Me}`.";
        return typeof(IKeyed).IsAssignableFrom(info.InputType) ? access + " Safe to repeat under its business key." : access;
    }

    private static List<OpenApiSecurityRequirement> SecurityOf(UseCaseInfo info, OpenApiDocument? document) =>
        info.Access is EverybodyAttribute
            ? []
            :
            [
                .. Schemes(info).Select(scheme => new OpenApiSecurityRequirement
                {
                    [new OpenApiSecuritySchemeReference(scheme, document)] = [],
                }),
            ];

    private static IEnumerable<string> Schemes(UseCaseInfo info)
    {
        if (info.Access is not OwnMemberAttribute)
        {
            yield return ApiDescription.Bearer;
            yield return ApiDescription.Till;
        }

        if (info.IsForOwnMember) yield return ApiDescription.Member;
    }
}
