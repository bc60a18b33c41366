using Microsoft.AspNetCore.Http;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Platform.Pages.Shared;
using RetailMember.Platform.People;
using RetailMember.UseCases;

namespace RetailMember.Platform.Pages.Roles;

/// <summary>What each role may do: a list, a matrix of all, and a form of one. Brands look, the chain decides.</summary>
internal static class RolePages
{
    private const string Change = "Platform.Roles.Change";

    public static void Map(ModuleEndpoints endpoints)
    {
        foreach (var pages in new[] { endpoints.ChainPages, endpoints.BrandPages })
        {
            pages.MapGet("/roles", async (PageCall page) =>
                Page.For<RoleListPage>(new RoleListModel(await AllAsync(page), MayChange(page))));
            pages.MapGet("/roles/matrix", async (PageCall page) => Page.For<RoleMatrixPage>(await AllAsync(page)));
            pages.MapGet("/roles/{code}", ShowAsync);
        }

        endpoints.ChainPages.MapGet("/roles/new", async (PageCall page, string? like) =>
        {
            page.Require(Change);
            var all = await AllAsync(page);
            var template = all.Roles.FirstOrDefault(r => r.Code == like);
            return Page.For<NewRolePage>(new RoleFormModel(null, all, [.. template?.Permissions ?? []], true, FormFaults.None));
        });
        endpoints.ChainPages.MapPost("/roles/new", CreateAsync);
        endpoints.ChainPages.MapPost("/roles/{code}", ChangeAsync);
    }

    private static Task<FindRoles.Result> AllAsync(PageCall page) => page.RunAsync(new FindRoles.Input());

    private static bool MayChange(PageCall page) => page.Context.Brand is null && page.May(Change);

    private static async Task<IResult> ShowAsync(PageCall page, string code)
    {
        var all = await AllAsync(page);
        var role = RoleOf(all, code);
        return Page.For<RolePage>(
            new RoleFormModel(role, all, [.. role.Permissions], MayChange(page) && !role.Fixed, FormFaults.None));
    }

    private static async Task<IResult> CreateAsync(PageCall page)
    {
        var form = await page.FormAsync<NewRoleForm>();
        return await page.SubmitAsync(
            async () =>
            {
                var made = await page.RunAsync(new CreateRole.Input(form.Code ?? "", form.Name ?? "", form.Permissions));
                return Page.Redirect(page.To("roles"), Flash.Success("platform.roles.created", ("code", made.Code)));
            },
            async faults => Page.For<NewRolePage>(
                new RoleFormModel(null, await AllAsync(page), [.. form.Permissions], true, faults)));
    }

    private static async Task<IResult> ChangeAsync(PageCall page, string code)
    {
        var input = await page.FormAsync<ChangeRolePermissions.Input>();
        return await page.SubmitAsync(
            async () =>
            {
                var changed = await page.RunAsync(input);
                var done = Flash.Success("platform.roles.changed", ("added", changed.Added), ("removed", changed.Removed));
                return Page.Redirect(page.To("roles"), done);
            },
            async faults =>
            {
                var all = await AllAsync(page);
                return Page.For<RolePage>(new RoleFormModel(RoleOf(all, code), all, [.. input.Permissions], true, faults));
            });
    }

    private static FindRoles.Item RoleOf(FindRoles.Result all, string code) =>
        all.Roles.FirstOrDefault(r => r.Code == code)
        ?? throw new Refusal("platform.role-not-found", RefusalKind.NotFound, ("role", code));

    private sealed record NewRoleForm(IReadOnlyList<string> Permissions, string? Code = null, string? Name = null);
}
