using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Pharmacy.Rules.Editing;

namespace RetailMember.Pharmacy.Pages;

/// <summary>The club's rules with their examples, and the form of the draft.</summary>
internal static class RulePages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/rules", (PageCall page) => ShowAsync(page, FormFaults.None));
        pages.MapPost("/rules/activation", (PageCall page) => page.SubmitAsync<ActivateRules.Input, ActivateRules.Result>(
            done => Page.Redirect(page.Address("pharmacy/rules"), Flash.Success("pharmacy.rules.activated", ("version", done.Version))),
            faults => ShowAsync(page, faults)));
        pages.MapGet("/rules/draft", (PageCall page, TimeProvider time) => EditAsync(page, time, FormFaults.None));
        pages.MapPost("/rules/draft", (PageCall page, TimeProvider time) => page.SubmitAsync(
            async () =>
            {
                await page.RunAsync((await page.FormAsync<RuleForm>()).ToInput());
                return Page.Redirect(page.Address("pharmacy/rules"), Flash.Success("pharmacy.rules.drafted"));
            },
            faults => EditAsync(page, time, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, FormFaults faults) => Page.For<RulePage>(new RuleModel(
        await page.RunAsync(new FindRules.Input()), page.May(PharmacyPermissions.EditRules),
        page.May(PharmacyPermissions.ActivateRules), faults));

    private static async Task<IResult> EditAsync(PageCall page, TimeProvider time, FormFaults faults)
    {
        page.Require(PharmacyPermissions.EditRules);
        var found = await page.RunAsync(new FindRules.Input());
        var from = found.DraftFrom ?? time.Today(page.Context.RequiredBrand).AddDays(1);
        return Page.For<RuleFormPage>(new RuleFormModel(RuleForm.Of(found.Draft ?? found.Terms, from), faults));
    }
}
