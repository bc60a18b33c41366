using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using RetailMember.Testing;

namespace RetailMember.Host.Tests.Isolation;

/// <summary>Sends attempts as somebody, and says which of them got further than they may.</summary>
internal sealed class Walk(Intruder intruder, IReadOnlyDictionary<string, string> fields)
{
    private static readonly HttpStatusCode[] Closed = [HttpStatusCode.Forbidden, HttpStatusCode.NotFound];

    public async Task<IReadOnlyList<string>> FindingsAsync(IEnumerable<Attempt> attempts)
    {
        var findings = new List<string>();
        foreach (var attempt in attempts.Where(a => !a.IsPage || intruder.Browser is not null || a.Method == "GET"))
        {
            using var answer = await SendAsync(attempt);
            var text = await TextAsync(answer);
            if (Fault(attempt, answer.StatusCode, text) is { } fault) findings.Add($"{intruder.Name}: {attempt}: {fault}");
        }

        return findings;
    }

    private static string? Fault(Attempt attempt, HttpStatusCode status, string text)
    {
        if (text.Contains(Neighbours.Marker, StringComparison.OrdinalIgnoreCase)) return $"{(int)status} shows the first brand's rows";
        if (status >= HttpStatusCode.InternalServerError) return $"{(int)status}: {text}";
        if (Closed.Contains(status)) return null;
        if (attempt.Brand == Neighbours.First) return $"{(int)status} instead of 403 or 404";
        if (!attempt.NamesForeignRow) return null;

        // A form or body of no sense may be refused before anybody looks for the row, pages in their own way.
        var isRefused = attempt.Method is not ("GET" or "DELETE")
            && (status >= HttpStatusCode.BadRequest || (attempt.IsPage && !text.Contains("alert-success", StringComparison.Ordinal)));
        return isRefused ? null : $"{(int)status} for a row of the first brand";
    }

    /// <summary>What the person ends up seeing: a page may answer with another one and a message there.</summary>
    private async Task<string> TextAsync(HttpResponseMessage answer)
    {
        if (answer is not { StatusCode: HttpStatusCode.SeeOther, Headers.Location: { } next } || intruder.Browser is null)
            return await answer.Content.ReadAsStringAsync();
        return await (await intruder.Browser.GetAsync(next.OriginalString)).Content.ReadAsStringAsync();
    }

    private Task<HttpResponseMessage> SendAsync(Attempt attempt)
    {
        if (!attempt.IsPage || intruder.Browser is null) return SendAsync(attempt, intruder.Api);
        return attempt.Method == "GET"
            ? intruder.Browser.GetAsync(attempt.Address)
            : intruder.Browser.SubmitAsync(attempt.Address, [.. fields.Select(f => (f.Key, f.Value))]);
    }

    private async Task<HttpResponseMessage> SendAsync(Attempt attempt, HttpClient client)
    {
        var input = InputOf(attempt);
        var hasBody = attempt.Method is "POST" or "PUT";
        var query = hasBody ? "" : "?" + string.Join('&', input.Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value!.ToString())}"));
        using var request = new HttpRequestMessage(new HttpMethod(attempt.Method), attempt.Address + query.TrimEnd('?'));
        if (hasBody)
            request.Content = attempt.TakesFile
                ? new MultipartFormDataContent { { new StringContent("purchases"), "kind" } }
                : new StringContent(input.ToJsonString(), Encoding.UTF8, "application/json");
        return await client.SendAsync(request);
    }

    private JsonObject InputOf(Attempt attempt)
    {
        if (attempt.UseCase is null) return [];
        var isQuestion = attempt.Method is "GET" or "DELETE" && attempt.NamesForeignRow;
        var input = new MadeUpInput(whole: isQuestion, fields).JsonOf(attempt.UseCase.InputType).AsObject();
        foreach (var inAddress in attempt.Pattern.Split('/').Where(p => p.StartsWith('{'))) input.Remove(inAddress.Trim('{', '}'));
        return input;
    }
}
