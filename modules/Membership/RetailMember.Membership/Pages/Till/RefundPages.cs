using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Membership.Pages.Shared;
using RetailMember.Membership.Purchases;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Till;

/// <summary>Money back on a receipt, by line or by amount.</summary>
internal static class RefundPages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        pages.MapGet("/refunds", (PageCall page, IBrandDirectory brands, TimeProvider time, HttpContext http) =>
            ShowAsync(page, brands, time, http, http.Request.Query["store"], http.Request.Query["receipt"], FormFaults.None));
        pages.MapPost("/refunds", (PageCall page, IBrandDirectory brands, TimeProvider time, HttpContext http) =>
            page.SubmitAsync(
                () => RefundAsync(page),
                async faults =>
                {
                    var form = await http.Request.ReadFormAsync(http.RequestAborted);
                    return await ShowAsync(page, brands, time, http, form["receiptStoreCode"], form["receiptNo"], faults);
                }));
    }

    private static async Task<IResult> ShowAsync(
        PageCall page, IBrandDirectory brands, TimeProvider time, HttpContext http, string? store, string? receiptNo, FormFaults faults)
    {
        page.Require(MembershipPermissions.RefundPurchases);
        var stores = brands.For(page, MembershipPermissions.RefundPurchases);
        var here = stores.FirstOrDefault(s => s.Code == store) ?? StoreAtWork.Of(http, page, stores);
        ReadPurchase.Result? receipt = null;
        if (!string.IsNullOrWhiteSpace(receiptNo) && here is not null)
        {
            var found = await page.TryAsync(new ReadPurchase.Input { StoreCode = store ?? here.Code, ReceiptNo = receiptNo.Trim() });
            if (found.Refusal is { } no && !faults.Any) faults = FormFaults.Of(no, page.Texts);
            if (found.Refusal is null) receipt = found.Value;
        }

        return Page.For<RefundPage>(new RefundModel(
            here, stores, TillNumbers.Draw("R", page.Context.RequiredBrand, time), receiptNo, receipt, faults));
    }

    private static async Task<IResult> RefundAsync(PageCall page)
    {
        var done = await page.RunAsync((await page.FormAsync<RefundForm>()).ToInput());
        return Page.Redirect(page.ToMember(done.Member, "purchases"), done.Tenders is { Count: > 0 } backs
            ? Flash.Success(
                "membership.refund.done-with-tenders",
                ("amount", Figures.Yuan(done.Refunded)), ("money", Figures.Yuan(done.Money)), ("tenders", Words(backs, page.Texts)),
                ("points", Figures.Whole(done.PointsTaken)), ("left", Figures.Yuan(done.Left)))
            : Flash.Success(
                "membership.refund.done",
                ("amount", Figures.Yuan(done.Refunded)), ("points", Figures.Whole(done.PointsTaken)), ("left", Figures.Yuan(done.Left))));
    }

    private static string Words(IReadOnlyList<TenderBack> backs, ITexts texts) => string.Join(
        texts["membership.refund.separator"], backs.Select(b => $"{texts.Tender(b)} {Figures.Yuan(b.Amount)}"));
}
