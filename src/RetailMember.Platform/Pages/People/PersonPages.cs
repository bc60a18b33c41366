using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
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

    private static void Map(RouteGroupBuilder pages)
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

    private static void MapAccount(RouteGroupBuilder pages)
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

    private static void MapRights(RouteGroupBuilder pages)
    {
        pages.MapPost("/roles", (PersonView view, PageCall page, ScopeChoices scopes, Guid id) => view.SubmitAsync(page, id, async () =>
        {
            var form = await page.FormAsync<RoleForm>();
            var (call, store) = scopes.Read(form.Scope, page);
            await call.RunAsync(new AssignRole.Input(id, form.Role, store));
            return "platform.people.role-given";
        }));
        pages.MapPost("/roles/withdraw", (PersonView view, PageCall page, ScopeChoices scopes, Guid id) => view.SubmitAsync(page, id, async () =>
        {
            var form = await page.FormAsync<RoleForm>();
            var (call, store) = scopes.Read(form.Scope, page);
            await call.RunAsync(new WithdrawRole.Input(id, form.Role, store));
            return "platform.people.role-taken";
        }));
        pages.MapPost("/permissions", (PersonView view, PageCall page, ScopeChoices scopes, Guid id) => view.SubmitAsync(page, id, async () =>
        {
            var form = await page.FormAsync<PermissionForm>();
            var (call, store) = scopes.Read(form.Within, page);
            await call.RunAsync(new GrantPermission.Input(id, form.Permission, store));
            return "platform.people.permission-given";
        }));
        pages.MapPost("/permissions/withdraw", (PersonView view, PageCall page, ScopeChoices scopes, Guid id) => view.SubmitAsync(page, id, async () =>
        {
            var form = await page.FormAsync<PermissionForm>();
            var (call, store) = scopes.Read(form.Within, page);
            await call.RunAsync(new WithdrawPermission.Input(id, form.Permission, store));
            return "platform.people.permission-taken";
        }));
    }

    private sealed record RoleForm(string Role, string Scope);

    private sealed record PermissionForm(string Permission, string Within);
}
