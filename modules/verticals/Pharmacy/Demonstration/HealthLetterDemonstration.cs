using RetailMember.Brands;
using RetailMember.Demonstrations;
using RetailMember.People;
using RetailMember.Pharmacy.Health.Letters;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Demonstration;

/// <summary>The demonstration's diamond members have the season's letter, once the brand has words for it.</summary>
internal sealed class HealthLetterDemonstration(UseCaseEntry entry, IBrandDirectory brands) : IDemonstration
{
    public int Order => 820;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        if (brands.Find(PharmacyDemonstration.BrandCode) is not { } brand) return;
        var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
        var done = await entry.RunAsync(new WriteHealthLetters.Input(), call, cancel);
        notes.Line($"{brand.Code}: {done.Written} health letters of {done.Season}");
    }
}
