using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace RetailMember.Host.OpenApi;

/// <summary>Title, the rules that hold for every address, and the ways to say who one is.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer
{
    public const string Bearer = "bearer";
    public const string Till = "till";
    public const string Member = "member";

    private const string Rules =
        """
        Amounts are numbers in yuan with at most two decimals; points are whole numbers; instants are UTC; business
        dates are in the brand's time zone.

        A command that moves value carries its own business key: sent again with the same content it returns the first
        answer with the header `Idempotent-Replayed: true`; with other content it is refused as `key.reused`.

        A refusal is an RFC 9457 problem with a stable `code`; its `title` follows `Accept-Language` (zh-Hans, en).
        """;

    public Task TransformAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "RetailMember", Version = ApiDocument.Name, Description = Rules };
        document.Servers = [];
        var schemes = (document.Components ??= new OpenApiComponents()).SecuritySchemes ??=
            new Dictionary<string, IOpenApiSecurityScheme>();
        schemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A person's token.",
        };
        schemes[Till] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "Authorization",
            Description = "The word `Till`, a space, and the till's key.",
        };
        schemes[Member] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "Authorization",
            Description = "The word `Member`, a space, and the token of the member's session.",
        };
        return Task.CompletedTask;
    }
}
