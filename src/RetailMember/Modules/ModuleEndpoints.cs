using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RetailMember.Http;
using RetailMember.Pages;
using RetailMember.UseCases;

namespace RetailMember.Modules;

/// <summary>
/// Where a module's addresses go: <c>/api/brands/{brand}/NAME</c> and <c>/api/NAME</c> for the API,
/// <c>/brands/{brand}/NAME</c> and <c>/NAME</c> for pages, <c>/m/{brand}/NAME</c> for pages that members see.
/// </summary>
public sealed class ModuleEndpoints
{
    private readonly UseCaseCatalogue useCases;
    private readonly HashSet<string> names = [];

    public ModuleEndpoints(IEndpointRouteBuilder routes, string module, UseCaseCatalogue useCases)
    {
        this.useCases = useCases;
        var name = module.ToLowerInvariant();
        var mark = new ModuleMark(module);
        BrandApi = routes.MapGroup($"/api/brands/{{brand}}/{name}").WithMetadata(mark).WithTags(module);
        ChainApi = routes.MapGroup($"/api/{name}").WithMetadata(mark).WithTags(module);
        BrandPages = new(routes.MapGroup($"/brands/{{brand}}/{name}").WithMetadata(mark, PageMark.Instance));
        ChainPages = new(routes.MapGroup($"/{name}").WithMetadata(mark, PageMark.Instance));
        MemberPages = new(routes.MapGroup($"{MemberAddress.Pattern}/{name}").WithMetadata(mark, PageMark.Instance, MemberMark.Instance));
        MemberHousePages = new(routes.MapGroup(MemberAddress.Pattern).WithMetadata(mark, PageMark.Instance, MemberMark.Instance));
        HousePages = new(routes.MapGroup("").WithMetadata(mark, PageMark.Instance));
    }

    public RouteGroupBuilder BrandApi { get; }

    public RouteGroupBuilder ChainApi { get; }

    public PageRoutes BrandPages { get; }

    public PageRoutes ChainPages { get; }

    /// <summary>Pages that members see on their phones; see <see cref="MemberAddress"/>.</summary>
    public PageRoutes MemberPages { get; }

    /// <summary>Those that belong to the brand rather than to a module: the first page, logging in.</summary>
    public PageRoutes MemberHousePages { get; }

    /// <summary>The few pages that belong to the house rather than to a module: home, the log-in page.</summary>
    public PageRoutes HousePages { get; }

    /// <summary>A use case of one brand under an address of the API.</summary>
    public IEndpointConventionBuilder ForBrand<TUseCase>(string method, string pattern)
        where TUseCase : UseCaseBase =>
        Map<TUseCase>(BrandApi, method, pattern, ".of-brand");

    /// <summary>
    /// A use case of one brand whose request or answer is no JSON, such as a file: the handler itself asks the entry and
    /// turns a refusal into a problem.
    /// </summary>
    public RouteHandlerBuilder ForBrandByHand<TUseCase>(string method, string pattern, Delegate handler)
        where TUseCase : UseCaseBase =>
        MapByHand<TUseCase>(BrandApi, method, pattern, handler);

    /// <summary>A use case of the chain under an address of the API.</summary>
    public IEndpointConventionBuilder ForChain<TUseCase>(string method, string pattern)
        where TUseCase : UseCaseBase =>
        Map<TUseCase>(ChainApi, method, pattern, ".of-chain");

    /// <summary>As <see cref="ForBrandByHand{TUseCase}"/>, for a use case of the chain.</summary>
    public RouteHandlerBuilder ForChainByHand<TUseCase>(string method, string pattern, Delegate handler)
        where TUseCase : UseCaseBase =>
        MapByHand<TUseCase>(ChainApi, method, pattern, handler);

    private RouteHandlerBuilder MapByHand<TUseCase>(RouteGroupBuilder group, string method, string pattern, Delegate handler)
        where TUseCase : UseCaseBase
    {
        var info = useCases.Of(typeof(TUseCase));
        names.Add(info.Name);
        return group.MapMethods(pattern, [method], handler).WithName(info.Name).WithMetadata(info);
    }

    private IEndpointConventionBuilder Map<TUseCase>(RouteGroupBuilder group, string method, string pattern, string level)
        where TUseCase : UseCaseBase
    {
        // A use case may stand under both; the second address needs a name of its own.
        var info = useCases.Of(typeof(TUseCase));
        return UseCaseEndpoint.Map(group, method, pattern, info, names.Add(info.Name) ? info.Name : info.Name + level);
    }
}

/// <summary>Says to which module an address belongs, so that the door can be closed with the module.</summary>
public sealed record ModuleMark(string Module);

/// <summary>
/// Says that a page is for members: only a member's own session is heard there, and his session is heard on no other page.
/// </summary>
public sealed class MemberMark
{
    public static readonly MemberMark Instance = new();
}

/// <summary>Says that an address is a page: whoever is not signed in is sent to the log-in page.</summary>
public sealed class PageMark
{
    public static readonly PageMark Instance = new();
}
