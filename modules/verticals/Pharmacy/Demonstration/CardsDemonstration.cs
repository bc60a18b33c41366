using RetailMember.Brands;
using RetailMember.Demonstrations;
using RetailMember.People;
using RetailMember.Pharmacy.Rules;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Demonstration;

/// <summary>
/// The year's gold and diamond cards of the demonstration's members, as each quarter brought them: before the catalogue,
/// whose gifts ask for them.
/// </summary>
internal sealed class CardsDemonstration(UseCaseEntry entry, IBrandDirectory brands, TimeProvider time) : IDemonstration
{
    public int Order => 120;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        if (brands.Find(PharmacyDemonstration.BrandCode) is not { } brand) return;
        var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
        var today = time.Today(brand);
        for (var quarter = new Quarter(today.Year, 1); quarter.Last < today; quarter = Quarter.Of(quarter.Last.AddDays(1)))
            await entry.RunAsync(new SowCards.Input(quarter.Last), call, cancel);
        await entry.RunAsync(new SowCards.Input(today), call, cancel);
    }
}
