using Microsoft.OpenApi;

namespace RetailMember.Host.OpenApi;

/// <summary>The OpenAPI 3.1 document of all modules' addresses, and the page to try them.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.CreateSchemaReferenceId = SchemaNames.Of;
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer<ApiDescription>();
            options.AddOperationTransformer<UseCaseOperations>();
            options.AddSchemaTransformer<ValueSchemas>();
        });

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapGet("/api", () => Results.Redirect("/api-document/index.html")).ExcludeFromDescription();
    }
}
