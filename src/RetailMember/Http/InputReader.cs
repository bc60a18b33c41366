using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using RetailMember.UseCases;

namespace RetailMember.Http;

/// <summary>Reads a use case's input from a request, strictly: what is unknown, doubled or malformed is refused by name.</summary>
internal static class InputReader<TInput>
{
    public static async Task<TInput> FromBodyAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
            throw new Refusal("request.not-json", RefusalKind.Invalid);
        try
        {
            if (!HasOwnRouteValues(http))
                return await JsonSerializer.DeserializeAsync<TInput>(http.Request.Body, Json.Options, http.RequestAborted)
                    ?? throw new Refusal("request.not-json", RefusalKind.Invalid);
            var body = await JsonNode.ParseAsync(
                http.Request.Body, documentOptions: new() { MaxDepth = 32, AllowDuplicateProperties = false },
                cancellationToken: http.RequestAborted);
            if (body is not JsonObject members) throw new Refusal("request.not-json", RefusalKind.Invalid);
            foreach (var (name, value) in http.Request.RouteValues)
                if (name != "brand" && value is string text && InputFields<TInput>.Find(name) is { } field)
                    members[field.Name] = field.Parse(text);
            return members.Deserialize<TInput>(Json.Options)!;
        }
        catch (JsonException fault)
        {
            throw Malformed(fault);
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new Refusal("request.too-large", RefusalKind.Invalid);
        }
    }

    public static TInput FromAddress(HttpContext http)
    {
        var members = new JsonObject();
        foreach (var (name, value) in http.Request.RouteValues)
            if (name != "brand" && value is string text && InputFields<TInput>.Find(name) is { } field)
                members[field.Name] = field.Parse(text);
        foreach (var (name, values) in http.Request.Query)
        {
            var field = InputFields<TInput>.Find(name) ?? throw Refusal.Invalid(name, "field.unknown");
            if (members.ContainsKey(field.Name)) throw Refusal.Invalid(name, "field.doubled");
            if (values is [null or ""]) continue;
            members[field.Name] = field.Parse(values);
        }

        try
        {
            return members.Deserialize<TInput>(Json.Options)!;
        }
        catch (JsonException fault)
        {
            throw Malformed(fault);
        }
    }

    private static bool HasOwnRouteValues(HttpContext http) =>
        http.Request.RouteValues.Count > (http.Request.RouteValues.ContainsKey("brand") ? 1 : 0);

    private static Refusal Malformed(JsonException fault)
    {
        var path = (fault.Path ?? "$").TrimStart('$').TrimStart('.');
        return Refusal.Invalid(path.Length == 0 ? "body" : path, "field.malformed");
    }
}
