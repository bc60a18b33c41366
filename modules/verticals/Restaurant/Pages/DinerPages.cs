using RetailMember.Brands;
using RetailMember.Marketing;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Tables;
using RetailMember.Restaurant.Diners;
using RetailMember.Restaurant.Diners.Waking;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Restaurant.Pages;

/// <summary>Sleeping guests: how many, who, and what waking them has brought.</summary>
internal static class DinerPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/diners", async (PageCall page, TimeProvider time) => Page.For<DinersPage>(new DinersModel(
            await page.RunAsync(new ReadSleep.Input()),
            await page.RunAsync(page.Query<FindSleepers.Input>()),
            page.May(RestaurantRights.WakeDiners), HalfYears.Of(time.Today(page.Context.RequiredBrand)))));
        pages.MapStep<CountGuests.Input, CountGuests.Result>("/diners/count", "restaurant.diners.counted", (_, _) => "diners");
        pages.MapStep<RunWakeUp.Input, RunWakeUp.Result>("/diners/wake", "restaurant.diners.called", (_, _) => "diners");
        pages.MapGet("/wake-up-calls", async (PageCall page, TableQuery table) =>
        {
            var asked = page.Query<FindWakeUpCalls.Input>();
            return Page.For<WakeUpCallsPage>(new WakeUpCallsModel(
                asked.HalfYear, await page.RunAsync(asked with { Size = table.Size }), page.May(MarketingPermissions.ViewMessages)));
        });
        pages.MapGet("/wake-up-calls/export.{format}", (PageCall page, string format) => ExportFile.Of(
            format, "wake-up-calls", WakeUpCallsModel.Columns(page.Texts), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindWakeUpCalls.Input>() with { After = after, Size = Cursor.LargestSize }))));
    }
}

/// <param name="HalfYear">The present one.</param>
internal sealed record DinersModel(
    ReadSleep.Result Sleep, PageOf<FindSleepers.Sleeper> Sleepers, bool MayWake, string HalfYear)
{
    /// <summary>The waking of this half-year has not begun.</summary>
    public bool MayBegin => MayWake && Sleep.Rounds.All(r => r.HalfYear != HalfYear);
}

/// <param name="MayViewMessages">He may see what marketing has sent.</param>
internal sealed record WakeUpCallsModel(string HalfYear, PageOf<FindWakeUpCalls.Row> Found, bool MayViewMessages)
{
    public static IReadOnlyList<ExportColumn<FindWakeUpCalls.Row>> Columns(ITexts texts) =>
    [
        new(texts["restaurant.diners.member"], c => c.MemberNo),
        new(texts["restaurant.diners.last-seen"], c => c.SleptSince),
        new(texts["restaurant.diners.written"], c => c.WrittenAt),
        new(texts["restaurant.diners.letter"], c => c.Letter is { } letter ? texts.Of(letter.State) : null),
        new(texts["restaurant.diners.why"], c => texts.Of(c.Letter?.Reason)),
        new(texts["restaurant.diners.came-back"], c => c.CameBackOn),
    ];
}
