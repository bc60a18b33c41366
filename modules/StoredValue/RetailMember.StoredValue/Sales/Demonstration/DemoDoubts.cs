using RetailMember.StoredValue.Commissions.Disputes;
using RetailMember.StoredValue.Demonstration;

namespace RetailMember.StoredValue.Sales.Demonstration;

/// <summary>Sellers who doubt the latest line of theirs.</summary>
internal static class DemoDoubts
{
    public static async Task<Guid> DoubtAsync(DemoDesk desk, string seller, string text, CancellationToken cancel)
    {
        var own = await desk.RunAsync(new ReadOwnSales.Input(), seller, cancel);
        return (await desk.RunAsync(new DisputeLine.Input(own.CommissionLines[0].CommissionLine, text), seller, cancel)).Dispute;
    }
}
