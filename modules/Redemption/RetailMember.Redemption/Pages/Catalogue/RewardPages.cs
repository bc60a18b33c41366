using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Files;
using RetailMember.Redemption.Catalogue.Pictures;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Redemption.Proposals;
using RetailMember.Values;
using static RetailMember.Redemption.RedemptionPermissions;

namespace RetailMember.Redemption.Pages.Catalogue;

/// <summary>The catalogue: the list of rewards, one of them as members see it, its form and its stock.</summary>
internal static class RewardPages
{
    private const string List = "/rewards";
    private const string One = List + "/{reward}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, ListAsync);
        pages.MapGet(List + "/export.{format}", (PageCall page, string format) => ExportFile.Of(
            format, "rewards", RewardColumns.All, page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindRewards.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapGet(List + "/new", (PageCall page, IBrandDirectory brands) =>
            FormAsync(page, brands, RewardForm.Blank(), FormFaults.None));
        pages.MapPost(List + "/new", (PageCall page, IBrandDirectory brands) => page.SubmitAsync(
            () => SaveAsync(page), faults => FormAsync(page, brands, RewardForm.Blank(), faults)));
        pages.MapGet(One, (PageCall page, IBrandDirectory brands, string reward) => ShowAsync(page, brands, reward, FormFaults.None));
        pages.MapGet(One + "/edit", (PageCall page, IBrandDirectory brands, string reward) =>
            EditAsync(page, brands, reward, FormFaults.None));
        pages.MapPost(One + "/edit", (PageCall page, IBrandDirectory brands, string reward) => page.SubmitAsync(
            () => SaveAsync(page), faults => EditAsync(page, brands, reward, faults)));
        pages.MapPost(One + "/stock", (PageCall page, IBrandDirectory brands, string reward) =>
            page.SubmitAsync<SupplyStock.Input, SupplyStock.Result>(
                done => Page.Redirect(AddressOf(page, reward), Flash.Success("redemption.rewards.supplied", ("left", done.StockLeft))),
                faults => ShowAsync(page, brands, reward, faults)));
    }

    /// <param name="faults">Why a command on its page was refused.</param>
    public static async Task<IResult> ShowAsync(PageCall page, IBrandDirectory brands, string reward, FormFaults faults)
    {
        var read = await page.RunAsync(new ReadReward.Input(reward));
        var pictures = await page.RunAsync(new FindRewardPictures.Input());
        return Page.For<RewardPage>(new RewardModel(
            read, pictures.Versions.GetValueOrDefault(reward), await page.ChoicesAsync(), brands.NamesOf(page),
            brands.For(page, RedemptionPermissions.SupplyStock), page.May(EditCatalogue),
            MaySupply(page, read.Terms.Stock), faults));
    }

    /// <summary>What stores share is supplied by who may supply all of them; of a stock of its own one store is enough.</summary>
    private static bool MaySupply(PageCall page, StockKind stock) => stock == StockKind.PerStore
        ? page.MayAtSomeStore(RedemptionPermissions.SupplyStock)
        : page.Context.HoldsInBrand(RedemptionPermissions.SupplyStock);

    public static string AddressOf(PageCall page, string reward) => page.ToRedemption("rewards/" + Uri.EscapeDataString(reward));

    private static async Task<IResult> ListAsync(PageCall page, TableQuery table) =>
        Page.For<RewardListPage>(new RewardListModel(
            await page.RunAsync(page.Query<FindRewards.Input>() with { Size = table.Size }),
            (await page.RunAsync(new FindRewardPictures.Input())).Versions,
            (await page.RunAsync(new FindRatings.Input())).Rewards.ToDictionary(r => r.Reward),
            page.May(EditCatalogue),
            page.May(EditCatalogue) ? (await page.RunAsync(new FindProposedRewards.Input())).Proposed : []));

    private static async Task<IResult> EditAsync(PageCall page, IBrandDirectory brands, string reward, FormFaults faults) =>
        await FormAsync(page, brands, RewardForm.Of(await page.RunAsync(new ReadReward.Input(reward))), faults);

    private static async Task<IResult> FormAsync(PageCall page, IBrandDirectory brands, RewardForm form, FormFaults faults)
    {
        page.Require(EditCatalogue);
        return Page.For<RewardFormPage>(new RewardFormModel(
            form, form.Reward.Length == 0, await page.ChoicesAsync(),
            [.. brands.StoresOf(page.Context.RequiredBrand.Id).Where(s => !s.Closed)], faults));
    }

    private static async Task<IResult> SaveAsync(PageCall page)
    {
        var saved = await page.RunAsync((await page.FormAsync<RewardForm>()).ToInput());
        return Page.Redirect(AddressOf(page, saved.Reward), Flash.Success("redemption.rewards.saved", ("reward", saved.Reward)));
    }
}
