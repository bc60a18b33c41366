using System.Net;
using System.Text.RegularExpressions;

namespace RetailMember.Testing;

/// <summary>Opens pages and sends forms as a browser does: cookies, the forgery token, no script.</summary>
public sealed partial class TestBrowser(HttpClient client)
{
    private string token = "";

    public HttpClient Client { get; } = client;

    /// <summary>The page's HTML; fails when the answer is not 200.</summary>
    public async Task<string> OpenAsync(string address)
    {
        var answer = await GetAsync(address);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new HttpRequestException($"{address} answered {(int)answer.StatusCode}.", null, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    public async Task<HttpResponseMessage> GetAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");
        var answer = await Client.SendAsync(request);
        var found = Token().Match(await answer.Content.ReadAsStringAsync());
        if (found.Success) token = WebUtility.HtmlDecode(found.Groups["token"].Value);
        return answer;
    }

    /// <summary>Sends a form with the token of the page that was opened last.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string address, params (string Name, string Value)[] fields) =>
        Client.PostAsync(address, new FormUrlEncodedContent(
            fields.Append(("csrf", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));

    [GeneratedRegex("name=\"csrf\"[^>]*?(value|content)=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Token();
}
