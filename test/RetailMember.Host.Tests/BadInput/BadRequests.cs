using System.Text;
using System.Text.Json.Nodes;

namespace RetailMember.Host.Tests.BadInput;

/// <summary>The requests of the test: per field some bad values, per operation some bad bodies; the same for the same seed.</summary>
internal sealed class BadRequests(SampleJson samples, string brand, int seed)
{
    private const int PerField = 7;
    private const int BodiesPerOperation = 4;
    private const int OperationsWithMegabytes = 5;

    private readonly Random random = new(seed);

    public IEnumerable<BadRequest> For(IReadOnlyList<ApiOperation> operations)
    {
        var withBody = operations.Where(o => o.BodySchema is not null).ToList();
        return operations.SelectMany(OfFields)
            .Concat(withBody.SelectMany(OfBodies))
            .Concat(Some(withBody, OperationsWithMegabytes).Select(o => Request(o, null, "", BadValues.Megabytes)));
    }

    private IEnumerable<BadRequest> OfFields(ApiOperation operation) =>
        from field in operation.Fields
        from value in Some(field.Place == FieldPlace.Body ? BadValues.Json : BadValues.Text, PerField)
        select Request(operation, field, value, null);

    private IEnumerable<BadRequest> OfBodies(ApiOperation operation) =>
        Some(BadValues.Bodies, BodiesPerOperation).Select(body => Request(operation, null, "", body));

    private T[] Some<T>(IReadOnlyList<T> all, int count)
    {
        T[] shuffled = [.. all];
        random.Shuffle(shuffled);
        return shuffled[..Math.Min(count, shuffled.Length)];
    }

    private BadRequest Request(ApiOperation operation, ApiField? spoilt, string value, string? body)
    {
        var path = operation.Path.Replace("{brand}", brand, StringComparison.Ordinal);
        foreach (var field in operation.Fields.Where(f => f.Place == FieldPlace.Path))
            path = path.Replace($"{{{field.Name}}}", Escaped(field == spoilt ? value : TextOf(field)), StringComparison.Ordinal);
        if (spoilt?.Place == FieldPlace.Query) path += $"?{spoilt.Name}={Escaped(value)}";
        if (operation.BodySchema is { } schema) body ??= BodyOf(schema, spoilt, value);
        return new BadRequest(operation.Method, path, body);
    }

    private string BodyOf(JsonNode schema, ApiField? spoilt, string value)
    {
        var bad = spoilt?.Place == FieldPlace.Body ? spoilt.Name : null;
        var members = samples.MembersOf(schema).Select(m => (m.Name, Value: m.Name == bad ? value : Sample(m.Name, m.Schema)));
        return $"{{{string.Join(',', members.Select(m => $"\"{m.Name}\":{m.Value}"))}}}";
    }

    private string Sample(string name, JsonNode schema) => samples.Of(name, schema)?.ToJsonString() ?? "null";

    private string TextOf(ApiField field) => samples.Of(field.Name, field.Schema)!.ToString();

    private static string Escaped(string value) => Uri.EscapeDataString(value);
}

internal sealed record BadRequest(string Method, string Address, string? Body)
{
    private const int LongestShown = 300;

    public HttpRequestMessage Message() => new(new HttpMethod(Method), Address)
    {
        Content = Body is null ? null : new StringContent(Body, Encoding.UTF8, "application/json"),
    };

    public override string ToString() => $"{Method} {Cut(Address)} {Cut(Body ?? "")}";

    private static string Cut(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}
