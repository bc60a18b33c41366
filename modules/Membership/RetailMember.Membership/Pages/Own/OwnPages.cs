using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Own;

/// <summary>A member's points and purchases, as he sees them on his phone.</summary>
internal static class OwnPages
{
    private const int RowsShown = 20;
    private const string Me = IOfMember<object>.Me;

    public static void Describe(ModuleDescription module)
    {
        module.MemberLink(new MemberLink("membership.own.points", "membership/points", "coins", 100) { InBar = true });
        module.MemberLink(new MemberLink("membership.own.purchases", "membership/purchases", "receipt", 110));
        module.MemberLink(new MemberLink("membership.own.transfer", "membership/transfer", "transfer", 120));
        module.MemberLink(new MemberLink("membership.own.details", "membership/details", "id", 1005));
    }

    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.MemberPages;
        pages.MapGet("/points", async (PageCall page, string? after) => Page.For<OwnPointsPage>(new OwnPointsModel(
            await page.RunAsync(new ReadMember.Input(Me)),
            await page.RunAsync(new ReadLedger.Input { Member = Me, After = after, Size = RowsShown }))));
        pages.MapGet("/points/{posting:long}", async (PageCall page, long posting) =>
            Page.PartFor<OwnPostingPart>(await page.RunAsync(new ExplainPosting.Input(Me, posting))));
        pages.MapGet("/purchases", async (PageCall page, string? after) => Page.For<OwnPurchasesPage>(
            await page.RunAsync(new ReadPurchases.Input { Member = Me, After = after, Size = RowsShown })));
        OwnTransferPages.Map(pages);
        OwnDetailsPages.Map(pages);
    }
}

internal sealed record OwnPointsModel(ReadMember.Result Member, PageOf<PostingView> Postings);
