using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Membership.Purchases;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;

namespace RetailMember.Membership.Pages.Till;

/// <summary>Money back on a receipt of any store of the brand, by line or by amount, at the store of the till.</summary>
internal static class RefundPages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        pages.MapGet("/refunds", (PageCall page, IBrandDirectory brands, TimeProvider time, HttpContext http) =>
        {
            var asked = http.Request.Query;
            var sought = new Sought(asked["at"], asked["receipt"]);
            return ShowAsync(page, brands, time, AtWork(page, brands, http), sought, FormFaults.None);
        });
        pages.MapPost("/refunds", (PageCall page, IBrandDirectory brands, TimeProvider time, HttpContext http) =>
            page.SubmitAsync(
                () => RefundAsync(page),
                async faults =>
                {
                    var form = await http.Request.ReadFormAsync(http.RequestAborted);
                    var here = Stores(page, brands).FirstOrDefault(s => s.Code == form["storeCode"]) ?? AtWork(page, brands, http);
                    return await ShowAsync(page, brands, time, here, new Sought(form["receiptStoreCode"], form["receiptNo"]), faults);
                }));
    }

    private static async Task<IResult> ShowAsync(
        PageCall page, IBrandDirectory brands, TimeProvider time, Store? here, Sought sought, FormFaults faults)
    {
        page.Require(MembershipPermissions.RefundPurchases);
        var stores = Stores(page, brands);
        if (here is null) return Page.For<TillStorePage>(new TillStoreModel(stores));
        var brand = page.Context.RequiredBrand;
        var receiptStore = string.IsNullOrEmpty(sought.Store) ? here.Code : sought.Store;
        ReadPurchase.Result? receipt = null;
        if (!string.IsNullOrWhiteSpace(sought.ReceiptNo))
        {
            var found = await page.TryAsync(new ReadPurchaseToRefund.Input
            {
                StoreCode = here.Code, ReceiptStoreCode = receiptStore, ReceiptNo = sought.ReceiptNo.Trim(),
            });
            if (found.Refusal is { } no && !faults.Any) faults = FormFaults.Of(no, page.Texts);
            if (found.Refusal is null) receipt = found.Value;
        }

        return Page.For<RefundPage>(new RefundModel(
            here, stores, receiptStore, brands.StoresOf(brand.Id), TillNumbers.Draw("R", brand, time),
            sought.ReceiptNo, receipt, faults));
    }

    /// <summary>Back to the till, which shows what was done and is ready for the next customer; who has none sees the receipt.</summary>
    private static async Task<IResult> RefundAsync(PageCall page)
    {
        var refund = (await page.FormAsync<RefundForm>()).ToInput();
        await page.RunAsync(refund);
        var next = page.May(MembershipPermissions.RecordPurchases) ? "till" : "refunds";
        return Page.Redirect(page.Address(
            $"membership/{next}?at={Escaped(refund.ReceiptStoreCode)}&receipt={Escaped(refund.ReceiptNo)}&refund={Escaped(refund.RefundNo)}"));
    }

    private static IReadOnlyList<Store> Stores(PageCall page, IBrandDirectory brands) =>
        brands.For(page, MembershipPermissions.RefundPurchases);

    private static Store? AtWork(PageCall page, IBrandDirectory brands, HttpContext http) =>
        StoreAtWork.Of(http, page, Stores(page, brands));

    private static string Escaped(string? part) => Uri.EscapeDataString(part ?? "");

    private sealed record Sought(string? Store, string? ReceiptNo);
}
