using System.Globalization;
using RetailMember.Demonstrations;
using RetailMember.StoredValue.Demonstration;

namespace RetailMember.StoredValue.Sales.Demonstration;

/// <summary>A card of today is returned, once its invoice was issued: what is made of its load follows.</summary>
internal sealed class ReturnDemonstration(DemoHouse house) : IDemonstration
{
    /// <summary>Which sale it is.</summary>
    public const string Sale = "restaurant.returned-sale";

    public int Order => 710;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        if (house.Open() is not { } desk || notes.Kept(Sale) is not { } kept) return;
        var sale = long.Parse(kept, CultureInfo.InvariantCulture);
        desk.GoTo(0);
        await new DemoCounter(desk, []).AskForRefundAsync(sale, "家人已另办卡", DemoPeople.General, cancel);
        await desk.RunAsync(
            new DecideRefund.Input(sale, Approve: true, "七日内退卡", "T-" + kept), DemoPeople.Finance, cancel);
    }
}
