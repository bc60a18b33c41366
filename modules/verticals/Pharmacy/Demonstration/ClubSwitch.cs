using RetailMember.Brands;
using RetailMember.Demonstrations;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Demonstration;

/// <summary>Switches the club on for the demonstration's pharmacy, before its programme begins.</summary>
internal sealed class ClubSwitch(IBrandSetup setup, IBrandDirectory brands) : IDemonstration
{
    public int Order => 50;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        if (brands.Find(PharmacyDemonstration.BrandCode) is not { } brand) return;
        var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
        await setup.EnsureOnAsync(brand, PharmacyModule.ModuleName, call, cancel);
    }
}
