using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Redemption.Pages.Benefits;
using RetailMember.Redemption.Pages.Catalogue;
using RetailMember.Redemption.Pages.Vouchers;
using RetailMember.Redemption.Proposals;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Pages.Shared;

/// <summary>Takes over what modules propose, and opens its form: it is looked at before anybody has it.</summary>
internal static class ProposalPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapPost("/proposed-rewards/{reward}/draft", (PageCall page, string reward) =>
            TakeOverAsync(page, new TakeOverReward.Input(reward), "rewards", RewardPages.AddressOf(page, reward)));
        pages.MapPost("/proposed-benefits/{benefit}/draft", (PageCall page, string benefit) =>
            TakeOverAsync(page, new TakeOverBenefit.Input(benefit), "benefits", BenefitPages.AddressOf(page, benefit)));
        pages.MapPost("/proposed-voucher-definitions/{definition}/draft", (PageCall page, string definition) =>
            TakeOverAsync(
                page, new TakeOverVoucher.Input(definition), "voucher-definitions", DefinitionPages.AddressOf(page, definition)));
    }

    private static async Task<IResult> TakeOverAsync<TDrafted>(PageCall page, IInput<TDrafted> input, string list, string address)
    {
        var outcome = await page.TryAsync(input);
        if (outcome.Refusal is { Kind: not (RefusalKind.Conflict or RefusalKind.NotFound) } no) throw no;
        return outcome.Refusal is { } fault
            ? Page.Redirect(page.ToRedemption(list), Flash.Danger("refusal." + fault.Code, [.. fault.Facts]))
            : Page.Redirect(address + "/edit", Flash.Success("redemption.proposed.taken-over"));
    }
}
