using Microsoft.AspNetCore.Http;
using RetailMember.Membership.Data;
using RetailMember.Membership.Pages.Shared;
using RetailMember.Membership.Programmes;
using RetailMember.Pages;

namespace RetailMember.Membership.Pages.Programmes.Versions;

/// <summary>The list of versions, and the ways to begin another one.</summary>
internal static class VersionListPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/programmes", ListAsync);
        pages.MapGet("/programmes/new", NewAsync);
        pages.MapPost("/programmes/new", (PageCall page) => page.SubmitAsync<DraftProgramme.Input, DraftProgramme.Result>(
            done => Page.Redirect(
                page.ToVersion(done.Version), Flash.Success("membership.programmes.drafted", ("version", done.Version))),
            _ => NewAsync(page)));
        pages.MapPost("/programmes/start", (PageCall page) => page.SubmitAsync<StartProgramme.Input, StartProgramme.Result>(
            done => Page.Redirect(page.ToVersion(done.Version), Flash.Success("membership.programmes.started")),
            _ => NewAsync(page)));
    }

    private static async Task<IResult> ListAsync(PageCall page, TimeProvider time)
    {
        var found = await page.RunAsync(new FindProgrammeVersions.Input());
        var now = time.GetUtcNow().UtcDateTime;
        var windows = VersionWindow.Of(found.Versions, now);
        return Page.For<VersionListPage>(new VersionListModel(
            windows, TimelineScale.Of(windows, now), page.May(MembershipPermissions.EditProgrammes)));
    }

    private static async Task<IResult> NewAsync(PageCall page)
    {
        page.Require(MembershipPermissions.EditProgrammes);
        var found = await page.RunAsync(new FindProgrammeVersions.Input());
        var empty = found.Versions.All(v => v.Status != ProgrammeStatus.Active);
        return Page.For<NewDraftPage>(new NewDraftModel(
            found.Versions.FirstOrDefault(v => v.InForce)?.Version,
            found.Templates,
            empty && page.May(MembershipPermissions.ActivateProgrammes)));
    }
}
