using Microsoft.AspNetCore.Http;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Platform.Pages.Shared;
using RetailMember.Platform.People;

namespace RetailMember.Platform.Pages.People;

/// <summary>One person: account, roles, single permissions.</summary>
internal static class PersonPages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        Map(endpoints.ChainPages.MapGroup("/people/{id:guid}"));
        Map(endpoints.BrandPages.MapGroup("/people/{id:guid}"));
    }

    private static void Map(PageRoutes pages)
    {
        pages.MapGet("", (PersonView view, PageCall page, Guid id) => view.ShowAsync(page, id, FormFaults.None));
        pages.MapPost("", (PersonView view, PageCall page, Guid id) => view.SubmitAsync(page, id, async () =>
        {
            await page.RunAsync(await page.FormAsync<ChangePerson.Input>());
            return "platform.saved";
        }));
        MapAccount(pages);
        MapRights(pages);
    }

    private static void MapAccount(PageRoutes pages)
    {
        pages.MapPost("/deactivate", (PersonView view, PageCall page, Guid id) => view.SubmitAsync(page, id, async () =>
        {
            var done = await page.RunAsync(await page.FormAsync<DeactivatePerson.Input>());
            return done.Active ? "platform.people.returned" : "platform.people.deactivated";
        }));
        pages.MapPost("/unlock", (PersonView view, PageCall page, Guid id) => view.SubmitAsync(page, id, async () =>
        {
            await page.RunAsync(new UnlockPerson.Input(id));
            return "platform.people.unlocked";
        }));
        pages.MapPost("/reset-password", (PersonView view, PageCall page, Guid id) => page.SubmitAsync(
            async () =>
            {
                var reset = await page.RunAsync(await page.FormAsync<ResetPassword.Input>());
                var person = await page.RunAsync(new FindPerson.Input(id));
                return Page.For<FirstPasswordPage>(
                    new FirstPasswordModel(id, person.DisplayName, reset.UserName, reset.FirstPassword));
            },
            faults => view.ShowAsync(page, id, faults)));
    }

    private static void MapRights(PageRoutes pages)
    {
        MapRight<RoleForm>(pages, "/roles", "platform.people.role-given",
            (call, id, form, store) => call.RunAsync(new AssignRole.Input(id, form.Role, store)));
        MapRight<RoleForm>(pages, "/roles/withdraw", "platform.people.role-taken",
            (call, id, form, store) => call.RunAsync(new WithdrawRole.Input(id, form.Role, store)));
        MapRight<PermissionForm>(pages, "/permissions", "platform.people.permission-given",
            (call, id, form, store) => call.RunAsync(new GrantPermission.Input(id, form.Permission, store)));
        MapRight<PermissionForm>(pages, "/permissions/withdraw", "platform.people.permission-taken",
            (call, id, form, store) => call.RunAsync(new WithdrawPermission.Input(id, form.Permission, store)));
    }

    /// <summary>The form says in which scope: the use case is called in the name of that brand.</summary>
    private static void MapRight<TForm>(
        PageRoutes pages, string path, string done, Func<PageCall, Guid, TForm, string?, Task> change)
        where TForm : IWithScope =>
        pages.MapPost(path, (PersonView view, PageCall page, ScopeChoices scopes, Guid id) =>
            view.SubmitAsync(page, id, async () =>
            {
                var form = await page.FormAsync<TForm>();
                var (call, store) = scopes.Read(form.Scope, page);
                await change(call, id, form, store);
                return done;
            }));

    private interface IWithScope
    {
        string Scope { get; }
    }

    private sealed record RoleForm(string Role, string Scope) : IWithScope;

    private sealed record PermissionForm(string Permission, string Within) : IWithScope
    {
        string IWithScope.Scope => Within;
    }
}
