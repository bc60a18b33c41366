using System.Text.Json.Serialization;

namespace RetailMember.Campaigns.Rules;

/// <summary>An example with what really came of it.</summary>
/// <param name="Actual">What the terms come to.</param>
/// <param name="Why">Text key of why there is no award.</param>
internal sealed record ExampleRun(
    string Title,
    bool Passed,
    [property: JsonPropertyName("mustGive")] ExampleResult Expected,
    [property: JsonPropertyName("gives")] ExampleResult Actual,
    [property: JsonPropertyName("whyNot")] string? Why)
{
    public static IReadOnlyList<ExampleRun> Of(CampaignTerms terms) => [.. terms.Examples.Select(e => Of(terms, e))];

    private static ExampleRun Of(CampaignTerms terms, CampaignExample example)
    {
        var verdict = CampaignJudge.Judge(terms, example.Given);
        var actual = new ExampleResult(verdict.Refusal is null, verdict.Points, verdict.FriendPoints, verdict.TierCode);
        return new ExampleRun(example.Title, actual == example.Expected, example.Expected, actual, verdict.Refusal);
    }
}
