using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Redemption.Catalogue.Pictures;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.UseCases;
using RetailMember.Values;
using static RetailMember.Redemption.RedemptionPermissions;

namespace RetailMember.Redemption.Pages.Orders;

/// <summary>One order, step by step, and the list of all of them.</summary>
internal static class OrderPages
{
    private const string One = "/orders/{order:guid}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/orders/all", async (PageCall page, IBrandDirectory brands, TableQuery table) =>
            Page.For<OrderListPage>(new OrderListModel(
                await page.RunAsync(page.Query<FindOrders.Input>() with { Size = table.Size }), brands.NamesOf(page))));
        pages.MapGet("/orders/export.{format}", (PageCall page, IBrandDirectory brands, string format) => ExportFile.Of(
            format, "orders", OrderColumns.In(page.Texts, brands.NamesOf(page)), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindOrders.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapGet(One, (PageCall page, IBrandDirectory brands, HttpContext http, Guid order) =>
            ShowAsync(page, brands, http, order, null, wasRevealed: false, FormFaults.None));
        pages.MapPost(One + "/reveal", async (PageCall page, IBrandDirectory brands, HttpContext http, Guid order) =>
            await ShowAsync(
                page, brands, http, order, (await page.RunAsync(new RevealOrder.Input(order))).Code, wasRevealed: true,
                FormFaults.None));
        pages.MapPost(One + "/collection", (PageCall page, IBrandDirectory brands, HttpContext http, Guid order) => page.SubmitAsync(
            async () =>
            {
                await page.RunAsync((await page.FormAsync<HandOutForm>()).ToInput());
                return Page.Redirect(page.ToRedemption("orders"), Flash.Success("redemption.counter.handed-out"));
            },
            faults => ShowAsync(page, brands, http, order, null, wasRevealed: false, faults)));
        MapStep<MarkReady.Input>(pages, "ready", "redemption.counter.made-ready");
        MapStep<CancelOrder.Input>(pages, "cancellation", "redemption.counter.cancelled");
        pages.MapPost(One + "/rating", (PageCall page, IBrandDirectory brands, HttpContext http, Guid order) =>
            page.SubmitAsync<RateReward.Input, RateReward.Result>(
                rated => Page.Redirect(
                    page.ToRedemption($"orders/{rated.Order}"), Flash.Success("redemption.orders.rated", ("stars", rated.Stars))),
                faults => ShowAsync(page, brands, http, order, null, wasRevealed: false, faults)));
        MapStep<ReturnOrder.Input>(pages, "return", "redemption.counter.returned");
    }

    public static async Task<IResult> ShowAsync(
        PageCall page, IBrandDirectory brands, HttpContext http, Guid order, string? code, bool wasRevealed, FormFaults faults)
    {
        var read = await page.RunAsync(new ReadOrder.Input(order));
        var pictures = await page.RunAsync(new FindRewardPictures.Input());
        return Page.For<OrderPage>(new OrderModel(
            read, brands.NamesOf(page), CounterPages.StoreOf(page, brands, http), pictures.Versions.GetValueOrDefault(read.Reward),
            code, wasRevealed,
            new OrderRights(
                page.MayAtSomeStore(HandOutOrders), page.MayAtSomeStore(CancelOrders),
                page.MayAtSomeStore(ReturnOrders), page.MayAtSomeStore(RedeemRewards)),
            faults));
    }

    private static void MapStep<TInput>(PageRoutes pages, string step, string done)
        where TInput : IInput<OrderMoved> =>
        pages.MapPost($"{One}/{step}", (PageCall page, IBrandDirectory brands, HttpContext http, Guid order) =>
            page.SubmitAsync<TInput, OrderMoved>(
                moved => Page.Redirect(page.ToRedemption($"orders/{moved.Order}"), Flash.Success(done, ("points", moved.Points))),
                faults => ShowAsync(page, brands, http, order, null, wasRevealed: false, faults)));

    /// <summary>Handing out as its form has it: by the code that was scanned, or by how the member was known.</summary>
    internal sealed record HandOutForm
    {
        public required string Key { get; init; }
        public required string StoreCode { get; init; }
        public required Guid Order { get; init; }
        public string? Code { get; init; }
        public string? Check { get; init; }

        public Collect.Input ToInput() => new()
        {
            Key = Key,
            StoreCode = StoreCode,
            Code = Code,
            Order = Code is null ? Order : null,
            Check = Code is null ? Check : null,
        };
    }
}
