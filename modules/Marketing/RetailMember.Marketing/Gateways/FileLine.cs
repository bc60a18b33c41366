using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace RetailMember.Marketing.Gateways;

/// <summary>One message in a file.</summary>
internal sealed record FileLine(
    string RequestId, DateTime At, string To, string SignName, string Template, string Text,
    IReadOnlyDictionary<string, string>? Values, string? Link)
{
    public static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Plain);
}
