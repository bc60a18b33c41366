using System.Text.Json;

namespace RetailMember.Marketing.Tests.Gateways;

/// <summary>A request that the provider's own client sent, as a fake server saw it; keys are made up.</summary>
internal sealed record Capture(JsonElement Json)
{
    private static readonly string[] InForm = ["PhoneNumberJson", "SignNameJson", "TemplateParamJson", "SmsUpExtendCodeJson"];

    public static IEnumerable<string> Names => typeof(Capture).Assembly.GetManifestResourceNames();

    public static Capture Read(string name)
    {
        using var stream = typeof(Capture).Assembly.GetManifestResourceStream(name)!;
        using var document = JsonDocument.Parse(stream);
        return new Capture(document.RootElement.Clone());
    }

    public string Action => Text("action");

    public string Nonce => Text("nonce");

    public DateTime At => DateTimeOffset.Parse(Text("timestamp"), System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

    public JsonElement Request => Json.GetProperty("request");

    public JsonElement Signing => Json.GetProperty("signing");

    public Uri Endpoint => new("http://" + Header("host"));

    public IReadOnlyDictionary<string, string> Query => Input(inForm: false);

    public IReadOnlyDictionary<string, string>? Form => Input(inForm: true) is { Count: > 0 } form ? form : null;

    public string? Header(string name) => Request.GetProperty("headers").EnumerateArray()
        .Where(h => h[0].GetString() == name).Select(h => h[1].GetString()).SingleOrDefault();

    public string Text(string name) => Json.GetProperty(name).GetString()!;

    /// <summary>Names and values as a reader of the wire sees them.</summary>
    public static Dictionary<string, string> Decoded(string encoded) => encoded.TrimStart('?')
        .Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2))
        .ToDictionary(p => Uri.UnescapeDataString(p[0]), p => Uri.UnescapeDataString(p[1]));

    private Dictionary<string, string> Input(bool inForm) => Json.GetProperty("input").EnumerateObject()
        .Where(p => InForm.Contains(p.Name) == inForm).ToDictionary(p => p.Name, p => p.Value.ToString());
}
