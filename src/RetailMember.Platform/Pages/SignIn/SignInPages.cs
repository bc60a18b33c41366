using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.People;
using RetailMember.Platform.Http;
using RetailMember.Platform.Pages.Shared;
using RetailMember.Platform.People;
using RetailMember.UseCases;

namespace RetailMember.Platform.Pages.SignIn;

/// <summary>Password first, then the authenticator's code from those who use one.</summary>
internal static class SignInPages
{
    private const string Code = "/sign-in/code";

    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.HousePages;
        pages.MapGet(ShellModel.Empty.SignInAddress, Show);
        pages.MapPost(ShellModel.Empty.SignInAddress, PasswordAsync).RequireRateLimiting(RateLimits.SignIn);
        pages.MapPost(Code, CodeAsync).RequireRateLimiting(RateLimits.SignIn);
        pages.MapPost(ShellModel.Empty.SignOutAction, async (HttpContext http) =>
        {
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return Page.Redirect(ShellModel.Empty.SignInAddress, Flash.Success("platform.signed-out"));
        });
    }

    private static IResult Show(PageCall page, string? returnTo) =>
        page.Context.Caller.Kind == CallerKind.Person
            ? Page.Redirect(LocalAddress.Of(returnTo))
            : Page.For<SignInPage>(new SignInModel(LocalAddress.Of(returnTo), FormFaults.None));

    private static async Task<IResult> PasswordAsync(
        PageCall page, HttpContext http, SignInDesk desk, SignInTickets tickets, SignInThrottle throttle)
    {
        var back = "/";
        try
        {
            var form = await page.FormAsync<PasswordForm>();
            back = LocalAddress.Of(form.ReturnTo);
            throttle.Take(http, form.UserName);
            try
            {
                return await EnterAsync(
                    http, await desk.CheckAsync(form.UserName, form.Password, null, Channel.Page, http.RequestAborted), back);
            }
            catch (Refusal refusal) when (refusal.Code == SignInDesk.CodeNeeded)
            {
                return Page.For<CodePage>(new CodeModel(tickets.Write(form.UserName), back, FormFaults.None));
            }
        }
        catch (Refusal refusal) when (refusal.Kind != RefusalKind.TooMany)
        {
            return Page.For<SignInPage>(new SignInModel(back, FormFaults.Of(refusal, page.Texts)), Failed);
        }
    }

    private static async Task<IResult> CodeAsync(PageCall page, HttpContext http, SignInDesk desk, SignInTickets tickets)
    {
        var form = await page.FormAsync<CodeForm>();
        var back = LocalAddress.Of(form.ReturnTo);
        if (tickets.Read(form.Ticket) is not { } person)
            return Page.For<SignInPage>(new SignInModel(back, FormFaults.Of(page.Texts["platform.sign-in.too-late"])), Failed);
        try
        {
            var code = form.Code.Replace(" ", "", StringComparison.Ordinal);
            return await EnterAsync(http, await desk.CheckCodeAsync(person.Id, code, Channel.Page, http.RequestAborted), back);
        }
        catch (Refusal refusal)
        {
            return Page.For<CodePage>(new CodeModel(form.Ticket, back, FormFaults.Of(refusal, page.Texts)), Failed);
        }
    }

    private static async Task<IResult> EnterAsync(HttpContext http, System.Security.Claims.ClaimsPrincipal badge, string back)
    {
        await http.SignInAsync(IdentityConstants.ApplicationScheme, badge);
        return Page.Redirect(back);
    }

    private const int Failed = StatusCodes.Status422UnprocessableEntity;

    private sealed record PasswordForm(string UserName, string Password, string? ReturnTo = null);

    private sealed record CodeForm(string Ticket, string Code, string? ReturnTo = null);
}
