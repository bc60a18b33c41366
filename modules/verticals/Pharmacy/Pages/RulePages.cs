using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Pharmacy.Rules;
using RetailMember.Pharmacy.Rules.Editing;
using RetailMember.Rules;
using RetailMember.Texts;

namespace RetailMember.Pharmacy.Pages;

/// <summary>The club's rules with their versions and worked examples, and the form of the next version.</summary>
internal static class RulePages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/rules", (PageCall page) => ShowAsync(page, FormFaults.None));
        pages.MapPost("/rules/activation", (PageCall page) => page.SubmitAsync<ActivateRules.Input, RulesView<ClubTerms>>(
            done => Page.Redirect(page.Address("pharmacy/rules"), Flash.Success("pharmacy.rules.activated", ("version", done.Version))),
            faults => ShowAsync(page, faults)));
        pages.MapPost("/rules/withdrawal", (PageCall page) => page.SubmitAsync<WithdrawRules.Input, RulesView<ClubTerms>>(
            done => Page.Redirect(page.Address("pharmacy/rules"), Flash.Success("pharmacy.rules.withdrawn", ("version", done.Version))),
            faults => ShowAsync(page, faults)));
        pages.MapGet("/rules/draft", (PageCall page) => EditAsync(page, FormFaults.None));
        pages.MapPost("/rules/draft", (PageCall page) => page.SubmitAsync(
            async () =>
            {
                await page.RunAsync((await page.FormAsync<RuleForm>()).ToInput());
                return Page.Redirect(page.Address("pharmacy/rules"), Flash.Success("pharmacy.rules.drafted"));
            },
            faults => EditAsync(page, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, FormFaults faults) => Page.For<RulePage>(new RuleModel(
        [.. (await page.RunAsync(new FindRules.Input())).Versions.Select(v => Told(v, page.Texts))],
        page.May(PharmacyPermissions.EditRules), page.May(PharmacyPermissions.ActivateRules), faults));

    /// <summary>With examples in the words of whoever reads them.</summary>
    private static RulesView<ClubTerms> Told(RulesView<ClubTerms> version, ITexts texts) => version with
    {
        ExampleRuns =
        [
            .. version.ExampleRuns.Zip(version.Wording.Examples, (run, example) => run with
            {
                Title = texts.Format("pharmacy.example." + EnumCode.Of(example.Asks), example.Points, example.Pieces),
            }),
        ],
    };

    /// <summary>The newest wording: the draft where there is one.</summary>
    private static async Task<IResult> EditAsync(PageCall page, FormFaults faults)
    {
        page.Require(PharmacyPermissions.EditRules);
        var newest = (await page.RunAsync(new FindRules.Input())).Versions[0];
        return Page.For<RuleFormPage>(new RuleFormModel(RuleForm.Of(newest.Wording) with { WordingMark = newest.WordingMark }, faults));
    }
}
