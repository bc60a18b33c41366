using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Rules;
using RetailMember.StoredValue.Commissions.Editing;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>The commission rules: one version with its rates and worked examples, all versions, and the form of the draft.</summary>
internal static class CommissionRulePages
{
    private const string Path = "commission-rules";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/" + Path, (PageCall page, int? version) => ShowAsync(page, version, FormFaults.None));
        pages.MapGet($"/{Path}/edit", (PageCall page) => EditAsync(page, FormFaults.None));
        pages.MapPost($"/{Path}/edit", (PageCall page) => page.SubmitAsync<EditCommissionRules.Input, RulesView<CommissionTerms>>(
            _ => Done(page, "storedvalue.rules.drafted"), faults => EditAsync(page, faults)));
        pages.MapPost($"/{Path}/activation", (PageCall page) =>
            page.SubmitAsync<ActivateCommissionRules.Input, RulesView<CommissionTerms>>(
                _ => Done(page, "storedvalue.rules.activated"), faults => ShowAsync(page, version: null, faults)));
        pages.MapPost($"/{Path}/withdrawal", (PageCall page) =>
            page.SubmitAsync<WithdrawCommissionRules.Input, RulesView<CommissionTerms>>(
                _ => Done(page, "storedvalue.rules.withdrawn"), faults => ShowAsync(page, version: null, faults)));
    }

    private static IResult Done(PageCall page, string text) => Page.Redirect(page.ToSales(Path), Flash.Success(text));

    private static async Task<IResult> ShowAsync(PageCall page, int? version, FormFaults faults)
    {
        var versions = (await page.RunAsync(new FindCommissionRules.Input())).Versions;
        var read = version is null ? versions[0] : versions.FirstOrDefault(v => v.Version == version)
            ?? throw new Refusal("storedvalue.commission-version-not-found", RefusalKind.NotFound, ("version", version));
        return Page.For<CommissionRulesPage>(new CommissionRulesModel(
            versions, read, await ChoicesAsync(page), page.May(SalesPermissions.EditCommissionRules),
            page.May(SalesPermissions.ActivateCommissionRules), faults));
    }

    private static async Task<IResult> EditAsync(PageCall page, FormFaults faults)
    {
        page.Require(SalesPermissions.EditCommissionRules);
        var newest = (await page.RunAsync(new FindCommissionRules.Input())).Versions[0];
        return Page.For<CommissionRulesFormPage>(new CommissionRulesFormModel(
            newest.Wording, newest.WordingMark, await ChoicesAsync(page), faults));
    }

    private static Task<ReadCommissionChoices.Result> ChoicesAsync(PageCall page) => page.RunAsync(new ReadCommissionChoices.Input());
}

/// <param name="Versions">The newest first, the usual rules last.</param>
/// <param name="Read">The one that is shown.</param>
internal sealed record CommissionRulesModel(
    IReadOnlyList<RulesView<CommissionTerms>> Versions,
    RulesView<CommissionTerms> Read,
    ReadCommissionChoices.Result Choices,
    bool MayEdit,
    bool MayActivate,
    FormFaults Faults)
{
    public bool HasDraft => Versions[0].State == RulesState.Draft;
}

internal sealed record CommissionRulesFormModel(
    CommissionTerms Terms, string WordingMark, ReadCommissionChoices.Result Choices, FormFaults Faults);
