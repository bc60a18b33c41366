using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace RetailMember.Pages;

/// <summary>
/// Where a module maps its pages. A handler's parameters are bound as everywhere in ASP.NET Core, by code that is compiled
/// at the page's first request: a host has many hundred pages, and compiling all of them would take longer than the rest of
/// its start.
/// </summary>
public sealed class PageRoutes
{
    private readonly RouteGroupBuilder group;

    internal PageRoutes(RouteGroupBuilder group) => this.group = group;

    /// <summary>Pages below a common address.</summary>
    public PageRoutes MapGroup(string prefix) => new(group.MapGroup(prefix));

    /// <summary>A page, or a part of one.</summary>
    public IEndpointConventionBuilder MapGet(string pattern, Delegate handler) =>
        Map(HttpMethods.Get, pattern, new PageHandler(handler, takesBody: false));

    /// <summary>What a page sends.</summary>
    public IEndpointConventionBuilder MapPost(string pattern, Delegate handler) =>
        Map(HttpMethods.Post, pattern, new PageHandler(handler, takesBody: true));

    private IEndpointConventionBuilder Map(string method, string pattern, PageHandler handler) =>
        group.MapMethods(pattern, [method], handler.RunAsync).WithMetadata(handler);
}

/// <summary>A page's handler, compiled when it is first asked for.</summary>
/// <param name="handler">As its module wrote it.</param>
/// <param name="takesBody">Whether a parameter that is nothing else may be what was sent.</param>
public sealed class PageHandler(Delegate handler, bool takesBody)
{
    private RequestDelegate? compiled;

    /// <summary>Answers a request; two first ones at once may both compile, which does no harm.</summary>
    public Task RunAsync(HttpContext http) =>
        (compiled ??= Compile((RouteEndpoint)http.GetEndpoint()!, http.RequestServices))(http);

    /// <summary>Fails where a parameter of the handler cannot be bound.</summary>
    public RequestDelegate Compile(RouteEndpoint endpoint, IServiceProvider services) =>
        RequestDelegateFactory.Create(handler, new RequestDelegateFactoryOptions
        {
            ServiceProvider = services,
            RouteParameterNames = endpoint.RoutePattern.Parameters.Select(p => p.Name),
            ThrowOnBadRequest = services.GetRequiredService<IOptions<RouteHandlerOptions>>().Value.ThrowOnBadRequest,
            DisableInferBodyFromParameters = !takesBody,
        }).RequestDelegate;
}
