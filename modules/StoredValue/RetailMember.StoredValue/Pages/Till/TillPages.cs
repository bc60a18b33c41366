using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Value;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.StoredValue.Value.Holds;

namespace RetailMember.StoredValue.Pages.Till;

/// <summary>The till for cards: a scan, what is on the card, and paying, holding and giving back with it.</summary>
internal static class TillPages
{
    private const string Till = "/till";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(Till, (PageCall page, IBrandDirectory brands, HttpContext http) =>
            ShowAsync(page, brands, http, null, FormFaults.None));

        // Answered and not redirected to: a card's number stands in no address.
        pages.MapPost(Till + "/scan", ScanAsync);
        pages.MapPost(Till + "/charge", (PageCall page, IBrandDirectory brands, HttpContext http) =>
            page.SubmitAsync<ChargeCards.Input, ChargeCards.Result>(
                done => Page.Redirect(page.ToStoredValue($"slips/{done.Bill}")),
                faults => AgainAsync(page, brands, http, "cards[0]", faults)));
        pages.MapPost(Till + "/hold", (PageCall page, IBrandDirectory brands, HttpContext http) =>
            page.SubmitAsync<HoldAmount.Input, HoldView>(
                done => Back(page, "storedvalue.till.held", done),
                faults => AgainAsync(page, brands, http, "card", faults)));
        pages.MapPost(Till + "/capture", (PageCall page, IBrandDirectory brands, HttpContext http) =>
            page.SubmitAsync<CaptureHold.Input, HoldView>(
                done => Page.Redirect(page.ToStoredValue($"slips/{done.Hold}")),
                faults => ShowAsync(page, brands, http, null, faults)));
        pages.MapPost(Till + "/release", (PageCall page, IBrandDirectory brands, HttpContext http) =>
            page.SubmitAsync<ReleaseHold.Input, HoldView>(
                done => Back(page, "storedvalue.till.released", done),
                faults => ShowAsync(page, brands, http, null, faults)));
        pages.MapGet("/slips/{bill:guid}", (PageCall page, IBrandDirectory brands, HttpContext http, Guid bill) =>
            SlipAsync(page, brands, http, bill, FormFaults.None));
        pages.MapPost("/slips/{bill:guid}/refund", (PageCall page, IBrandDirectory brands, HttpContext http, Guid bill) =>
            page.SubmitAsync<RefundCharge.Input, RefundCharge.Result>(
                done => Page.Redirect(
                    page.ToStoredValue($"slips/{bill}"), Flash.Success("storedvalue.till.refunded", ("amount", done.Refunded))),
                faults => SlipAsync(page, brands, http, bill, faults)));
    }

    private static IResult Back(PageCall page, string text, HoldView hold) => Page.Redirect(
        page.ToStoredValue("till"), Flash.Success(text, ("amount", hold.Held), ("card", hold.MaskedNumber)));

    private static async Task<IResult> ScanAsync(PageCall page, IBrandDirectory brands, HttpContext http)
    {
        var scanned = (await http.Request.ReadFormAsync(http.RequestAborted))["scan"].ToString().Trim();
        return scanned.Length == 0
            ? Page.Redirect(page.ToStoredValue("till"))
            : await ShowAsync(page, brands, http, scanned, FormFaults.None);
    }

    private static async Task<IResult> AgainAsync(
        PageCall page, IBrandDirectory brands, HttpContext http, string field, FormFaults faults) => await ShowAsync(
        page, brands, http, (await http.Request.ReadFormAsync(http.RequestAborted))[field], faults);

    private static async Task<IResult> ShowAsync(
        PageCall page, IBrandDirectory brands, HttpContext http, string? number, FormFaults faults)
    {
        page.Require(StoredValuePermissions.ChargeCards);
        var stores = brands.For(page, StoredValuePermissions.ChargeCards);
        if (StoreAtWork.Of(http, page, stores) is not { } store) return Page.For<TillStorePage>(new TillStoreModel(stores));
        CardFile? card = null;
        if (number is not null)
        {
            var found = await page.TryAsync(new LookUpCard.Input(number));
            if (found.Refusal is { } no) faults = faults.Any ? faults : FormFaults.Of(no, page.Texts);
            else card = await page.RunAsync(new ReadCard.Input(found.Value.Card));
        }

        return Page.For<TillPage>(new TillModel(store, stores, number, card, faults));
    }

    private static async Task<IResult> SlipAsync(
        PageCall page, IBrandDirectory brands, HttpContext http, Guid bill, FormFaults faults) =>
        Page.For<SlipPage>(new SlipModel(
            page.Context.RequiredBrand.Name, await page.RunAsync(new ReadSlips.Input(bill)), brands.NamesOf(page),
            StoreAtWork.Of(http, page, brands.For(page, StoredValuePermissions.RefundCards))?.Code,
            page.MayAtSomeStore(StoredValuePermissions.RefundCards), faults));
}

/// <param name="Number">As it was scanned; kept in the page's forms, never in an address.</param>
internal sealed record TillModel(Store Store, IReadOnlyList<Store> Stores, string? Number, CardFile? Card, FormFaults Faults);

internal sealed record TillStoreModel(IReadOnlyList<Store> Stores);

internal sealed record SlipModel(
    string Brand, ReadSlips.Result Read, IReadOnlyDictionary<string, string> Stores, string? StoreCode, bool MayRefund, FormFaults Faults);
