using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Membership.Pages.Programmes.Reading;
using RetailMember.Membership.Programmes.Replay;
using RetailMember.Pages;
using RetailMember.Pages.Display;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Programmes.Replays;

/// <summary>A version tried on past purchases: the replays so far, one of them, and who would gain or lose.</summary>
internal static class ReplayPages
{
    public const string Tab = "replays";

    private const int UsualDays = 90;
    private const int TopMembers = 10;

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(
            "/programmes/{version:int}/" + Tab,
            (PageCall page, VersionReader reader, TimeProvider time, int version) => ListAsync(
                page, reader, time, version, FormFaults.None));
        pages.MapPost("/programmes/{version:int}/" + Tab, StartAsync);
        pages.MapGet("/programmes/{version:int}/replays/{replay:guid}", (PageCall page, int version, Guid replay) =>
            ShowAsync(page, version, replay, FormFaults.None));
        pages.MapPost("/programmes/{version:int}/replays/{replay:guid}/cancel", (PageCall page, int version, Guid replay) =>
            page.SubmitAsync(
                async () =>
                {
                    await page.RunAsync(new CancelReplay.Input(version, replay));
                    return Page.Redirect(page.ToVersion(version, PathOf(replay)));
                },
                faults => ShowAsync(page, version, replay, faults)));
        pages.MapGet("/programmes/{version:int}/replays/{replay:guid}/members.{format}", ExportAsync);
    }

    public static string PathOf(Guid replay) => FormattableString.Invariant($"{Tab}/{replay}");

    private static Task<IResult> StartAsync(
        PageCall page, VersionReader reader, TimeProvider time, int version) => page.SubmitAsync(
        async () =>
        {
            var asked = await page.FormAsync<AskedWindow>();
            var replay = await page.RunAsync(new StartReplay.Input(version, asked.From, asked.To));
            return Page.Redirect(page.ToVersion(version, PathOf(replay.Replay)));
        },
        faults => ListAsync(page, reader, time, version, faults));

    private static async Task<IResult> ListAsync(
        PageCall page, VersionReader reader, TimeProvider time, int version, FormFaults faults)
    {
        var today = time.Today(page.Context.RequiredBrand);
        return Page.For<ReplayListPage>(new ReplayListModel(
            await reader.ReadAsync(page, version, Tab),
            (await page.RunAsync(new FindReplays.Input(version))).Items,
            today.AddDays(-UsualDays),
            today.AddDays(-1),
            faults));
    }

    private static async Task<IResult> ShowAsync(PageCall page, int version, Guid replay, FormFaults faults)
    {
        var found = await page.RunAsync(new ReadReplay.Input(version, replay));
        var mayEdit = page.May(MembershipPermissions.EditProgrammes);
        return Page.For<ReplayPage>(new ReplayModel(
            found, await TopAsync(ReplayEffect.Gains), await TopAsync(ReplayEffect.Loses), mayEdit, faults));

        async Task<IReadOnlyList<FindReplayedMembers.Row>?> TopAsync(ReplayEffect effect) =>
            mayEdit && found.Sums is not null
            ? (await page.RunAsync(new FindReplayedMembers.Input(version, replay, effect, Size: TopMembers))).Items
            : null;
    }

    private static async Task<IResult> ExportAsync(PageCall page, int version, Guid replay, string format, string? effect)
    {
        var found = await page.RunAsync(new ReadReplay.Input(version, replay));
        var asked = new FindReplayedMembers.Input(
            version, replay, Enum.TryParse<ReplayEffect>(effect, ignoreCase: true, out var wanted) ? wanted : null,
            Size: Cursor.LargestSize);
        await page.RunAsync(asked with { Size = 1 });
        return ExportFile.Of(
            format,
            string.Join('-', "replay", version, Figures.Day(found.Summary.From), Figures.Day(found.Summary.To)),
            ReplayColumns.In(page.Texts, new ReplayModel(found, null, null, MayEdit: true, FormFaults.None)), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(asked with { After = after })));
    }

    internal sealed record AskedWindow(DateOnly From, DateOnly To);
}
