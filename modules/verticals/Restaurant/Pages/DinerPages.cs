using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Restaurant.Diners;
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
        pages.MapStep<StartWakeUp.Input, StartWakeUp.Result>("/diners/wake", "restaurant.diners.called", (_, _) => "diners");
    }
}

/// <param name="HalfYear">The present one.</param>
internal sealed record DinersModel(
    ReadSleep.Result Sleep, PageOf<FindSleepers.Sleeper> Sleepers, bool MayWake, string HalfYear)
{
    /// <summary>The waking of this half-year has not begun.</summary>
    public bool MayBegin => MayWake && Sleep.Rounds.All(r => r.HalfYear != HalfYear);
}
