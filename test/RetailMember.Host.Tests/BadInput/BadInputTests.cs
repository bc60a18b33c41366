using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Testing;
using RetailMember.Texts;

namespace RetailMember.Host.Tests.BadInput;

/// <summary>Whatever comes in, the API answers with a refusal that it knows and never with a fault.</summary>
[Trait("Yardstick", "R6")]
public sealed class BadInputTests(SqliteHost fixture, ITestOutputHelper output) : IClassFixture<SqliteHost>
{
    private const int Seed = 20_250_618;

    [Fact]
    public async Task No_input_is_a_fault_of_ours_and_every_refusal_is_a_problem_with_a_known_code()
    {
        var (office, known) = await OpenAsync();
        var document = JsonNode.Parse(await office.GetStringAsync("/openapi/v1.json"))!;
        var samples = new SampleJson(document, known);
        var requests = new BadRequests(samples, "pharmacy", Seed).For(ApiOperation.Of(document, samples)).ToList();
        requests.Count.ShouldBeGreaterThan(2_000);

        var findings = new ConcurrentBag<string>();
        var statuses = new ConcurrentDictionary<int, int>();
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (request, cancel) =>
        {
            using var answer = await office.SendAsync(request.Message(), cancel);
            statuses.AddOrUpdate((int)answer.StatusCode, 1, (_, count) => count + 1);
            if (await FaultAsync(answer) is { } fault) findings.Add($"{request}\n    {fault}");
        });

        output.WriteLine($"{requests.Count}: {string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key} × {s.Value}"))}");
        findings.Order(StringComparer.Ordinal).ShouldBeEmpty();
        statuses.Where(s => s.Key >= 400).Sum(s => s.Value).ShouldBeGreaterThan(1_000);
    }

    private async Task<string?> FaultAsync(HttpResponseMessage answer)
    {
        if (answer.IsSuccessStatusCode) return null;
        var text = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode >= 500) return $"{(int)answer.StatusCode}: {text}";
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return $"{(int)answer.StatusCode} is no problem document: {text}";
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        if (problem.GetProperty("status").GetInt32() != (int)answer.StatusCode) return $"The document says another status: {text}";
        var codes = problem.TryGetProperty("errors", out var errors)
            ? errors.EnumerateArray().Select(e => e.GetProperty("code").GetString()!)
            : [];
        var unknown = codes.Append(problem.GetProperty("code").GetString()!)
            .Where(code => !Texts.ContainsKey("refusal." + code)).ToList();
        return unknown.Count == 0 ? null : $"Nobody knows the code {string.Join(", ", unknown)}: {text}";
    }

    private IReadOnlyDictionary<string, string> Texts =>
        fixture.Host.Services.GetRequiredService<TextCatalogue>().In(TextCatalogue.DefaultLanguage);

    /// <summary>A brand with a member and a receipt, so that requests get further than the door.</summary>
    private async Task<(HttpClient Office, Dictionary<string, string> Known)> OpenAsync()
    {
        await fixture.Host.BrandAsync("pharmacy", "north");
        var office = await fixture.Host.AdministratorAsync();
        const string api = "/api/brands/pharmacy/membership";
        await office.PostAsJsonAsync($"{api}/programmes/start", new { template = "four-tiers" });
        var enrolled = await office.PostAsJsonAsync(
            $"{api}/members", new { key = "1", name = "张三", mobile = "13800000001", storeCode = "north" });
        var member = (await enrolled.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("memberNo").GetString()!;
        var bought = await office.PostAsJsonAsync(
            $"{api}/purchases", new { receiptNo = "R-1", storeCode = "north", member, amount = 100 });
        bought.EnsureSuccessStatusCode();
        return (office, new()
        {
            ["member"] = member, ["search"] = member, ["storeCode"] = "north", ["receiptNo"] = "R-1", ["version"] = "1",
        });
    }
}
