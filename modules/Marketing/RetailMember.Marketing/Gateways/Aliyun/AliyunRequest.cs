using System.Globalization;
using System.Text;

namespace RetailMember.Marketing.Gateways.Aliyun;

/// <summary>
/// One call of the short message service of 2017-05-25, as the provider's own client speaks it: parameters in the query, or
/// in a form where they are long.
/// </summary>
internal sealed record AliyunRequest(string Action)
{
    private const string ServiceVersion = "2017-05-25";
    private const string FormType = "application/x-www-form-urlencoded";

    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string>? Form { get; init; }

    /// <summary>What goes over the wire, signed.</summary>
    /// <param name="endpoint">Scheme and host.</param>
    /// <param name="key">The account.</param>
    /// <param name="at">UTC.</param>
    /// <param name="nonce">Never the same twice.</param>
    public HttpRequestMessage Signed(Uri endpoint, AliyunKey key, DateTime at, string nonce)
    {
        var body = Form is null ? [] : Encoding.UTF8.GetBytes(AliyunSignature.Encode(Form));
        var headers = Headers(endpoint, at, nonce, AliyunSignature.Hash(body));
        var canonical = AliyunSignature.Canonical(Query, headers, headers["x-acs-content-sha256"]);
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, "/?" + AliyunSignature.Encode(Query)))
        {
            Content = new ByteArrayContent(body),
        };
        foreach (var (name, value) in headers)
            _ = name == "content-type"
                ? message.Content.Headers.TryAddWithoutValidation(name, value)
                : message.Headers.TryAddWithoutValidation(name, value);
        message.Headers.TryAddWithoutValidation("accept", "application/json");
        message.Headers.TryAddWithoutValidation("Authorization", AliyunSignature.Authorization(key, canonical, headers));
        return message;
    }

    private Dictionary<string, string> Headers(Uri endpoint, DateTime at, string nonce, string bodyHash)
    {
        var headers = new Dictionary<string, string>
        {
            ["host"] = endpoint.Authority,
            ["x-acs-version"] = ServiceVersion,
            ["x-acs-action"] = Action,
            ["x-acs-date"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["x-acs-signature-nonce"] = nonce,
            ["x-acs-content-sha256"] = bodyHash,
            ["x-acs-credentials-provider"] = "static_ak",
        };
        if (Form is not null) headers["content-type"] = FormType;
        return headers;
    }
}
