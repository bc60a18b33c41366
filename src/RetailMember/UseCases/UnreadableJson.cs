using System.Text.Json;

namespace RetailMember.UseCases;

/// <summary>A value of a body that is at fault for a reason of its own, under a stable code.</summary>
internal sealed class UnreadableJson(string code, int? item = null) : JsonException(code)
{
    /// <summary>A text key.</summary>
    public string Code { get; } = code;

    /// <summary>Of a list: which item it is, from 0.</summary>
    public int? Item { get; } = item;
}

/// <summary>What a body could not be read for, as a field fault.</summary>
internal static class JsonFaults
{
    /// <param name="fault">What the serializer threw.</param>
    /// <param name="whole">What the field is called where the body as a whole is at fault.</param>
    public static Refusal RefusalOf(JsonException fault, string whole = "body")
    {
        var path = (fault.Path ?? "").TrimStart('$').TrimStart('.');
        // A list is looked through once it is read, when the serializer stands behind its last item.
        if (fault is UnreadableJson { Item: { } item }) path = $"{(path.EndsWith(']') ? path[..path.LastIndexOf('[')] : path)}[{item}]";
        return Refusal.Invalid(path.Length == 0 ? whole : path, CodeOf(fault));
    }

    public static string CodeOf(JsonException fault) => (fault as UnreadableJson)?.Code ?? "field.malformed";
}
