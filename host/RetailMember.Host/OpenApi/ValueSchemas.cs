using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using RetailMember.Values;

namespace RetailMember.Host.OpenApi;

/// <summary>Schemas of what the serializer writes by a converter of ours: money, and problems with their codes.</summary>
internal sealed class ValueSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(Money)) DescribeMoney(schema, nullable: type != context.JsonTypeInfo.Type);
        if (type == typeof(ProblemDetails)) DescribeProblem(schema);
        return Task.CompletedTask;
    }

    private static void DescribeMoney(OpenApiSchema schema, bool nullable)
    {
        schema.Type = nullable ? JsonSchemaType.Number | JsonSchemaType.Null : JsonSchemaType.Number;
        schema.Format = "decimal";
        schema.MultipleOf = 0.01m;
        schema.Properties = null;
        schema.Description ??= "Yuan, with at most two decimals.";
        schema.Examples = [JsonValue.Create(199.5m)];
    }

    private static void DescribeProblem(OpenApiSchema schema) =>
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("A reference to the kind of problem."),
            ["title"] = Text("What is wrong, in the caller's language."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["code"] = Text("Stable, for programs: membership.member-not-found."),
            ["facts"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "The values that the title names." },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "One for each field at fault.",
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["field"] = Text("Its name in the request."),
                        ["code"] = Text("Stable: field.malformed."),
                        ["message"] = Text("In the caller's language."),
                    },
                },
            },
        };

    private static OpenApiSchema Text(string description) =>
        new() { Type = JsonSchemaType.String, Description = description };
}
