using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pharmacy.Rankings;

namespace RetailMember.Pharmacy.Pages;

/// <summary>The rankings of quarters, and one of them.</summary>
internal static class RankingPages
{
    private const string One = "/rankings/{year:int}/{quarter:int}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/rankings", async (PageCall page) => Page.For<RankingListPage>(new RankingListModel(
            await page.RunAsync(new FindRankings.Input()), page.May(PharmacyPermissions.PublishRankings))));
        pages.MapPost("/rankings", async (PageCall page) =>
        {
            var frozen = await page.RunAsync(new FreezeRanking.Input());
            return Page.Redirect(
                page.Address("pharmacy/rankings"),
                frozen.Rankings.Count > 0
                    ? Flash.Success("pharmacy.rankings.was-frozen", ("places", frozen.Places))
                    : Flash.Success("pharmacy.rankings.nothing-to-freeze"));
        });
        pages.MapGet(One, (PageCall page, int year, int quarter) => ShowAsync(page, year, quarter, FormFaults.None));
        pages.MapGet(One + "/export.{format}", async (PageCall page, string format, int year, int quarter) => ExportFile.Of(
            format, $"ranking-{year}-{quarter}", Columns(page), page.TimeZone,
            (await page.RunAsync(new ReadRanking.Input(year, quarter))).Places.ToAsyncEnumerable()));
        pages.MapPost(One + "/publication", (PageCall page, int year, int quarter) => page.SubmitAsync(
            async () =>
            {
                var done = await page.RunAsync(new PublishRanking.Input(year, quarter));
                return Page.Redirect(page.Address($"pharmacy/rankings/{year}/{quarter}"), SaidOf(done));
            },
            faults => ShowAsync(page, year, quarter, faults)));
    }

    private static Flash SaidOf(PublishRanking.Result done) => done switch
    {
        { Missing: > 0 } => Flash.Warning(
            "pharmacy.rankings.published-missing", ("given", done.Given), ("missing", done.Missing)),
        { Given: > 0 } => Flash.Success("pharmacy.rankings.published-given", ("given", done.Given)),
        _ => Flash.Success("pharmacy.rankings.was-published"),
    };

    private static IReadOnlyList<ExportColumn<RankingPlace>> Columns(PageCall page) =>
    [
        new(page.Texts["pharmacy.rankings.place"], r => r.Rank),
        new(page.Texts["pharmacy.member"], r => r.MemberNo),
        new(page.Texts["pharmacy.points"], r => r.Points),
        new(page.Texts["pharmacy.rankings.reached-at"], r => r.ReachedAt),
    ];

    private static async Task<IResult> ShowAsync(PageCall page, int year, int quarter, FormFaults faults) =>
        Page.For<RankingPage>(new RankingModel(
            await page.RunAsync(new ReadRanking.Input(year, quarter)), page.May(PharmacyPermissions.PublishRankings), faults));
}
