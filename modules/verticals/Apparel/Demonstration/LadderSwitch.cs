using RetailMember.Brands;
using RetailMember.Demonstrations;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Demonstration;

/// <summary>Switches the module on for the demonstration's clothes brand, before its programme begins.</summary>
internal sealed class LadderSwitch(IBrandSetup setup, IBrandDirectory brands) : IDemonstration
{
    public int Order => 50;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        if (brands.Find(ApparelDemonstration.BrandCode) is not { } brand) return;
        var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
        await setup.EnsureOnAsync(brand, ApparelModule.ModuleName, call, cancel);
    }
}
