using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Platform.Pages.Home;
using RetailMember.Platform.Pages.Shared;
using RetailMember.Platform.People;

namespace RetailMember.Platform.Pages.Account;

/// <summary>What everybody may do with the own account: look, language, password, end of all sessions.</summary>
internal static class AccountPages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.ChainPages;
        pages.MapGet("/account", async (PageCall page) =>
            Page.For<AccountPage>(await page.RunAsync(new FindOwnAccount.Input())));
        pages.MapGet("/account/password", PasswordPageAsync).WithMetadata(OwnPasswordFirst.OpenMark.Instance);
        pages.MapPost("/account/password", ChangePasswordAsync).WithMetadata(OwnPasswordFirst.OpenMark.Instance);
        pages.MapPost("/account/language", ChangeLanguageAsync);
        pages.MapPost("/account/end-sessions", async (PageCall page, HttpContext http) =>
        {
            await page.RunAsync(new EndOwnSessions.Input());
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return Page.Redirect(ShellModel.Empty.SignInAddress, Flash.Success("platform.account.sessions-ended"));
        });
    }

    private static async Task<IResult> PasswordPageAsync(PageCall page)
    {
        var account = await page.RunAsync(new FindOwnAccount.Input());
        return Page.For<PasswordPage>(new PasswordModel(account.UserName, account.MustChangePassword, FormFaults.None));
    }

    private static Task<IResult> ChangePasswordAsync(PageCall page, HttpContext http, SignInDesk desk) => page.SubmitAsync(
        async () =>
        {
            var form = await page.FormAsync<PasswordForm>();
            if (form.NewPassword != form.Repeated) throw UseCases.Refusal.Invalid("repeated", "field.not-repeated");
            var changed = await page.RunAsync(new ChangeOwnPassword.Input(form.CurrentPassword, form.NewPassword));

            // The change made every badge void, this one included.
            await http.SignInAsync(IdentityConstants.ApplicationScheme, desk.Renew(changed.Id));
            return Page.Redirect("/", Flash.Success("platform.account.password-changed"));
        },
        async faults =>
        {
            var account = await page.RunAsync(new FindOwnAccount.Input());
            return Page.For<PasswordPage>(new PasswordModel(account.UserName, account.MustChangePassword, faults));
        });

    private static async Task<IResult> ChangeLanguageAsync(PageCall page, HttpContext http)
    {
        var changed = await page.RunAsync(await page.FormAsync<ChangeOwnLanguage.Input>());
        if (changed.Language is { } language) LanguagePages.Keep(http, language);
        return Page.Redirect(PlatformAddress.Account, Flash.Success("platform.saved"));
    }

    private sealed record PasswordForm(string CurrentPassword, string NewPassword, string Repeated);
}
