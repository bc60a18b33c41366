using System.Text.Encodings.Web;
using System.Text.Json;

namespace RetailMember.Marketing.Gateways.WeChat;

/// <summary>The bodies of calls, as the documentation has them.</summary>
internal static class WeChatRequest
{
    public const string TokenPath = "/cgi-bin/stable_token";
    public const string SendPath = "/cgi-bin/message/template/send";

    /// <summary>WeChat takes no text as \uXXXX (40033).</summary>
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Token(string appId, string secret) => Written(json =>
    {
        json.WriteString("grant_type", "client_credential");
        json.WriteString("appid", appId);
        json.WriteString("secret", secret);
        json.WriteBoolean("force_refresh", false);
    });

    /// <param name="order">Of one letter.</param>
    public static byte[] Send(GatewayOrder order) => Written(json =>
    {
        var letter = order.Letters[0];
        json.WriteString("touser", letter.Address);
        json.WriteString("template_id", order.ProviderCode);
        if (order.Link.Length > 0) json.WriteString("url", order.Link);
        json.WriteString("client_msg_id", letter.Key.Length > 0 ? letter.Key : order.RequestId);
        json.WriteStartObject("data");
        foreach (var (name, value) in letter.Values)
        {
            json.WriteStartObject(name);
            json.WritePropertyName("value");
            json.WriteRawValue(Quoted(value));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    /// <summary>
    /// As it is, rare characters of names too, which a writer of JSON would put as \uXXXX; what cannot be written otherwise
    /// becomes a blank.
    /// </summary>
    private static string Quoted(string value) => string.Concat(
        "\"", string.Concat(value.Select(c => c switch
        {
            '"' => "\\\"",
            '\\' => @"\\",
            _ => char.IsControl(c) ? " " : c.ToString(),
        })), "\"");

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
