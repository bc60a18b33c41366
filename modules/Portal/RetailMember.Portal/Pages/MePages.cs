using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Portal.Sessions;

namespace RetailMember.Portal.Pages;

/// <summary>The member's own page: where his settings are, and on which devices he is logged in.</summary>
internal static class MePages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/me", async (PageCall page) =>
            Page.For<MePage>(new MeModel((await page.RunAsync(new FindSessions.Input())).Sessions)));
        pages.MapPost("/me/sessions/{session:guid}/end", async (PageCall page, Guid session) =>
        {
            await page.RunAsync(new EndSession.Input(session));
            return Page.Redirect(MemberAddress.Of(page.Context.RequiredBrand, "me"), Flash.Success("portal.session-ended"));
        });
        pages.MapPost("/me/sessions/end", async (PageCall page, HttpContext http) =>
        {
            await page.RunAsync(new EndAllSessions.Input());
            SessionCookie.Clear(http, page.Context.RequiredBrand);
            return Page.Redirect(
                MemberAddress.Of(page.Context.RequiredBrand, MemberAddress.LogIn), Flash.Success("portal.logged-out-everywhere"));
        });
    }
}

internal sealed record MeModel(IReadOnlyList<FindSessions.Row> Sessions);
