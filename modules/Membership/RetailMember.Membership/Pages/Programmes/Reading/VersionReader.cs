using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Pages.Programmes.Versions;
using RetailMember.Membership.Pages.Shared;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Programmes.Replay;
using RetailMember.Pages;

namespace RetailMember.Membership.Pages.Programmes.Reading;

/// <summary>Brings together what a version's pages show.</summary>
internal sealed class VersionReader(IBrandDirectory brands, TimeProvider time)
{
    public async Task<VersionModel> ReadAsync(PageCall page, int number, string tab)
    {
        var version = await page.RunAsync(new ReadProgrammeVersion.Input(number));
        var all = await page.RunAsync(new FindProgrammeVersions.Input());
        var document = version.ReadDocument();
        return new VersionModel(
            version,
            VersionWindow.Of(all.Versions, time.GetUtcNow().UtcDateTime).First(w => w.Row.Version == number),
            document,
            await page.RunAsync(new CheckDraft.Input(number)),
            new ProgrammeWords(page.Texts, document, brands.NamesOf(page)),
            all.Versions.FirstOrDefault(v => v.InForce)?.Version,
            tab,
            page.May(MembershipPermissions.EditProgrammes),
            page.May(MembershipPermissions.ActivateProgrammes),
            version.Status == ProgrammeStatus.Draft ? await LatestReplayAsync(page, number) : null);
    }

    private static async Task<ReplayView?> LatestReplayAsync(PageCall page, int number) =>
        (await page.RunAsync(new FindReplays.Input(number))).Items.FirstOrDefault(r => r.State == ReplayState.Done);
}
