using Microsoft.AspNetCore.Http;
using RetailMember.Apparel.Rules;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Rules;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Pages.Rules;

/// <summary>The rules with their versions and worked examples, and the form of the next version.</summary>
internal static class RulePages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/rules", async (PageCall page) => Page.For<RulesPage>(new RulesModel(
            await page.RunAsync(new FindRules.Input()),
            page.May(ApparelPermissions.EditRules), page.May(ApparelPermissions.ActivateRules))));
        pages.MapPost("/rules/activation", async (PageCall page) =>
            Turned(page, await page.TryAsync(await page.FormAsync<ActivateRules.Input>()), "apparel.rules-active"));
        pages.MapPost("/rules/withdrawal", async (PageCall page) =>
            Turned(page, await page.TryAsync(await page.FormAsync<WithdrawRules.Input>()), "apparel.rules-withdrawn"));
        pages.MapGet("/rules/edit", (PageCall page, string? variant) =>
            EditAsync(page, variant, FormFaults.None));
        pages.MapPost("/rules/edit", (PageCall page) => page.SubmitAsync(
            async () =>
            {
                var form = await page.FormAsync<RulesForm>();
                await page.RunAsync(form.ToInput(await BaseAsync(page)));
                return Page.Redirect(page.Address("apparel/rules"), Flash.Success("apparel.rules-drafted"));
            },
            faults => EditAsync(page, null, faults)));
    }

    private static IResult Turned(PageCall page, Outcome<RulesView<ApparelTerms>> outcome, string text)
    {
        if (outcome.Refusal is { Kind: RefusalKind.Forbidden or RefusalKind.SignInNeeded } no) throw no;
        return Page.Redirect(page.Address("apparel/rules"), outcome.Refusal is { } fault
            ? Flash.Danger("refusal." + (fault.Fields is [var first, ..] ? first.Code : fault.Code), [.. fault.Facts])
            : Flash.Success(text, ("number", outcome.Value.Version)));
    }

    private static async Task<IResult> EditAsync(PageCall page, string? variant, FormFaults faults)
    {
        page.Require(ApparelPermissions.EditRules);
        var found = await page.RunAsync(new FindRules.Input());
        var terms = found.Versions[0].Wording;
        if (Enum.TryParse<LadderVariant>(variant, ignoreCase: true,
            out var chosen)) terms = terms with { Ladder = terms.Ladder with { Rungs = LadderVariants.Named(chosen) } };
        var form = RulesForm.Of(terms) with { WordingMark = found.Versions[0].WordingMark };
        return Page.For<RulesFormPage>(new RulesFormModel(form, terms, found.RuleChoices, faults));
    }

    /// <summary>The newest wording: the draft where there is one.</summary>
    private static async Task<ApparelTerms> BaseAsync(PageCall page) =>
        (await page.RunAsync(new FindRules.Input())).Versions[0].Wording;
}

internal sealed record RulesModel(FindRules.Result Found, bool MayEdit, bool MayActivate);

internal sealed record RulesFormModel(RulesForm Form, ApparelTerms Terms, RuleChoices Choices,
    FormFaults Faults);
