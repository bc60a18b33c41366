using Microsoft.AspNetCore.Http;
using RetailMember.Groups.Kinds;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Groups.Pages;

/// <summary>The kinds of groups that a brand knows.</summary>
internal static class KindPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/kinds", async (PageCall page) => Page.For<KindListPage>(new KindListModel(
            (await page.RunAsync(new FindKinds.Input())).Kinds, page.May(GroupPermissions.EditKinds))));
        pages.MapGet("/kinds/new", (PageCall page) => Form(page, null, FormFaults.None));
        pages.MapPost("/kinds/new", (PageCall page) => page.SubmitAsync<EditKind.Input, KindView>(
            saved => Saved(page), faults => Task.FromResult(Form(page, null, faults))));
        pages.MapGet("/kinds/{kind}/edit", (PageCall page, string kind) => EditAsync(page, kind, FormFaults.None));
        pages.MapPost("/kinds/{kind}/edit", (PageCall page, string kind) => page.SubmitAsync<EditKind.Input, KindView>(
            saved => Saved(page), faults => EditAsync(page, kind, faults)));
    }

    private static IResult Saved(PageCall page) =>
        Page.Redirect(page.Address("groups/kinds"), Flash.Success("groups.kind-saved"));

    private static IResult Form(PageCall page, KindView? kind, FormFaults faults)
    {
        page.Require(GroupPermissions.EditKinds);
        return Page.For<KindFormPage>(new KindFormModel(kind, faults));
    }

    private static async Task<IResult> EditAsync(PageCall page, string kind, FormFaults faults)
    {
        var known = (await page.RunAsync(new FindKinds.Input())).Kinds.FirstOrDefault(k => k.Kind == kind)
            ?? throw new Refusal(GroupRefusals.KindNotFound, RefusalKind.NotFound, ("kind", kind));
        return Form(page, known, faults);
    }
}
