using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.StoredValue.Accounting;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>
/// What finance reads of one span of days: loads and spends, what stores owe each other, and what the brand owes to holders.
/// </summary>
internal static class FinancePages
{
    public static void Map(PageRoutes pages) => pages.MapGet("/finance", ShowAsync);

    private static async Task<IResult> ShowAsync(PageCall page)
    {
        var owed = await page.RunAsync(page.Query<ReadLiability.Input>());
        return Page.For<FinancePage>(new FinanceModel(
            await page.RunAsync(new ReadReconciliation.Input(owed.From, owed.To)),
            await page.RunAsync(new ReadInterStore.Input(owed.From, owed.To)),
            owed));
    }
}

internal sealed record FinanceModel(ReadReconciliation.Result Day, ReadInterStore.Result InterStore, ReadLiability.Result Owed);
