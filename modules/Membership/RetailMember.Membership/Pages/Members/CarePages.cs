using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Membership.Members;
using RetailMember.Membership.Members.Care;
using RetailMember.Membership.Pages.Shared;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;

namespace RetailMember.Membership.Pages.Members;

/// <summary>Caring for members as customers: the tab of their file, and what a store has still to come back to.</summary>
internal static class CarePages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        pages.MapGet("/members/{member}/care", (PageCall page, IBrandDirectory brands, string member) =>
            ShowAsync(page, brands, member, FormFaults.None));
        pages.MapPost("/members/{member}/care", (PageCall page, IBrandDirectory brands, string member) =>
            page.SubmitAsync<RecordCare.Input, RecordCare.Result>(
                done => Page.Redirect(page.ToMember(done.MemberNo, "care"), Flash.Success("membership.care.recorded")),
                faults => ShowAsync(page, brands, member, faults)));
        pages.MapGet("/follow-ups", ListAsync);
        pages.MapPost("/follow-ups/{care:guid}", async (PageCall page, HttpRequest request, Guid care) =>
        {
            var done = await page.RunAsync(new FollowUp.Input(care));
            var toFile = (await request.ReadFormAsync()).ContainsKey("back");
            return Page.Redirect(
                toFile ? page.ToMember(done.MemberNo, "care") : page.Address("membership/follow-ups"),
                Flash.Success("membership.care.followed-up-now", ("number", done.MemberNo)));
        });
    }

    private static async Task<IResult> ShowAsync(PageCall page, IBrandDirectory brands, string member, FormFaults faults) =>
        Page.For<MemberCarePage>(new MemberCareModel(
            await page.FileAsync(brands, member),
            await page.RunAsync(page.Query<FindCare.Input>()),
            brands.For(page, MembershipPermissions.RecordCare),
            faults));

    private static async Task<IResult> ListAsync(PageCall page, IBrandDirectory brands) =>
        Page.For<FollowUpsPage>(new FollowUpsModel(
            await page.RunAsync(page.Query<FindFollowUps.Input>()),
            brands.For(page, MembershipPermissions.ViewCare),
            brands.NamesOf(page),
            page.May(MembershipPermissions.RecordCare)));
}
