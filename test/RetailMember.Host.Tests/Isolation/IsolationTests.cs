using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using RetailMember.People;

namespace RetailMember.Host.Tests.Isolation;

/// <summary>
/// Every address of the running host, read from its own route table, tried with the first brand's rows by people and a
/// till of another brand.
/// </summary>
[Trait("Req", "OPS-18"), Trait("Yardstick", "R5")]
public sealed class IsolationTests(Neighbours neighbours) : IClassFixture<Neighbours>
{
    /// <summary>
    /// Who is signed in as whom: of no brand, and the walk must stay signed in. Pages of members hear no staff at all.
    /// </summary>
    private static readonly string[] OwnAffairs =
        ["/api/platform/token", "/api/platform/account", "/platform/account", "/sign-in", "/sign-out", "/language", "/m/{brand}"];

    private IReadOnlyList<Attempt> All => Attempt.Of(Endpoints, neighbours.Ids, Neighbours.First, Neighbours.Other);

    private IEnumerable<RouteEndpoint> Endpoints =>
        ((IEndpointRouteBuilder)neighbours.Host.App).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => !OwnAffairs.Any(own => e.RoutePattern.RawText!.StartsWith(own, StringComparison.Ordinal)));

    [Theory]
    [InlineData("director")]
    [InlineData("store manager")]
    [InlineData("till")]
    public async Task Another_brand_sees_and_changes_nothing(string who)
    {
        All.Count.ShouldBeGreaterThan(250);
        var intruder = neighbours.Intruders.Single(i => i.Name == who);

        var findings = await new Walk(intruder, neighbours.Fields).FindingsAsync(All);

        findings.ShouldBeEmpty();
        (await neighbours.ActorsAsync()).Except(neighbours.Actors.Append("house")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_walk_notices_whoever_may_see_the_first_brand()
    {
        var looks = All.Where(a => a.Method == "GET").ToList();

        var findings = await new Walk(neighbours.OwnDirector, neighbours.Fields).FindingsAsync(looks);

        findings.Count(f => f.Contains("shows the first brand's rows", StringComparison.Ordinal)).ShouldBeGreaterThan(20);
        findings.ShouldContain("the own director: GET /api/brands/{brand}/platform/stores as first: 200 shows the first brand's rows");
        findings.ShouldContain("the own director: GET /brands/{brand}/platform/stores as first: 200 shows the first brand's rows");
    }

    [Fact]
    public void An_address_of_whose_rows_nothing_is_known_is_noticed() =>
        Should.Throw<InvalidOperationException>(() => Attempt.Of(Endpoints, new Dictionary<string, string>(), Neighbours.First));
}
