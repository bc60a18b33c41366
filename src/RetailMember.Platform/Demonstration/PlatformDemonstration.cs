using RetailMember.Brands;
using RetailMember.Demonstrations;
using RetailMember.People;
using RetailMember.Platform.Tills;
using RetailMember.UseCases;

namespace RetailMember.Platform.Demonstration;

/// <summary>Opens the demonstration's brands and shops, with a till in each, and takes on their people.</summary>
internal sealed class PlatformDemonstration(
    IBrandSetup setup, IBrandDirectory brands, PlatformAdministration platform, UseCaseEntry entry) : IDemonstration
{
    private static readonly CallContext House = new(Caller.House("demonstration"), Channel.CommandLine);

    public int Order => 0;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        foreach (var planned in DemoChain.Brands)
        {
            var brand = await setup.EnsureBrandAsync(planned.Code, planned.Name, House, cancel);
            foreach (var store in planned.Stores)
                await setup.EnsureStoreAsync(brand, store.Code, store.Name, store.Area, House, cancel);
            var first = FirstStoreOf(brand);
            var till = await entry.RunAsync(new CreateTill.Input(first, "till-1"), House with { Brand = brand }, cancel);
            notes.Line($"{brand.Code}: {planned.Stores.Count} stores; Authorization: Till {till.Key} ({first})");
        }

        foreach (var person in DemoChain.People) await TakeOnAsync(person, notes, cancel);
    }

    private async Task TakeOnAsync(DemoPerson person, DemonstrationNotes notes, CancellationToken cancel)
    {
        var brand = person.Brand is null ? null : brands.Find(person.Brand);
        var store = brand is not null && person.AtStore ? brands.FindStore(brand.Id, FirstStoreOf(brand)) : null;
        var call = House with { Brand = brand, Store = store };
        await platform.EnsurePersonAsync(
            person.UserName, person.DisplayName, DemoChain.Password, person.Role, call, cancel);
        if (person.Leaves) return;
        var place = store is not null ? $"{person.Brand}/{store.Code}" : person.Brand ?? "chain";
        notes.LogIn(person.UserName, DemoChain.Password, $"{person.Role}, {place}");
    }

    private static string FirstStoreOf(Brand brand) => DemoChain.Brands.Single(b => b.Code == brand.Code).Stores[0].Code;
}
