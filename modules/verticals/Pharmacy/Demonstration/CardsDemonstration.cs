using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Demonstration;

/// <summary>
/// The gold and diamond cards of the demonstration's members as each quarter brought them, each for its year: before the
/// catalogue, whose gifts ask for them.
/// </summary>
internal sealed class CardsDemonstration(UseCaseEntry entry, IBrandDirectory brands) : IDemonstrationYear
{
    public string BrandCode => PharmacyDemonstration.BrandCode;

    public async Task RecordedUntilAsync(Brand brand, DateOnly day, CancellationToken cancel)
    {
        if (!brands.IsOn(PharmacyModule.ModuleName, brand.Id, storeId: null)) return;
        var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
        await entry.RunAsync(new SowCards.Input(day), call, cancel);
    }
}
