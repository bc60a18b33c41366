using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Demonstrations;
using RetailMember.People;
using RetailMember.Restaurant.Diners;
using RetailMember.Restaurant.Diners.Waking;
using RetailMember.Restaurant.Rules;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Demonstration;

/// <summary>
/// The demonstration's restaurant: house rules in force and the next ones drafted, invoices in every state (the one to be
/// reversed becomes it when its card is returned later), guests counted and the sleepers of this half-year called.
/// </summary>
internal sealed class RestaurantDemonstration(
    UseCaseEntry entry, IBrandSetup setup, IBrandDirectory brands, IStaff staff, IServiceScopeFactory scopes) : IDemonstration
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
        var invoices = await new DemoInvoices(entry, call, scopes).WriteAsync(notes.Kept($"{Home}.returned-card"), cancel);
        await entry.RunAsync(new CountGuests.Input(), call, cancel);
        var round = await entry.RunAsync(new RunWakeUp.Input(), call, cancel);
        if (notes.Kept($"{Home}.card") is { } card && StoreOf(brand) is { } store)
            await new DemoTables(entry, call, store.Code, card).ServeAsync(cancel);
        notes.Line($"{brand.Code}: {invoices} invoices, {round.Asleep} sleeping guests");
    }

    /// <summary>Where its people serve: there they look at the tables.</summary>
    private Store? StoreOf(Brand brand) =>
        staff.Find(Floor)?.StoresIn(brand.Id) is [var place, ..] ? brands.FindStore(place) : null;
}
