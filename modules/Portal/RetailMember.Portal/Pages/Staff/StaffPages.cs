using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Portal.Cards;
using RetailMember.Portal.Consents;
using RetailMember.UseCases;

namespace RetailMember.Portal.Pages.Staff;

/// <summary>What staff do for members here: posters to join by, and consents that are given or taken back at the counter.</summary>
internal static class StaffPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/posters", (PageCall page, IBrandDirectory brands) =>
        {
            page.Require(PortalPermissions.ViewPosters);
            return Page.For<PosterListPage>(new PosterListModel(StoresOf(page, brands)));
        });
        pages.MapGet("/posters/{store}", (PageCall page, IBrandDirectory brands, HttpContext http, string store) =>
        {
            page.Require(PortalPermissions.ViewPosters);
            var found = StoresOf(page, brands).FirstOrDefault(s => s.Code.Equals(store, StringComparison.OrdinalIgnoreCase))
                ?? throw new Refusal("store.not-found", RefusalKind.NotFound, ("store", store));
            var brand = page.Context.RequiredBrand;
            var path = "join?store=" + Uri.EscapeDataString(found.Code);
            return Page.For<PosterPage>(new PosterModel(brand.Name, found.Name, MemberAddress.Whole(http.Request, brand, path)));
        });
        pages.MapGet("/card-codes", (PageCall page) => CardCode(page, null, FormFaults.None));
        pages.MapPost("/card-codes", (PageCall page) => page.SubmitAsync<IssueCardCode.Input, IssueCardCode.Result>(
            done: issued => CardCode(page, issued, FormFaults.None),
            again: faults => Task.FromResult(CardCode(page, null, faults))));
        pages.MapGet("/members/{member}/consents", (PageCall page, string member) => ShowAsync(page, member, FormFaults.None));
        pages.MapPost("/members/{member}/consents", (PageCall page, string member) =>
            page.SubmitAsync<RecordConsent.Input, RecordConsent.Result>(
                done: r => Page.Redirect(page.Address($"portal/members/{r.MemberNo}/consents"), Flash.Success("portal.saved")),
                again: faults => ShowAsync(page, member, faults)));
        pages.MapPost("/members/{member}/consents/withdrawal", (PageCall page, string member) =>
            page.SubmitAsync<WithdrawApartConsent.Input, WithdrawApartConsent.Result>(
                done: r => Page.Redirect(page.Address($"portal/members/{r.MemberNo}/consents"), Flash.Success("portal.saved")),
                again: faults => ShowAsync(page, member, faults)));
    }

    private static IResult CardCode(PageCall page, IssueCardCode.Result? issued, FormFaults faults)
    {
        page.Require(MembershipPermissions.EnrolMembers);
        return Page.For<CardCodePage>(new CardCodeModel(issued, faults));
    }

    private static async Task<IResult> ShowAsync(PageCall page, string member, FormFaults faults) =>
        Page.For<MemberConsentsPage>(new MemberConsentsModel(
            await page.RunAsync(new FindConsents.Input(member)), page.May(PortalPermissions.RecordConsents), faults));

    /// <summary>Those in which the person may print posters, of those that are open.</summary>
    private static IReadOnlyList<Store> StoresOf(PageCall page, IBrandDirectory brands)
    {
        var brand = page.Context.RequiredBrand.Id;
        var own = page.Context.Caller.StoresOf(PortalPermissions.ViewPosters, brand);
        return [.. brands.StoresOf(brand).Where(s => !s.Closed && own?.Contains(s.Id) != false)];
    }
}

internal sealed record PosterListModel(IReadOnlyList<Store> Stores);

/// <param name="Address">Whole, as a phone opens it.</param>
internal sealed record PosterModel(string Brand, string Store, string Address);

/// <param name="Issued">The code to be told; null until a card is named.</param>
internal sealed record CardCodeModel(IssueCardCode.Result? Issued, FormFaults Faults);

internal sealed record MemberConsentsModel(FindConsents.Result Found, bool MayRecord, FormFaults Faults);
