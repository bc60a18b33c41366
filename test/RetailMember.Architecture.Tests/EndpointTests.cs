using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using RetailMember.Architecture.Tests.Repository;
using RetailMember.Architecture.Tests.Rules;
using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Architecture.Tests;

public sealed class EndpointTests
{
    private static readonly string[] OfHost = ["/health/live", "/health/ready", "/openapi/{documentName}.json", "/api"];

    /// <summary>Token endpoints hand out a sign-in, which no use case can; they check and throttle by themselves.</summary>
    private static readonly string[] GuardingThemselves = ["/api/platform/token", "/api/platform/token/refresh"];

    private static IReadOnlyList<RouteEndpoint> Endpoints { get; } = [.. House.Endpoints.OfType<RouteEndpoint>()];

    [Fact]
    public void Every_address_belongs_to_a_module()
    {
        Endpoints.Count.ShouldBeGreaterThan(50);
        EndpointRules.Unowned(Endpoints, OfHost).ShouldBeEmpty();
    }

    [Fact]
    public void Every_address_of_a_module_is_a_page_or_a_use_case() =>
        EndpointRules.BesideTheEntry(Endpoints, GuardingThemselves).ShouldBeEmpty();

    [Fact]
    public void No_command_is_called_by_GET() => EndpointRules.CommandsByGet(Endpoints).ShouldBeEmpty();

    [Fact]
    public void The_API_is_below_api_and_pages_are_not() => EndpointRules.Misplaced(Endpoints).ShouldBeEmpty();

    [Fact]
    public void An_address_of_nobody_is_found() =>
        EndpointRules.Unowned([Planted("/loose")], OfHost).ShouldBe(["/loose belongs to no module"]);

    [Fact]
    public void An_address_that_passes_the_entry_by_is_found() =>
        EndpointRules.BesideTheEntry([Planted("/api/a/b", new ModuleMark("A"))], []).Count.ShouldBe(1);

    [Fact]
    public void A_command_by_GET_is_found()
    {
        var command = UseCaseInfo.Of("Planted", typeof(Red.Command))!;
        EndpointRules.CommandsByGet([Planted("/api/a/b", command, new HttpMethodMetadata(["GET"]))]).Count.ShouldBe(1);
    }

    [Fact]
    public void A_page_in_the_API_and_an_API_address_outside_of_it_are_found() =>
        EndpointRules.Misplaced(
            [Planted("/api/a", new ModuleMark("A"), PageMark.Instance), Planted("/a", new ModuleMark("A"))]).Count.ShouldBe(2);

    private static RouteEndpoint Planted(string address, params object[] metadata) =>
        (RouteEndpoint)new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse(address), 0)
        {
            Metadata = { new EndpointNameMetadata(address) },
        }.With(metadata).Build();
}

internal static class PlantedEndpoints
{
    public static RouteEndpointBuilder With(this RouteEndpointBuilder builder, IEnumerable<object> metadata)
    {
        foreach (var item in metadata) builder.Metadata.Add(item);
        return builder;
    }
}
