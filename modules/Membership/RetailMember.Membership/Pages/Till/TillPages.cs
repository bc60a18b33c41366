using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Membership.Members;
using RetailMember.Membership.Pages.Shared;
using RetailMember.Membership.Purchases;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Membership.Pages.Till;

/// <summary>The till: find the member, quote while lines are typed, record, hand over the receipt.</summary>
internal static class TillPages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        pages.MapGet("/till", (PageCall page, IBrandDirectory brands, TimeProvider time, HttpContext http, string? member) =>
            TillAsync(page, brands, time, http, member, FormFaults.None));
        pages.MapPost("/till/member", async (PageCall page, HttpRequest request) => Page.PartFor<TillMemberPart>(new TillMemberModel(
            await page.TryAsync(new ReadMember.Input(request.Form["member"].ToString())),
            page.May(MembershipPermissions.EnrolMembers))));
        pages.MapPost("/till/quote", QuoteAsync);
        pages.MapPost("/till", (PageCall page, IBrandDirectory brands, TimeProvider time, HttpContext http) =>
            page.SubmitAsync(() => RecordAsync(page), faults => TillAsync(page, brands, time, http, null, faults)));
        pages.MapGet("/till/receipts/{store}/{receiptNo}", ReceiptAsync);
    }

    private static async Task<IResult> TillAsync(
        PageCall page, IBrandDirectory brands, TimeProvider time, HttpContext http, string? member, FormFaults faults)
    {
        page.Require(MembershipPermissions.RecordPurchases);
        var stores = brands.For(page, MembershipPermissions.RecordPurchases);
        if (StoreAtWork.Of(http, page, stores) is not { } store) return Page.For<TillStorePage>(new TillStoreModel(stores));
        return Page.For<TillPage>(new TillModel(
            store, stores, TillNumbers.Draw("T", page.Context.RequiredBrand, time), member,
            page.May(MembershipPermissions.RefundPurchases), faults, await RefundedAsync(page, brands, store, http.Request.Query)));
    }

    /// <summary>The refund that the address names, if it is there: the page of refunds leads back here.</summary>
    private static async Task<RefundedModel?> RefundedAsync(
        PageCall page, IBrandDirectory brands, Store here, IQueryCollection asked)
    {
        if (asked["refund"] is not [{ Length: > 0 } refundNo] || asked["receipt"] is not [{ Length: > 0 } receiptNo]) return null;
        var read = await page.TryAsync(new ReadPurchaseToRefund.Input
        {
            StoreCode = here.Code, ReceiptStoreCode = asked["at"], ReceiptNo = receiptNo,
        });
        return read.Accepted && read.Value.Refunds.FirstOrDefault(r => r.RefundNo == refundNo) is { } refund
            ? new RefundedModel(read.Value, refund, brands.NamesOf(page).GetValueOrDefault(read.Value.StoreCode, read.Value.StoreCode))
            : null;
    }

    /// <summary>Asked while the receipt is typed: what is not there yet is no fault.</summary>
    private static async Task<IResult> QuoteAsync(PageCall page)
    {
        TypedReceipt receipt;
        try
        {
            receipt = await page.FormAsync<TypedReceipt>();
        }
        catch (Refusal no)
        {
            return no.OfWhatIsTyped() is { } fault
                ? await QuotedAsync(page, Outcome<Quote.Result>.Refuse(fault))
                : Page.Part<TillQuoteEmpty>();
        }

        if (receipt.Lines.Count == 0) return Page.Part<TillQuoteEmpty>();
        if (receipt.Member is null) return await JoiningAsync(page, receipt);
        var asked = new Quote.Input
        {
            StoreCode = receipt.StoreCode,
            Member = receipt.Member,
            Lines = receipt.Lines,
            VoucherAmount = receipt.VoucherAmount,
            Tenders = receipt.Tenders,
        };
        return await QuotedAsync(page, await page.TryAsync(asked));
    }

    /// <summary>Nobody's basket yet: what its owner would save as a member.</summary>
    private static async Task<IResult> JoiningAsync(PageCall page, TypedReceipt receipt)
    {
        var quoted = await page.TryAsync(new QuoteJoining.Input { StoreCode = receipt.StoreCode, Lines = receipt.Lines });
        return Page.PartFor<TillJoiningPart>(new TillJoiningModel(quoted, page.May(MembershipPermissions.EnrolMembers)));
    }

    private static async Task<IResult> QuotedAsync(PageCall page, Outcome<Quote.Result> quoted) =>
        Page.PartFor<TillQuotePart>(new TillQuoteModel(quoted, await page.RunAsync(new ReadTerms.Input())));

    private static async Task<IResult> RecordAsync(PageCall page)
    {
        var receipt = await page.FormAsync<RecordPurchase.Input>();
        await page.RunAsync(receipt);
        return Page.Redirect(page.Address(
            $"membership/till/receipts/{receipt.StoreCode}/{Uri.EscapeDataString(receipt.ReceiptNo)}"));
    }

    private static async Task<IResult> ReceiptAsync(PageCall page, IBrandDirectory brands, string store, string receiptNo)
    {
        var receipt = await page.RunAsync(new ReadPurchase.Input { StoreCode = store, ReceiptNo = receiptNo });
        var brand = page.Context.RequiredBrand;
        return Page.For<TillReceiptPage>(new TillReceiptModel(
            brands.FindStore(brand.Id, store)!, brand.Name, receipt, await page.RunAsync(new ReadMember.Input(receipt.MemberNo)),
            page.May(MembershipPermissions.RefundPurchases), brands.NamesOf(page)));
    }
}
