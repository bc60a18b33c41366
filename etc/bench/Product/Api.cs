using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace RetailMember.Bench.Product;

/// <summary>The product's API for what is done once; the load has its own way.</summary>
internal sealed class Api : IDisposable
{
    private readonly HttpClient client;

    public Api(string address) => client = new HttpClient { BaseAddress = new Uri(address) };

    public void Authorize(string scheme, string token) =>
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, token);

    public async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadAsync(path, answer);
    }

    public async Task<JsonNode> PostAsync(string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        return await ReadAsync(path, answer);
    }

    public async Task PutAsync(string path, object body)
    {
        using var answer = await client.PutAsJsonAsync(new Uri(path, UriKind.Relative), body);
        await ReadAsync(path, answer);
    }

    public void Dispose() => client.Dispose();

    private static async Task<JsonNode> ReadAsync(string path, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }
}
