using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Architecture.Tests.Rules;

/// <summary>Whose each address is, and that nothing passes the entry by.</summary>
public static class EndpointRules
{
    public static IReadOnlyList<string> Unowned(IEnumerable<RouteEndpoint> endpoints, IReadOnlyCollection<string> ofHost) =>
    [
        .. from endpoint in endpoints
           let address = endpoint.RoutePattern.RawText!
           where endpoint.Metadata.GetMetadata<ModuleMark>() is null && !ofHost.Contains(address)
           select $"{address} belongs to no module",
    ];

    /// <summary>Addresses of modules that are neither a page nor a use case.</summary>
    public static IReadOnlyList<string> BesideTheEntry(
        IEnumerable<RouteEndpoint> endpoints, IReadOnlyCollection<string> guardingThemselves) =>
    [
        .. from endpoint in endpoints
           let address = endpoint.RoutePattern.RawText!
           where endpoint.Metadata.GetMetadata<ModuleMark>() is not null
               && endpoint.Metadata.GetMetadata<PageMark>() is null
               && endpoint.Metadata.GetMetadata<UseCaseInfo>() is null
               && !guardingThemselves.Contains(address)
           select $"{address} is neither a page nor a use case",
    ];

    /// <summary>What changes something must not hang on an address that a link or a cache may call.</summary>
    public static IReadOnlyList<string> CommandsByGet(IEnumerable<RouteEndpoint> endpoints) =>
    [
        .. from endpoint in endpoints
           let useCase = endpoint.Metadata.GetMetadata<UseCaseInfo>()
           where useCase is not null && useCase.Kind != UseCaseKind.Query
               && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true
           select $"GET {endpoint.RoutePattern.RawText} runs the command {useCase!.Name}",
    ];

    /// <summary>A brand's API lies below the brand, the chain's does not; pages are not in the API.</summary>
    public static IReadOnlyList<string> Misplaced(IEnumerable<RouteEndpoint> endpoints) =>
    [
        .. from endpoint in endpoints
           let address = endpoint.RoutePattern.RawText!
           let inApi = address.StartsWith("/api/", StringComparison.Ordinal)
           where endpoint.Metadata.GetMetadata<ModuleMark>() is not null
               && inApi == endpoint.Metadata.GetMetadata<PageMark>() is not null
           select $"{address} is in the wrong place",
    ];
}
