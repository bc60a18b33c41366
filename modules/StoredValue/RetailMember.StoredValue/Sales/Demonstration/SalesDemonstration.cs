using System.Globalization;
using RetailMember.Demonstrations;
using RetailMember.StoredValue.Demonstration;

namespace RetailMember.StoredValue.Sales.Demonstration;

/// <summary>
/// Two months of card sales of the demonstration's restaurant: rules, targets and races, sales of every seller at every store,
/// settlements, and what waits for somebody today.
/// </summary>
internal sealed class SalesDemonstration(DemoHouse house) : IDemonstration
{
    /// <summary>Those before them have cards already.</summary>
    private const int Others = 12;
    private const int Buyers = 30;

    public int Order => 430;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        if (house.Open() is not { } desk) return;
        var members = await house.MembersAsync(Others + Buyers + DemoProspects.Count, cancel);
        if (members.Count < Others + Buyers + DemoProspects.Count) return;
        var buyers = members.Take(Others + Buyers).ToList();
        desk.GoTo(DemoDesk.Days + 1, 9);
        var plan = new DemoSalesPlan(desk);
        await plan.SowAsync(cancel);
        var counter = new DemoCounter(desk, [.. buyers.Skip(Others).Select(b => b.MemberNo)]);
        await new DemoSeason(desk, counter, plan).SowAsync(cancel);
        await new DemoProspects(desk, counter, [.. members.Skip(Others + Buyers)]).SowAsync(cancel);
        var returned = await new DemoOpenSales(desk, counter, buyers).SowAsync(cancel);
        notes.Keep($"{desk.Brand.Code}.returned-card", await counter.NumberOfAsync(returned, cancel));
        notes.Keep(ReturnDemonstration.Sale, returned.SaleNo.ToString(CultureInfo.InvariantCulture));
        notes.Line($"{desk.Brand.Code}: {counter.Sales} card sales");
    }
}
