using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Membership.Members;
using RetailMember.Membership.Members.Analysis;
using RetailMember.Membership.Pages.Shared;
using RetailMember.Membership.Points;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Tags;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Display;
using RetailMember.UseCases;

namespace RetailMember.Membership.Pages.Members;

/// <summary>One member's file: overview, ledger with its whys, receipts and what they tell, tiers.</summary>
internal static class MemberPages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        pages.MapGet("/members/{member}", async (PageCall page, IBrandDirectory brands, string member) =>
            Page.For<MemberPage>(await page.FileAsync(brands, member)));
        pages.MapGet("/members/{member}/ledger", LedgerAsync);
        pages.MapGet("/members/{member}/ledger/{posting}", async (PageCall page) =>
            Page.PartFor<PostingWhyPart>(await page.RunAsync(page.Query<ExplainPosting.Input>())));
        pages.MapGet("/members/{member}/balance", async (PageCall page, string member) =>
            Page.PartFor<BalanceWhyPart>(await page.RunAsync(new ExplainBalance.Input(member))));
        pages.MapGet("/members/{member}/purchases", PurchasesAsync);
        pages.MapGet("/members/{member}/purchases/{store}/{receiptNo}", ReceiptAsync);
        pages.MapGet("/members/{member}/analysis", async (PageCall page, IBrandDirectory brands, string member) =>
            Page.For<MemberAnalysisPage>(new MemberAnalysisModel(
                await page.FileAsync(brands, member), await page.RunAsync(new AnalyseMember.Input(member)),
                await TagsAsync(page, member), page.May(MembershipPermissions.TagMembers))));
        pages.MapGet("/members/{member}/tiers", async (PageCall page, IBrandDirectory brands, string member) =>
            Page.For<MemberTiersPage>(new MemberTiersModel(
                await page.FileAsync(brands, member), await page.RunAsync(new ReadTierHistory.Input(member)))));
        pages.MapGet("/members/{member}/reveal/{field}", AskAsync);
        pages.MapPost("/members/{member}/reveal/{field}", RevealAsync);
    }

    public static async Task<MemberModel> FileAsync(this PageCall page, IBrandDirectory brands, string member) => new(
        await page.RunAsync(new ReadMember.Input(member)), MemberRights.Of(page), brands.NamesOf(page));

    /// <summary>A member of another store may be looked up at the counter; his tags are not told there.</summary>
    private static async Task<FindMemberTags.Result?> TagsAsync(PageCall page, string member)
    {
        if (!page.May(MembershipPermissions.ViewTags)) return null;
        var outcome = await page.TryAsync(new FindMemberTags.Input(member));
        return outcome.Refusal is { Kind: RefusalKind.Forbidden } ? null : outcome.Value;
    }

    private static async Task<IResult> LedgerAsync(PageCall page, IBrandDirectory brands, string member)
    {
        var asked = page.Query<ReadLedger.Input>();
        return Page.For<MemberLedgerPage>(new MemberLedgerModel(
            await page.FileAsync(brands, member), asked.Unit, await page.RunAsync(asked)));
    }

    private static async Task<IResult> PurchasesAsync(PageCall page, IBrandDirectory brands, string member) =>
        Page.For<MemberPurchasesPage>(new MemberPurchasesModel(
            await page.FileAsync(brands, member), await page.RunAsync(page.Query<ReadPurchases.Input>())));

    private static async Task<IResult> ReceiptAsync(PageCall page, IBrandDirectory brands, string store, string receiptNo) =>
        Page.PartFor<ReceiptPart>(new ReceiptModel(
            await page.RunAsync(new ReadPurchase.Input { StoreCode = store, ReceiptNo = receiptNo }),
            page.May(MembershipPermissions.RefundPurchases),
            brands.NamesOf(page)));

    /// <summary>The form shows nothing yet, but only to whoever may go on, and of a member who is there.</summary>
    private static async Task<IResult> AskAsync(PageCall page, string member, string field)
    {
        page.Require(MembershipPermissions.RevealMembers);
        await page.RunAsync(new ReadMember.Input(member));
        return Page.Part<RevealForm>(new { Address = page.ToMember(member, "reveal/" + field) });
    }

    private static Task<IResult> RevealAsync(PageCall page, string member, string field) =>
        page.SubmitAsync<RevealMember.Input, RevealMember.Result>(
            whole => Page.Part<Masked>(new { Value = field == MemberDetails.NameCode ? whole.Name : whole.Mobile }),
            _ => AskAsync(page, member, field));
}
