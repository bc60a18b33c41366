using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using RetailMember.UseCases;

namespace RetailMember.Pages.Forms;

/// <summary>
/// Reads a use case's input from a form, as strictly as the API reads its body, and names every field at fault at once.
/// Field names are paths of JSON names: <c>mobile</c>, <c>lines[0].amount</c>. An empty field is a missing one; a
/// check box that is not sent is false; route values belong to the input too.
/// </summary>
internal static class FormReader<TInput>
{
    public static async Task<TInput> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType) throw new Refusal("request.not-form", RefusalKind.Invalid);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var tree = new FormTree();
        foreach (var (name, value) in http.Request.RouteValues)
            if (name != "brand" && value is string text && FormTree.Knows(typeof(TInput), name)) tree.Add(name, text);
        foreach (var (name, values) in form)
            if (name != Csrf.FieldName)
                foreach (var value in values) tree.Add(name, value ?? "");

        var faults = new List<FieldFault>();
        var json = FormJson.Of(tree, typeof(TInput), faults);
        if (faults.Count > 0) throw Refusal.Invalid(faults);
        return Deserialize(json);
    }

    private static TInput Deserialize(JsonNode? json)
    {
        try
        {
            return json.Deserialize<TInput>(Json.Options) ?? throw new Refusal("request.not-form", RefusalKind.Invalid);
        }
        catch (JsonException fault)
        {
            throw JsonFaults.RefusalOf(fault, whole: "");
        }
    }
}
