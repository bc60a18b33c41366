using RetailMember.Brands;
using RetailMember.Demonstrations;
using RetailMember.People;
using RetailMember.Restaurant.Diners.Waking;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Demonstration;

/// <summary>The demonstration's sleeping guests are written to, once the brand has words for it.</summary>
internal sealed class WakeUpDemonstration(UseCaseEntry entry, IBrandDirectory brands) : IDemonstration
{
    public int Order => 820;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        if (brands.Find(RestaurantDemonstration.Home) is not { } brand) return;
        var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
        var woken = await entry.RunAsync(new RunWakeUp.Input(), call, cancel);
        notes.Line($"{brand.Code}: {woken.Written} sleeping guests written to");
    }
}
