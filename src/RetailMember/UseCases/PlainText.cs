using System.Text.Json;
using System.Text.Json.Serialization;

namespace RetailMember.UseCases;

/// <summary>
/// A text as people and tills send it. Control characters other than tab and line break are refused here, in the one
/// place that all inputs pass: not every database can store them.
/// </summary>
internal sealed class PlainText : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Checked(reader.GetString()!) : throw new JsonException("Not a text.");

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Checked(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);

    private static string Checked(string text)
    {
        foreach (var sign in text)
            if (char.IsControl(sign) && sign is not ('\n' or '\r' or '\t'))
                throw new JsonException("A text holds a control character.");
        return text;
    }
}
