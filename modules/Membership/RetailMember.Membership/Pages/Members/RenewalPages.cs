using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Membership.Members;
using RetailMember.Membership.Members.Renewal;
using RetailMember.Membership.Pages.Shared;
using RetailMember.Pages;
using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Membership.Pages.Members;

/// <summary>The form that renews a card at a store, for its fee.</summary>
internal static class RenewalPages
{
    private const string Address = "/members/{member}/card-renewal";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(Address, (PageCall page, IBrandDirectory brands, string member) =>
            ShowAsync(page, brands, member, FormFaults.None));
        pages.MapPost(Address, (PageCall page, IBrandDirectory brands, string member) =>
            page.SubmitAsync<RenewCard.Input, RenewCard.Result>(
                done => Page.Redirect(
                    page.ToMember(member, ""),
                    Flash.Success("membership.member.renewed", ("through", Figures.Day(done.CardThrough)))),
                faults => ShowAsync(page, brands, member, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, IBrandDirectory brands, string member, FormFaults faults)
    {
        var stores = brands.For(page, MembershipPermissions.EnrolMembers);
        if (stores.Count == 0) page.Require(MembershipPermissions.EnrolMembers);
        return Page.For<RenewCardPage>(
            new RenewalModel(await page.RunAsync(new ReadMember.Input(member)), stores, faults));
    }
}

/// <param name="Stores">Where whoever fills it in may take the fee.</param>
internal sealed record RenewalModel(ReadMember.Result Member, IReadOnlyList<Store> Stores, FormFaults Faults);
