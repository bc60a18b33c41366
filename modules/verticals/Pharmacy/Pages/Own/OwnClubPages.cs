using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pharmacy.Club;
using RetailMember.Pharmacy.Own;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Pages.Own;

/// <summary>The club on a member's own phone: his standing, the ranking, and what his tests have found.</summary>
internal static class OwnClubPages
{
    public static void Describe(ModuleDescription module) =>
        module.MemberLink(new MemberLink("pharmacy.own.title", "pharmacy", "heart", 125));

    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/", async (PageCall page) => Page.For<OwnClubPage>(new OwnClubModel(
            await page.RunAsync(new FindStanding.Input(IOfMember<FindStanding.Input>.Me)),
            (await page.RunAsync(new FindOwnRanking.Input())).Ranking)));
        pages.MapGet("/health", async (PageCall page) => Page.For<OwnHealthPage>(
            await page.RunAsync(new FindOwnHealth.Input(page.Query<FindOwnHealth.Input>().After))));
        pages.MapPost("/health/withdrawal", async (PageCall page) =>
        {
            await page.RunAsync(new WithdrawOwnHealthConsent.Input());
            return Page.Redirect(
                MemberAddress.Of(page.Context.RequiredBrand, "pharmacy/health"),
                Flash.Success("pharmacy.own.health-withdrawn"));
        });
    }
}

internal sealed record OwnClubModel(FindStanding.Result Standing, FindOwnRanking.Published? Ranking);
