using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Platform.Http;

/// <summary>
/// Between routing and the endpoint: what belongs to a module is there only while the module runs, and in a brand only
/// while it is on there. A closed door looks like no door: 404.
/// </summary>
internal sealed class ModuleDoor(RequestDelegate next, ModuleCatalogue modules, IBrandDirectory brands)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ModuleMark>() is not { } mark) return next(http);
        var brand = http.Request.RouteValues["brand"] is string code ? brands.Find(code) : null;
        var open = modules.IsRunning(mark.Module) && (brand is null || brands.IsOn(mark.Module, brand.Id, null));
        return open ? next(http) : throw new Refusal("module.off", RefusalKind.NotFound, ("module", mark.Module));
    }
}
