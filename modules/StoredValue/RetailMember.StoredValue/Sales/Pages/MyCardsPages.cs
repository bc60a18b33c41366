using RetailMember.Pages;
using RetailMember.StoredValue.Commissions.Campaigns;
using RetailMember.StoredValue.Commissions.Disputes;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>A seller's own sales, commission, target and race, and his doubts about lines.</summary>
internal static class MyCardsPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/my-cards", async (PageCall page) => Page.For<MyCardsPage>(new MyCardsModel(
            await page.RunAsync(new ReadOwnSales.Input()), await page.RunAsync(new ReadRace.Input()), page.Context.Caller.Name)));
        pages.MapPost("/my-cards/disputes", async (PageCall page) =>
        {
            var outcome = await page.TryAsync(await page.FormAsync<DisputeLine.Input>());
            if (outcome.Refusal is { Kind: not RefusalKind.Conflict } no) throw no;
            return Page.Redirect(page.ToSales("my-cards"), outcome.Refusal is { } fault
                ? Flash.Danger("refusal." + fault.Code, [.. fault.Facts])
                : Flash.Success("storedvalue.dispute.sent"));
        });
    }
}
