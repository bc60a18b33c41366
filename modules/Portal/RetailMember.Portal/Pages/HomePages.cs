using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Portal.Cards;

namespace RetailMember.Portal.Pages;

/// <summary>The first page: the member's code for the till, and what modules have to say.</summary>
internal static class HomePages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("", HomeAsync);
        pages.MapGet("/card", async (PageCall page) => Page.PartFor<CardCode>(await page.RunAsync(new ShowCard.Input())));
    }

    private static async Task<IResult> HomeAsync(
        PageCall page, IEnumerable<IMemberHomePart> parts, IBrandDirectory brands, ModuleCatalogue modules)
    {
        var card = await page.RunAsync(new ShowCard.Input());
        var shown = new List<MemberHomePart>();
        foreach (var part in parts.Where(p => modules.IsRunning(p.Module)).OrderBy(p => p.Order))
            if (brands.IsOn(part.Module, page.Context.RequiredBrand.Id, null) && await part.ForAsync(page) is { } told)
                shown.Add(told);
        return Page.For<HomePage>(new HomeModel(card, shown));
    }
}

/// <param name="Parts">The first one stands over the code for the till.</param>
internal sealed record HomeModel(ShowCard.Result Card, IReadOnlyList<MemberHomePart> Parts);
