using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using RetailMember.Pages;
using RetailMember.StoredValue.Accounting;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>What finance reads: the day, what stores owe each other, and what the brand owes to holders.</summary>
internal static class FinancePages
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/finance", async (PageCall page) =>
    {
        var days = page.Query<ReadLiability.Input>();
        return Page.For<FinancePage>(new FinanceModel(
            await page.RunAsync(new ReadReconciliation.Input(days.From, days.To)),
            await page.RunAsync(new ReadInterStore.Input(days.From, days.To)),
            await page.RunAsync(days)));
    });
}

internal sealed record FinanceModel(ReadReconciliation.Result Day, ReadInterStore.Result InterStore, ReadLiability.Result Owed);
