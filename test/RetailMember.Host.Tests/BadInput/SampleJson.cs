using System.Text.Json.Nodes;

namespace RetailMember.Host.Tests.BadInput;

/// <summary>Makes well-formed JSON for a schema of the document, so that one bad field at a time is what is refused.</summary>
/// <param name="document">The OpenAPI document.</param>
/// <param name="known">What fields of these names hold, so that requests get as far as possible.</param>
internal sealed class SampleJson(JsonNode document, IReadOnlyDictionary<string, string> known)
{
    private const int Deepest = 5;

    public JsonNode? Of(string name, JsonNode schema, int depth = 0)
    {
        var resolved = Resolve(schema);
        if (known.TryGetValue(name, out var text)) return text;
        if (resolved["enum"] is JsonArray values) return values.First(v => v is not null)!.DeepClone();
        return TypeOf(resolved) switch
        {
            "object" when depth < Deepest => new JsonObject(
                MembersOf(resolved).Select(m => KeyValuePair.Create(m.Name, Of(m.Name, m.Schema, depth + 1)))),
            "object" => new JsonObject(),
            "array" when depth < Deepest && resolved["items"] is { } items => new JsonArray(Of(name, items, depth + 1)),
            "array" => new JsonArray(),
            "integer" => 1,
            "number" => 1,
            "boolean" => true,
            _ => TextOf((string?)resolved["format"]),
        };
    }

    public IReadOnlyList<(string Name, JsonNode Schema)> MembersOf(JsonNode schema) =>
        [.. (Resolve(schema)["properties"]?.AsObject() ?? []).Select(p => (p.Key, p.Value!))];

    public JsonNode Resolve(JsonNode schema)
    {
        while (true)
        {
            if ((string?)schema["$ref"] is { } reference)
                schema = document["components"]!["schemas"]![reference.Split('/')[^1]]!;
            else if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
                schema = choices.First(c => (string?)(c!["type"] as JsonValue) != "null")!;
            else
                return schema;
        }
    }

    public static string? TypeOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray types => types.Select(t => (string)t!).First(t => t != "null"),
        JsonValue type => (string)type!,
        _ => schema["properties"] is null ? null : "object",
    };

    private static string TextOf(string? format) => format switch
    {
        "date" => "2025-06-01",
        "date-time" => "2025-06-01T02:03:04Z",
        "uuid" => "01978a1f-4789-736d-bbcd-2feaea4d5210",
        _ => "v1",
    };
}
