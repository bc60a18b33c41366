using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using RetailMember.UseCases;

namespace RetailMember.Http;

/// <summary>Reads a use case's input from a request, strictly: what is unknown, doubled or malformed is refused by name.</summary>
internal static class InputReader<TInput>
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    public static async Task<TInput> FromBodyAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
            throw new Refusal("request.not-json", RefusalKind.Invalid);
        var body = await ReadAsync(http);
        try
        {
            if (!HasOwnRouteValues(http))
                return JsonSerializer.Deserialize<TInput>(body.Span, Json.Options)
                    ?? throw new Refusal("request.not-json", RefusalKind.Invalid);
            var members = Members(body.Span);
            foreach (var (name, value) in http.Request.RouteValues)
                if (name != "brand" && value is string text && InputFields<TInput>.Find(name) is { } field)
                    members[field.Name] = field.Parse(text);
            return Read(members);
        }
        catch (JsonException fault)
        {
            throw InputFaults<TInput>.Of(fault, body, http.Request.RouteValues.Keys);
        }
    }

    private static JsonObject Members(ReadOnlySpan<byte> body)
    {
        try
        {
            if (JsonNode.Parse(body, documentOptions: Strict) is not JsonObject members)
                throw new Refusal("request.not-json", RefusalKind.Invalid);
            _ = members.Count;
            return members;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in a name is valid JSON, but no text. Counting reads the names.
            throw Refusal.Invalid("body", "field.malformed");
        }
    }

    private static TInput Read(JsonObject members)
    {
        try
        {
            return members.Deserialize<TInput>(Json.Options)!;
        }
        catch (InvalidOperationException)
        {
            // The same in a value: nodes, unlike text, are read without a word of which.
            throw Refusal.Invalid("body", "field.malformed");
        }
    }

    /// <summary>The whole body; the server's limit keeps it small.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http)
    {
        using var buffer = new MemoryStream(Math.Clamp((int)(http.Request.ContentLength ?? 0), 256, 1 << 20));
        try
        {
            await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new Refusal("request.too-large", RefusalKind.TooLarge);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
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
            return Read(members);
        }
        catch (JsonException fault)
        {
            throw InputFaults<TInput>.Of(fault, JsonSerializer.SerializeToUtf8Bytes(members));
        }
    }

    private static bool HasOwnRouteValues(HttpContext http) =>
        http.Request.RouteValues.Count > (http.Request.RouteValues.ContainsKey("brand") ? 1 : 0);
}
