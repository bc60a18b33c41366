using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Pages.Forms;

/// <summary>Turns the text of a form into JSON of the types that an input declares.</summary>
internal static class FormJson
{
    public static JsonNode? Of(FormTree tree, Type type, List<FieldFault> faults) => Of(tree, type, "", faults);

    private static JsonNode? Of(FormTree tree, Type type, string path, List<FieldFault> faults)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var info = Json.Options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => Object(tree, info, path, faults),
            JsonTypeInfoKind.Enumerable => Array(tree, info.ElementType!, path, faults),
            JsonTypeInfoKind.Dictionary => Dictionary(tree, info.ElementType!, path, faults),
            _ => Leaf(tree, type, path, faults),
        };
    }

    private static JsonObject Object(FormTree tree, JsonTypeInfo info, string path, List<FieldFault> faults)
    {
        var members = new JsonObject();
        foreach (var property in info.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null))
        {
            var name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            var value = tree.Branches.TryGetValue(property.Name, out var branch)
                ? Of(branch, property.PropertyType, name, faults)
                : property.PropertyType == typeof(bool) ? false : null;
            if (value is not null || (Needs(property) && MayBeNull(property))) members[property.Name] = value;
            else if (Needs(property) && faults.All(f => f.Field != name)) faults.Add(new FieldFault(name, "field.not-empty"));
        }

        foreach (var unknown in tree.Branches.Keys.Where(k => info.Properties.All(p => p.Name != k)))
            faults.Add(new FieldFault(path.Length == 0 ? unknown : $"{path}.{unknown}", "field.unknown"));
        return members;
    }

    /// <summary>Rows that are empty altogether are left out: a form offers spare ones.</summary>
    private static JsonArray Array(FormTree tree, Type element, string path, List<FieldFault> faults)
    {
        var plain = tree.Values.Where(v => v.Length > 0).Select((v, i) => Parse(v, element, $"{path}[{i}]", faults));
        var rows = tree.Branches.Where(b => !IsEmpty(b.Value)).Select(b => Of(b.Value, element, $"{path}[{b.Key}]", faults));
        return new JsonArray([.. plain.Concat(rows)]);
    }

    /// <summary>Keys are free; a key without a value is left out.</summary>
    private static JsonObject Dictionary(FormTree tree, Type element, string path, List<FieldFault> faults)
    {
        var members = new JsonObject();
        foreach (var (key, branch) in tree.Branches)
            if (Of(branch, element, $"{path}.{key}", faults) is { } value) members[key] = value;
        return members;
    }

    private static JsonValue? Leaf(FormTree tree, Type type, string path, List<FieldFault> faults)
    {
        if (tree.Branches.Count > 0 || tree.Values.Count > 1)
        {
            faults.Add(new FieldFault(path, tree.Branches.Count > 0 ? "field.unknown" : "field.doubled"));
            return null;
        }
        return tree.Values is [{ Length: > 0 } text] ? Parse(text, type, path, faults) : null;
    }

    private static JsonValue? Parse(string text, Type type, string path, List<FieldFault> faults)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        JsonValue? value = type switch
        {
            _ when type == typeof(bool) => bool.TryParse(text, out var yes) ? JsonValue.Create(yes) : null,
            _ when type == typeof(int) || type == typeof(long) =>
                long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                    ? JsonValue.Create(whole)
                    : null,
            _ when type == typeof(decimal) || type == typeof(Money) => decimal.TryParse(
                text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    ? JsonValue.Create(number)
                    : null,
            _ => JsonValue.Create(text),
        };
        if (FaultOf(value, type) is not { } fault) return value;
        faults.Add(new FieldFault(path, fault));
        return null;
    }

    /// <summary>Null where the value is of the type.</summary>
    private static string? FaultOf(JsonValue? value, Type type)
    {
        try
        {
            return value?.Deserialize(type, Json.Options) is null ? "field.malformed" : null;
        }
        catch (JsonException fault)
        {
            return JsonFaults.CodeOf(fault);
        }
    }

    private static bool Needs(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false };

    private static bool MayBeNull(JsonPropertyInfo property) => property.AssociatedParameter?.IsNullable ?? property.IsSetNullable;

    private static bool IsEmpty(FormTree tree) =>
        tree.Values.All(v => v.Length == 0) && tree.Branches.Values.All(IsEmpty);
}
