using System.Text.Json;
using RetailMember.UseCases;

namespace RetailMember.Http;

/// <summary>Says which field of an input is at fault when its JSON could not be read: missing, unknown or malformed.</summary>
internal static class InputFaults<TInput>
{
    /// <param name="inAddress">Fields that came with the address instead.</param>
    public static Refusal Of(JsonException fault, ReadOnlyMemory<byte> body, IEnumerable<string>? inAddress = null)
    {
        if (!TryParse(body, out var document)) return JsonFaults.RefusalOf(fault);
        using (document)
        {
            if (document!.RootElement.ValueKind != JsonValueKind.Object)
                return new Refusal("request.not-json", RefusalKind.Invalid);
            if (!TryNames(document.RootElement, out var given)) return Refusal.Invalid("body", "field.malformed");
            var faults = given.Where(name => InputFields<TInput>.Find(name) is null)
                .Select(name => new FieldFault(name, "field.unknown"))
                .Concat(InputFields<TInput>.Required.Except(inAddress ?? []).Where(name => !given.Contains(name))
                    .Select(name => new FieldFault(name, "field.not-empty")))
                .ToList();
            return faults.Count > 0 ? Refusal.Invalid(faults) : JsonFaults.RefusalOf(fault);
        }
    }

    private static bool TryNames(JsonElement body, out HashSet<string> names)
    {
        try
        {
            names = [.. body.EnumerateObject().Select(p => p.Name)];
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is valid JSON, but no text.
            names = [];
            return false;
        }
    }

    private static bool TryParse(ReadOnlyMemory<byte> body, out JsonDocument? document)
    {
        try
        {
            document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = false });
            return true;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            document = null;
            return false;
        }
    }
}
