using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Restaurant.Rules;
using RetailMember.Rules;

namespace RetailMember.Restaurant.Pages;

/// <summary>The house rules: their versions, and the form of the draft.</summary>
internal static class RulePages
{
    private const string List = "/house-rules";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, (PageCall page) => ShowAsync(page, FormFaults.None));
        pages.MapPost(List + "/activation", (PageCall page) => page.SubmitAsync<ActivateHouseRules.Input, RulesView<HouseRules>>(
            _ => Page.Redirect(page.Address("restaurant/house-rules"), Flash.Success("restaurant.rules.activated")),
            faults => ShowAsync(page, faults)));
        pages.MapPost(List + "/withdrawal", (PageCall page) => page.SubmitAsync<WithdrawHouseRules.Input, RulesView<HouseRules>>(
            _ => Page.Redirect(page.Address("restaurant/house-rules"), Flash.Success("restaurant.rules.withdrawn")),
            faults => ShowAsync(page, faults)));
        pages.MapGet(List + "/edit", (PageCall page) => EditAsync(page, FormFaults.None));
        pages.MapPost(List + "/edit", (PageCall page) => page.SubmitAsync<EditHouseRules.Input, RulesView<HouseRules>>(
            _ => Page.Redirect(page.Address("restaurant/house-rules"), Flash.Success("restaurant.rules.saved")),
            faults => EditAsync(page, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, FormFaults faults) =>
        Page.For<RulesPage>(new RulesModel(
            (await page.RunAsync(new FindHouseRules.Input())).Versions,
            page.May(RestaurantRights.EditRules), page.May(RestaurantRights.ActivateRules), faults));

    private static async Task<IResult> EditAsync(PageCall page, FormFaults faults)
    {
        page.Require(RestaurantRights.EditRules);
        var versions = (await page.RunAsync(new FindHouseRules.Input())).Versions;
        return Page.For<RulesFormPage>(new RulesFormModel(versions[0].Wording, versions[0].WordingMark, faults));
    }
}

internal sealed record RulesModel(
    IReadOnlyList<RulesView<HouseRules>> Versions, bool MayEdit, bool MayActivate, FormFaults Faults);

internal sealed record RulesFormModel(HouseRules Rules, string WordingMark, FormFaults Faults);
