using System.Text.Json.Nodes;
using RetailMember.Testing;

namespace RetailMember.Host.Tests;

/// <summary>The words of the API: one name means one thing wherever it stands, and addresses are made of nouns.</summary>
public sealed class ApiWordsTests(WholeHost fixture) : IClassFixture<WholeHost>
{
    /// <summary>
    /// Names whose context says which of two things they are: a list here and its length there, a row here and its key
    /// there, a name in the caller's language or in all languages.
    /// </summary>
    private static readonly HashSet<string> ByContext =
    [
        "asks", "benefit", "cards", "days", "definition", "first", "from", "gift", "gives", "hours", "ladder", "lots", "members",
        "months", "name", "places", "progress", "ranking", "rule", "service", "status", "stock", "terms", "tiers", "to", "value",
        "voucher", "wording",
    ];

    /// <summary>First words of use cases that may stand in an address: no verbs, or the noun of what they do as well.</summary>
    private static readonly HashSet<string> NounsToo =
    [
        "affordable", "check", "claim", "end", "follow", "preview", "refresh", "return", "start", "stop", "transfer",
    ];

    [Fact]
    public async Task A_name_has_one_shape_in_the_whole_document()
    {
        // Whether, how many and how much are told apart by every reader.
        var shapes = (await WordsAsync()).Names().ToLookup(
            n => n.Name, n => n.Shape is "boolean" or "integer" ? "number" : n.Shape);

        var several = shapes.Where(s => s.Distinct().Count() > 1).ToDictionary(
            s => s.Key, s => string.Join(" or ", s.Distinct().Order(StringComparer.Ordinal)));

        several.Where(s => !ByContext.Contains(s.Key)).ShouldBeEmpty();
        ByContext.Where(name => !several.ContainsKey(name)).ShouldBeEmpty("These are told apart no longer.");
    }

    [Theory]
    [InlineData("memberNo", "string")]
    [InlineData("storeCode", "string")]
    [InlineData("tierCode", "string")]
    [InlineData("tier", "MembershipTierName")]
    [InlineData("businessDate", "string")]
    [InlineData("amount", "number")]
    [InlineData("points", "integer")]
    public async Task A_word_of_the_house_is_in_use_and_is_this(string name, string shape) =>
        (await WordsAsync()).Names().Where(n => n.Name == name).Select(n => n.Shape).Distinct().ShouldBe([shape]);

    [Fact]
    public async Task Answers_name_members_by_number_and_stores_and_tiers_by_code()
    {
        var asked = new[] { "member", "store" };
        (await WordsAsync()).Answers().Where(n => asked.Contains(n.Name)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_is_made_of_nouns()
    {
        var words = await WordsAsync();
        foreach (var (path, operation) in words.Operations())
        {
            if (((string)operation["operationId"]!).Split('.')[1].Split('-') is not [var verb, _, ..]) continue;
            if (NounsToo.Contains(verb)) continue;
            path.Split('/').ShouldNotContain(
                part => part == verb || part.StartsWith(verb + "-", StringComparison.Ordinal), $"{path} says what it does");
        }
    }

    private async Task<ApiWords> WordsAsync() =>
        new(JsonNode.Parse(await fixture.Host.Client().GetStringAsync("/openapi/v1.json"))!);
}
