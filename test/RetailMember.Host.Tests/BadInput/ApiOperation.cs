using System.Text.Json.Nodes;

namespace RetailMember.Host.Tests.BadInput;

/// <summary>One operation of the OpenAPI document, and the fields that a caller can get wrong.</summary>
internal sealed record ApiOperation(string Method, string Path, IReadOnlyList<ApiField> Fields, JsonNode? BodySchema)
{
    /// <summary>Works, and ends the session of whoever sends the rest.</summary>
    private const string EndsTheSession = "/account/sessions";

    public static IReadOnlyList<ApiOperation> Of(JsonNode document, SampleJson samples) =>
    [
        .. from path in document["paths"]!.AsObject()
           where !path.Key.EndsWith(EndsTheSession, StringComparison.Ordinal)
           from operation in path.Value!.AsObject()
           select Of(operation.Key.ToUpperInvariant(), path.Key, operation.Value!, samples),
    ];

    private static ApiOperation Of(string method, string path, JsonNode operation, SampleJson samples)
    {
        var body = operation["requestBody"]?["content"]?["application/json"]?["schema"];
        var parameters = (operation["parameters"]?.AsArray() ?? []).Select(p => new ApiField(
            (string)p!["name"]!, (string)p["in"]! == "path" ? FieldPlace.Path : FieldPlace.Query, p["schema"]!));
        var members = body is null ? [] : samples.MembersOf(body).Select(m => new ApiField(m.Name, FieldPlace.Body, m.Schema));
        return new ApiOperation(method, path, [.. parameters.Where(p => p.Name != "brand"), .. members], body);
    }
}

internal enum FieldPlace
{
    Path,
    Query,
    Body,
}

internal sealed record ApiField(string Name, FieldPlace Place, JsonNode Schema);
