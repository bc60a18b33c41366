using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Restaurant.Diners;
using RetailMember.Restaurant.Invoices;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Demonstration;

/// <summary>Invoices of loads, one in each state, one whose card will be returned, and one of a receipt.</summary>
internal sealed class DemoInvoices(UseCaseEntry entry, CallContext call, IServiceScopeFactory scopes)
{
    private const string Buyer = "江南商贸有限公司";
    private const string TaxNo = "91310000MA1K0001X";
    private const int Members = 20;

    private int issued;

    /// <param name="returnedCard">The number of a card that will be returned; null: none will.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>How many.</returns>
    public async Task<int> WriteAsync(string? returnedCard, CancellationToken cancel)
    {
        var returned = returnedCard is null ? [] : await LoadsAsync(new FindInvoiceableLoads.Input { Search = returnedCard }, cancel);
        foreach (var load in returned) await IssueAsync(await AskAsync(load, cancel), cancel);
        var written = returned.Count;
        var loads = (await LoadsAsync(new FindInvoiceableLoads.Input { Size = 20 }, cancel))
            .Where(l => l is { ToInvoice.Fen: > 0, InvoiceState: null }).Take(4).ToList();
        foreach (var (i, load) in loads.Index())
        {
            var asked = await AskAsync(load, cancel);
            if (i is 1 or 2) await IssueAsync(asked, cancel);
            if (i == 2)
                await entry.RunAsync(new ReverseInvoice.Input(asked.Invoice, "抬头有误", "25312000000087654321"), call, cancel);
            if (i == 3) await entry.RunAsync(new ReverseInvoice.Input(asked.Invoice, "客人不要了"), call, cancel);
        }

        written += loads.Count;
        if (await ReceiptAsync(cancel) is not var (receiptNo, store)) return written;
        await IssueAsync(
            await entry.RunAsync(new RequestReceiptInvoice.Input(receiptNo, Buyer, TaxNo, store), call, cancel), cancel);
        return written + 1;
    }

    private async Task<IReadOnlyList<FindInvoiceableLoads.Row>> LoadsAsync(
        FindInvoiceableLoads.Input asked, CancellationToken cancel) => (await entry.RunAsync(asked, call, cancel)).Items;

    private Task<InvoiceView> AskAsync(FindInvoiceableLoads.Row load, CancellationToken cancel) =>
        entry.RunAsync(new RequestLoadInvoice.Input(load.Load, Buyer, TaxNo), call, cancel);

    private Task<InvoiceView> IssueAsync(InvoiceView asked, CancellationToken cancel) =>
        entry.RunAsync(new IssueInvoice.Input(asked.Invoice, $"2531200000001234567{++issued}"), call, cancel);

    /// <summary>The last of the first members who paid one with money; null: nobody did.</summary>
    private async Task<(string ReceiptNo, string Store)?> ReceiptAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<DataSession>().Brand = call.RequiredBrand.Id;
        var today = services.GetRequiredService<TimeProvider>().Today(call.RequiredBrand);
        var receipts = services.GetRequiredService<IMemberReceipts>();
        foreach (var member in await services.GetRequiredService<IMemberFiles>().WalkAsync(new MemberSegment([]), null, Members, cancel))
            if (await receipts.OfSpanAsync(member.Id, Visits.Beginning, today, leastMoneyFen: 1, cancel) is [.., var last]
                && services.GetRequiredService<IBrandDirectory>().FindStore(last.StoreId) is { } store)
                return (last.ReceiptNo, store.Code);
        return null;
    }
}
