using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Platform.Pages.Shared;
using RetailMember.Platform.People;
using RetailMember.UseCases;

namespace RetailMember.Platform.Pages.Account;

/// <summary>Setting up the authenticator app for the own account, and taking it away again.</summary>
internal static class AuthenticatorPages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.ChainPages;
        pages.MapPost("/account/authenticator", async (PageCall page) =>
        {
            var set = await page.RunAsync(new SetUpAuthenticator.Input());
            return Page.For<AuthenticatorPage>(new AuthenticatorModel(page.Context.Caller.Name, set.Key, FormFaults.None));
        });
        pages.MapPost("/account/authenticator/confirm", ConfirmAsync);
        pages.MapGet("/account/authenticator/remove", () => Page.For<RemoveAuthenticatorPage>(new RemovalModel(FormFaults.None)));
        pages.MapPost("/account/authenticator/remove", (PageCall page) =>
            page.SubmitAsync<RemoveAuthenticator.Input, RemoveAuthenticator.Result>(
                done: _ => Page.Redirect(PlatformAddress.Account, Flash.Success("platform.authenticator.removed")),
                again: faults => Page.For<RemoveAuthenticatorPage>(new RemovalModel(faults))));
    }

    /// <summary>A wrong code must not cost the key that the app has read already.</summary>
    private static async Task<IResult> ConfirmAsync(PageCall page)
    {
        var form = await page.FormAsync<ConfirmForm>();
        return await page.SubmitAsync(
            async () =>
            {
                var code = form.Code.Replace(" ", "", StringComparison.Ordinal);
                var confirmed = await page.RunAsync(new ConfirmAuthenticator.Input(code));
                return Page.For<RecoveryCodesPage>(new RecoveryModel(confirmed.RecoveryCodes));
            },
            faults => Task.FromResult(
                Page.For<AuthenticatorPage>(new AuthenticatorModel(page.Context.Caller.Name, form.Key, faults))));
    }

    private sealed record ConfirmForm(string Key, [property: Personal] string Code);
}
