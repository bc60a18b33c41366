using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace RetailMember.Pages;

/// <summary>
/// Answers of page endpoints. A page is a Razor component of its module; it is rendered on the server, in the layout
/// that its <c>@layout</c> names (<see cref="Layout.Shell"/> where it names none).
/// </summary>
/// <example>
/// <code>
/// pages.MapGet("/members", async (PageCall page) =>
///     Page.For&lt;MembersPage&gt;(await page.RunAsync(page.Query&lt;ListMembers.Input&gt;())));
///
/// pages.MapPost("/members", (PageCall page) => page.SubmitAsync&lt;EnrolMember.Input, EnrolMember.Result&gt;(
///     done: member => Page.Redirect(page.Address("members/" + member.No), Flash.Success("membership.enrolled")),
///     again: faults => Page.For&lt;EnrolPage&gt;(new EnrolPage.Model(faults))));
/// </code>
/// The component takes its model with <c>[CascadingParameter] private PageOf&lt;MemberRow&gt; Members { get; set; } = default!;</c>.
/// </example>
public static class Page
{
    /// <summary>The page, with the properties of <paramref name="parameters"/> as its component parameters.</summary>
    public static IResult Of<TPage>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new PageResult(typeof(TPage), parameters, PageFrame.Whole, status);

    /// <summary>
    /// The page of a model. Components are public because the Razor compiler makes them so, and a module's types are not:
    /// the component takes its model as <c>[CascadingParameter] private TModel Model</c>, of exactly this type.
    /// </summary>
    public static IResult For<TPage>(object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new PageResult(typeof(TPage), null, PageFrame.Whole, status, model);

    /// <summary>The same for a component alone.</summary>
    public static IResult PartFor<TPart>(object model, int status = StatusCodes.Status200OK)
        where TPart : IComponent => new PageResult(typeof(TPart), null, PageFrame.Part, status, model);

    /// <summary>A component alone, without layout, for htmx to put into a page that is already open.</summary>
    public static IResult Part<TPart>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TPart : IComponent => new PageResult(typeof(TPart), parameters, PageFrame.Part, status);

    /// <summary>Goes on to another page (303), where <paramref name="flash"/> is shown once.</summary>
    public static IResult Redirect(string address, Flash? flash = null) => new PageRedirect(address, flash);
}
