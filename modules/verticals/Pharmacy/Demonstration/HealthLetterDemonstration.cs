using RetailMember.Brands;
using RetailMember.Demonstrations;
using RetailMember.People;
using RetailMember.Pharmacy.Health;
using RetailMember.Pharmacy.Health.Letters;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Demonstration;

/// <summary>
/// The demonstration's diamond members have the season's letter, once the brand has words for it; one has withdrawn his
/// consent before it went.
/// </summary>
internal sealed class HealthLetterDemonstration(UseCaseEntry entry, IBrandDirectory brands) : IDemonstration
{
    public int Order => 820;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        if (brands.Find(PharmacyDemonstration.BrandCode) is not { } brand) return;
        var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
        var done = await entry.RunAsync(new WriteHealthLetters.Input(), call, cancel);
        if (await FirstWrittenAsync(call, cancel) is { } member)
            await entry.RunAsync(new SetHealthConsent.Input(member, Agreed: false), call, cancel);
        notes.Line($"{brand.Code}: {done.Written} health letters of {done.Season}");
    }

    private async Task<string?> FirstWrittenAsync(CallContext call, CancellationToken cancel) =>
        (await entry.RunAsync(new FindHealthLetters.Input(), call, cancel)).Items
            .Where(l => l.WrittenAt is not null).Select(l => l.MemberNo).FirstOrDefault();
}
