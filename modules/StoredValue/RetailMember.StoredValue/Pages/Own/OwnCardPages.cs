using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Own;

namespace RetailMember.StoredValue.Pages.Own;

/// <summary>A member's cards on his phone: balance, history, the code to pay with, and what to do when one is lost.</summary>
internal static class OwnCardPages
{
    private const string One = "/cards/{card:guid}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/cards", async (PageCall page) =>
            Page.For<OwnCardsPage>(new OwnCardsModel((await page.RunAsync(new FindOwnCards.Input())).OwnCards)));
        pages.MapGet(One, (PageCall page, Guid card) => ShowAsync(page, card, FormFaults.None));
        pages.MapPost(One + "/code", async (PageCall page, Guid card) =>
            Page.PartFor<OwnCardCode>(new OwnCardCodeModel((await page.RunAsync(new ShowOwnCard.Input(card))).FullNumber)));
        pages.MapPost(One + "/loss", (PageCall page, Guid card) => page.SubmitAsync(
            async () =>
            {
                await page.RunAsync(new ReportOwnCardLost.Input(card));
                return Page.Redirect(
                    MemberAddress.Of(page.Context.RequiredBrand, $"storedvalue/cards/{card}"), Flash.Success("storedvalue.own.lost"));
            },
            faults => ShowAsync(page, card, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, Guid card, FormFaults faults) =>
        Page.For<OwnCardPage>(new OwnCardModel(await page.RunAsync(new ReadOwnCard.Input(card)), faults));
}

internal sealed record OwnCardsModel(IReadOnlyList<CardView> Cards);

internal sealed record OwnCardModel(CardFile File, FormFaults Faults);

/// <param name="Number">In groups of four.</param>
internal sealed record OwnCardCodeModel(string Number);
