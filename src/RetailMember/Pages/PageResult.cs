using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Texts;

namespace RetailMember.Pages;

/// <summary>Renders one component; asks for the shell only when the request wants the whole document.</summary>
internal sealed class PageResult(
    Type component, object? parameters, PageFrame frame, int status, object? model = null) : IResult
{
    public PageResult WithStatus(int other) => new(component, parameters, frame, other, model);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var request = new PageRequest(httpContext);
        var whole = frame == PageFrame.Whole && !request.WantsFragment;
        var context = new PageContext
        {
            Request = request,
            Language = httpContext.RequestServices.GetRequiredService<ITexts>().Language,
            Shell = await ShellOf(httpContext, whole),
            Flash = whole ? Flash.Take(httpContext) : null,
        };
        var headers = httpContext.Response.Headers;
        headers.CacheControl = "no-cache, no-store";
        headers.Vary = "HX-Request, Accept-Language, Cookie";
        await new RazorComponentResult<PageHost>(new Dictionary<string, object?>
        {
            [nameof(PageHost.Component)] = component,
            [nameof(PageHost.Parameters)] = new RouteValueDictionary(parameters),
            [nameof(PageHost.Frame)] = whole ? PageFrame.Whole : PageFrame.Part,
            [nameof(PageHost.Context)] = context,
            [nameof(PageHost.Model)] = model,
        })
        { StatusCode = status, PreventStreamingRendering = true }.ExecuteAsync(httpContext);
    }

    private static async ValueTask<ShellModel> ShellOf(HttpContext http, bool whole) => whole
        ? await http.RequestServices.GetRequiredService<IShellSource>().ForRequest(http)
        : ShellModel.Empty;
}
