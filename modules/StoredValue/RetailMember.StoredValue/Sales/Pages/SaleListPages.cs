using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Display;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.People;
using RetailMember.StoredValue.Sales.Channels;
using RetailMember.Texts;
using RetailMember.Values;
using static RetailMember.StoredValue.SalesPermissions;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>The list of sales, and the form of a new one.</summary>
internal static class SaleListPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/sales", async (PageCall page, TableQuery table) => Page.For<SaleListPage>(new SaleListModel(
            await page.RunAsync(page.Query<FindSales.Input>() with { Size = table.Size }),
            page.MayAtSomeStore(ViewTeam) ? (await page.RunAsync(new FindSalesChannels.Input())).SalesChannels.AsChoices(page.Texts) : [],
            page.MayAtSomeStore(SellCards))));
        pages.MapGet("/sales/export.{format}", (PageCall page, string format) => ExportFile.Of(
            format, "card-sales", Columns(page.Texts), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindSales.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapGet("/sales/new", (PageCall page, IBrandDirectory brands, IStaff staff, Crediting crediting) =>
            FormAsync(page, brands, staff, crediting, FormFaults.None));
        pages.MapPost("/sales/new", (PageCall page, IBrandDirectory brands, IStaff staff, Crediting crediting) =>
            page.SubmitAsync<DraftSale.Input, DraftSale.Result>(
                done => Done(page, done), faults => FormAsync(page, brands, staff, crediting, faults)));
    }

    private static IResult Done(PageCall page, DraftSale.Result done)
    {
        var no = done.CardSale.SaleNo;
        var address = page.ToSales($"sales/{no}");
        return Page.Redirect(address, done.Warnings is [var first, ..]
            ? Flash.Warning("storedvalue.sales.drafted-with-warning", ("sale", no), ("warning", first.Text))
            : Flash.Success("storedvalue.sales.drafted", ("sale", no)));
    }

    private static async Task<IResult> FormAsync(
        PageCall page, IBrandDirectory brands, IStaff staff, Crediting crediting, FormFaults faults)
    {
        var sellable = await page.RunAsync(new FindSellable.Input());
        var stores = brands.For(page, SellCards);
        return Page.For<SaleFormPage>(new SaleFormModel(
            [.. sellable.Types.Select(t => new Choice(t.Code, $"{page.Texts.In(t.Terms.Name)} · {Figures.Yuan(t.Terms.MinimumLoad)}+"))],
            sellable.SalesChannels.AsChoices(page.Texts), stores, crediting.SellersOf(page.Context.RequiredBrand.Id),
            page.Context.Caller.Id is { } own ? staff.Find(own)?.UserName : null, faults));
    }

    private static IReadOnlyList<ExportColumn<SaleView>> Columns(ITexts texts) =>
    [
        new(texts["storedvalue.sales.no"], s => s.SaleNo),
        new(texts["storedvalue.sales.state"], s => texts.Of(s.State)),
        new(texts["storedvalue.sales.kind"], s => texts.Of(s.Kind)),
        new(texts["storedvalue.sales.type"], s => s.CardType),
        new(texts["storedvalue.sales.store"], s => s.StoreCode),
        new(texts["storedvalue.sales.seller"], s => s.Seller),
        new(texts["storedvalue.channel"], s => texts.ChannelOf(s.SalesChannelName, s.SalesChannel)),
        new(texts["storedvalue.sales.principal"], s => s.Principal),
        new(texts["storedvalue.sales.bonus"], s => s.Bonus),
        new(texts["storedvalue.sales.refunded"], s => s.Refunded),
        new(texts["storedvalue.sales.tender"], s => texts.Of(s.PaymentMethod)),
        new(texts["storedvalue.sales.reference"], s => s.TenderReference),
        new(texts["storedvalue.sales.drafted-at"], s => s.DraftedAt),
        new(texts["storedvalue.sales.delivered-on"], s => s.DeliveredOn),
    ];
}
