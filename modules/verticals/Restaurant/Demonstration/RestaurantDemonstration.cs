using RetailMember.Brands;
using RetailMember.Demonstrations;
using RetailMember.People;
using RetailMember.Restaurant.Diners;
using RetailMember.Restaurant.Diners.Waking;
using RetailMember.Restaurant.Invoices;
using RetailMember.Restaurant.Rules;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Demonstration;

/// <summary>
/// The demonstration's restaurant: house rules in force and the next ones drafted, invoices in every state, guests counted
/// and the sleepers of this half-year called.
/// </summary>
internal sealed class RestaurantDemonstration(
    UseCaseEntry entry, IBrandSetup setup, IBrandDirectory brands, IStaff staff) : IDemonstration
{
    public const string Home = "restaurant";

    private const string Floor = "restaurant.floor";

    public int Order => 700;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        if (brands.Find(Home) is not { } brand) return;
        var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
        await setup.EnsureOnAsync(brand, RestaurantModule.ModuleName, call, cancel);
        await entry.RunAsync(new EditHouseRules.Input(HouseRules.Usual), call, cancel);
        await entry.RunAsync(new ActivateHouseRules.Input(), call, cancel);
        await entry.RunAsync(new EditHouseRules.Input(HouseRules.Usual with { SleepingMonths = 4 }), call, cancel);
        var invoices = await InvoicesAsync(call, cancel);
        await entry.RunAsync(new CountGuests.Input(), call, cancel);
        var round = await entry.RunAsync(new RunWakeUp.Input(), call, cancel);
        if (notes.Kept($"{Home}.card") is { } card && StoreOf(brand) is { } store)
            await new DemoTables(entry, call, store.Code, card).ServeAsync(cancel);
        notes.Line($"{brand.Code}: {invoices} invoices, {round.Asleep} sleeping guests");
    }

    /// <summary>Where its people serve: there they look at the tables.</summary>
    private Store? StoreOf(Brand brand) =>
        staff.Find(Floor)?.StoresIn(brand.Id) is [var place, ..] ? brands.FindStore(place) : null;

    private async Task<int> InvoicesAsync(CallContext call, CancellationToken cancel)
    {
        var loads = (await entry.RunAsync(new FindInvoiceableLoads.Input(Size: 20), call, cancel)).Items;
        var invoiced = loads.Where(l => l.ToInvoice.Fen > 0).Take(4).ToList();
        foreach (var (i, load) in invoiced.Index())
        {
            var asked = await entry.RunAsync(
                new RequestLoadInvoice.Input(load.Load, "江南商贸有限公司", "91310000MA1K0001X"), call, cancel);
            if (i is 1 or 2)
                await entry.RunAsync(new IssueInvoice.Input(asked.Invoice, $"2531200000001234567{i}"), call, cancel);
            if (i == 2)
                await entry.RunAsync(new ReverseInvoice.Input(asked.Invoice, "抬头有误", "25312000000087654321"), call, cancel);
            if (i == 3) await entry.RunAsync(new ReverseInvoice.Input(asked.Invoice, "客人不要了"), call, cancel);
        }

        return invoiced.Count;
    }
}
