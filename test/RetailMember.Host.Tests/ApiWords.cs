using System.Text.Json.Nodes;

namespace RetailMember.Host.Tests;

/// <summary>The names of parameters and members in the OpenAPI document, each with the shape of what it holds.</summary>
internal sealed class ApiWords(JsonNode document)
{
    private readonly JsonObject schemas = document["components"]!["schemas"]!.AsObject();

    public IEnumerable<(string Path, JsonNode Operation)> Operations() =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (path.Key, operation.Value!);

    /// <summary>Wherever a name stands: in a schema, in an address.</summary>
    public IEnumerable<ApiName> Names() => Members(schemas).Concat(
        from operation in Operations()
        from parameter in operation.Operation["parameters"]?.AsArray() ?? []
        select new ApiName((string)parameter!["name"]!, ShapeOf(parameter["schema"]!), operation.Path));

    /// <summary>What answers hold, as far down as they go.</summary>
    public IEnumerable<ApiName> Answers()
    {
        var seen = new HashSet<string>();
        foreach (var (_, operation) in Operations()) Follow(operation["responses"]!, seen);
        return Members(schemas.Where(s => seen.Contains(s.Key)));
    }

    private IEnumerable<ApiName> Members(IEnumerable<KeyValuePair<string, JsonNode?>> among) =>
        from schema in among
        from member in schema.Value!["properties"]?.AsObject() ?? []
        select new ApiName(member.Key, ShapeOf(member.Value!), schema.Key);

    /// <summary>A list of rows is a list, whatever the rows are; a word out of a few is text.</summary>
    private string ShapeOf(JsonNode schema)
    {
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
            return ShapeOf(choices.First(c => (string?)(c!["type"] as JsonValue) != "null")!);
        if (NameOf(schema) is { } name) return schemas[name]!["properties"] is null ? ShapeOf(schemas[name]!) : name;
        var type = schema["type"] switch
        {
            JsonArray types => types.Select(t => (string)t!).First(t => t != "null"),
            JsonValue one => (string)one!,
            _ => schema["enum"] is null ? "anything" : "string",
        };
        return type == "array" ? "list" : type;
    }

    private void Follow(JsonNode? node, HashSet<string> seen)
    {
        if (node is JsonArray items)
            foreach (var item in items) Follow(item, seen);
        if (node is not JsonObject members) return;
        if (NameOf(members) is { } name && seen.Add(name)) Follow(schemas[name], seen);
        foreach (var member in members) Follow(member.Value, seen);
    }

    private static string? NameOf(JsonNode schema) => ((string?)(schema["$ref"] as JsonValue))?.Split('/')[^1];
}

/// <param name="Place">The schema or address where it stands.</param>
internal sealed record ApiName(string Name, string Shape, string Place);
