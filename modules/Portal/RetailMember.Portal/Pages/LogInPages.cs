using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Messages;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.People;
using RetailMember.Portal.Codes;
using RetailMember.Portal.Sessions;

namespace RetailMember.Portal.Pages;

/// <summary>Mobile first, then the code that was sent there. The mobile never stands in an address.</summary>
internal static class LogInPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/" + MemberAddress.LogIn, Show);
        pages.MapPost("/log-in/code", CodeAsync).RequireRateLimiting(PortalModule.Throttle);
        pages.MapPost("/" + MemberAddress.LogIn, LogInAsync).RequireRateLimiting(PortalModule.Throttle);
        pages.MapPost("/log-out", LogOutAsync);
    }

    private static IResult Show(PageCall page, IMessageSender sender, string? returnTo)
    {
        var back = OwnAddress.Of(page.Context.RequiredBrand, returnTo);
        return page.Context.Caller.Kind == CallerKind.Member ? Page.Redirect(back) : Mobile(page, sender, back, FormFaults.None);
    }

    private static async Task<IResult> CodeAsync(PageCall page, IMessageSender sender)
    {
        var form = await page.FormAsync<MobileForm>();
        var back = OwnAddress.Of(page.Context.RequiredBrand, form.ReturnTo);
        return await page.SubmitAsync(
            async () =>
            {
                await page.RunAsync(new RequestCode.Input(form.Mobile, CodePurpose.LogIn));
                return Page.For<LogInCodePage>(new LogInCodeModel(form.Mobile, back, FormFaults.None));
            },
            faults => Task.FromResult(Mobile(page, sender, back, faults)));
    }

    private static async Task<IResult> LogInAsync(PageCall page, HttpContext http)
    {
        var form = await page.FormAsync<CodeForm>();
        var brand = page.Context.RequiredBrand;
        var back = OwnAddress.Of(brand, form.ReturnTo);
        return await page.SubmitAsync(
            async () =>
            {
                var device = Devices.Of(http.Request.Headers.UserAgent.ToString());
                SessionCookie.Set(http, brand, await page.RunAsync(
                    new LogIn.Input(form.Mobile, form.Code.Trim(), device, DeviceCookie.Of(http))));
                return Page.Redirect(back);
            },
            faults => Task.FromResult(Page.For<LogInCodePage>(new LogInCodeModel(form.Mobile, back, faults))));
    }

    private static async Task<IResult> LogOutAsync(PageCall page, HttpContext http)
    {
        if (page.Context.Caller.Kind == CallerKind.Member && MemberSessions.Current(http) is { } session)
            await page.RunAsync(new EndSession.Input(session));
        SessionCookie.Clear(http, page.Context.RequiredBrand);
        return Page.Redirect(
            MemberAddress.Of(page.Context.RequiredBrand, MemberAddress.LogIn), Flash.Success("portal.logged-out"));
    }

    private static IResult Mobile(PageCall page, IMessageSender sender, string back, FormFaults faults) =>
        Page.For<LogInPage>(new LogInModel(sender.IsReady(page.Context.RequiredBrand), back, faults));

    private sealed record MobileForm(string Mobile, string? ReturnTo = null);

    private sealed record CodeForm(string Mobile, string Code, string? ReturnTo = null);
}

/// <param name="IsReady">Whether codes can be sent at all.</param>
internal sealed record LogInModel(bool IsReady, string ReturnTo, FormFaults Faults);

internal sealed record LogInCodeModel(string Mobile, string ReturnTo, FormFaults Faults);
