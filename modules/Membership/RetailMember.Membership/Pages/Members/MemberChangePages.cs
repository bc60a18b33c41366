using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Membership.Members;
using RetailMember.Membership.Pages.Shared;
using RetailMember.Membership.Points;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Membership.Pages.Members;

/// <summary>Forms that change members: enrol, put right, close, adjust points, grant a tier, cards.</summary>
internal static class MemberChangePages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        pages.MapGet("/members/new", (PageCall page, IBrandDirectory brands) => EnrolAsync(page, brands, FormFaults.None));
        pages.MapPost("/members/new", (PageCall page, IBrandDirectory brands) =>
            page.SubmitAsync<EnrolMember.Input, EnrolMember.Result>(
                done => Page.Redirect(page.ToMember(done.MemberNo), EnrolledFlash(done)),
                faults => EnrolAsync(page, brands, faults)));

        Form<EditPage, ChangeMember.Input, ChangeMember.Result>(
            pages, "edit", MembershipPermissions.EditMembers, "", _ => Flash.Success("membership.member.changed"));
        Form<ClosePage, CloseMember.Input, CloseMember.Result>(
            pages, "close", MembershipPermissions.EditMembers, "", _ => Flash.Success("membership.member.closed"));
        Form<AdjustPage, AdjustPoints.Input, AdjustPoints.Result>(
            pages, "adjust", MembershipPermissions.AdjustPoints, "ledger", AdjustedFlash);
        Form<GrantTierPage, GrantTier.Input, GrantTier.Result>(
            pages, "tier", MembershipPermissions.GrantTiers, "tiers", _ => Flash.Success("membership.member.tier-granted"));
        Form<BindCardPage, BindCard.Input, BindCard.Result>(
            pages, "cards", MembershipPermissions.EnrolMembers, "",
            done => Flash.Success("membership.member.bound", ("card", done.Card)));
        pages.MapPost("/members/{member}/cards/{card}/unbind", async (PageCall page, string member, string card) =>
        {
            var done = await page.RunAsync(new UnbindCard.Input(member, card));
            return Page.Redirect(page.ToMember(done.MemberNo), Flash.Success("membership.member.unbound", ("card", done.Card)));
        });
    }

    /// <summary>A form about one member: shown, sent, shown again with its faults, and back to the tab where it shows.</summary>
    private static void Form<TForm, TInput, TResult>(
        PageRoutes pages, string path, string permission, string tab, Func<TResult, Flash> flash)
        where TForm : IComponent
        where TInput : IInput<TResult>
    {
        pages.MapGet("/members/{member}/" + path, (PageCall page, string member) =>
            ShowAsync<TForm>(page, permission, member, FormFaults.None));
        pages.MapPost("/members/{member}/" + path, (PageCall page, string member) =>
            page.SubmitAsync<TInput, TResult>(
                done => Page.Redirect(page.ToMember(member, tab), flash(done)),
                faults => ShowAsync<TForm>(page, permission, member, faults)));
    }

    private static async Task<IResult> ShowAsync<TForm>(PageCall page, string permission, string member, FormFaults faults)
        where TForm : IComponent
    {
        page.Require(permission);
        return Page.For<TForm>(new MemberFormModel(
            await page.RunAsync(new ReadMember.Input(member)), await page.RunAsync(new ReadTerms.Input()), faults));
    }

    private static async Task<IResult> EnrolAsync(PageCall page, IBrandDirectory brands, FormFaults faults)
    {
        page.Require(MembershipPermissions.EnrolMembers);
        var stores = brands.For(page, MembershipPermissions.EnrolMembers);
        return Page.For<EnrolPage>(new EnrolModel(await page.RunAsync(new ReadTerms.Input()), stores, faults));
    }

    private static Flash EnrolledFlash(EnrolMember.Result done) => done switch
    {
        { Status: Data.MemberStatus.Applied } => Flash.Warning("membership.enrol.applied", ("number", done.MemberNo)),
        { ReturnedOn: not null } => Flash.Success("membership.enrol.returned", ("number", done.MemberNo)),
        _ => Flash.Success("membership.enrol.done", ("number", done.MemberNo)),
    };

    private static Flash AdjustedFlash(AdjustPoints.Result done) => done.PointsBalance is { } balance
        ? Flash.Success("membership.adjust.posted", ("balance", balance))
        : Flash.Warning("membership.adjust.requested");
}
