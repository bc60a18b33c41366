using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RetailMember.Membership.Programmes;

/// <summary>The document's written form: strict, so that a misspelt rule is refused instead of ignored.</summary>
internal static class ProgrammeJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
    };

    private static readonly JsonSerializerOptions Indented = new(Options) { WriteIndented = true };

    public static string Write(ProgrammeDocument document, bool indented = false) =>
        JsonSerializer.Serialize(document, indented ? Indented : Options);

    /// <summary>Reads a document, or says in one fault where it stops being one.</summary>
    public static bool TryRead(string json, out ProgrammeDocument? document, out ProgrammeFault? fault)
    {
        try
        {
            using var tree = JsonDocument.Parse(json);
            var empty = EmptyItem(tree.RootElement, "$");
            document = empty is null ? tree.RootElement.Deserialize<ProgrammeDocument>(Options) : null;
            fault = document is null ? ProgrammeFault.Unreadable(empty ?? "$") : null;
        }
        catch (JsonException unreadable)
        {
            document = null;
            fault = ProgrammeFault.Unreadable(unreadable.Path ?? "$", unreadable.LineNumber + 1);
        }
        return document is not null;
    }

    // The serializer checks members for null, but not the items of lists.
    private static string? EmptyItem(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return element.EnumerateObject()
                .Select(member => EmptyItem(member.Value, $"{path}.{member.Name}"))
                .FirstOrDefault(found => found is not null);
        }
        return element.ValueKind == JsonValueKind.Array
            ? element.EnumerateArray()
                .Select((item, i) => (item, at: $"{path}[{i}]"))
                .Select(found => found.item.ValueKind == JsonValueKind.Null
                    ? found.at
                    : EmptyItem(found.item, found.at))
                .FirstOrDefault(found => found is not null)
            : null;
    }

    /// <summary>Reads a document that was checked before it was stored.</summary>
    public static ProgrammeDocument Read(string json) =>
        TryRead(json, out var document, out var fault)
            ? document!
            : throw new FormatException($"Not a programme document: {fault}");
}
