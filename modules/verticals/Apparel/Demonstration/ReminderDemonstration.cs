using RetailMember.Apparel.Reminders;
using RetailMember.Brands;
using RetailMember.Demonstrations;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Demonstration;

/// <summary>The demonstration's members hear how far their next rung is, once the brand has words for it.</summary>
internal sealed class ReminderDemonstration(UseCaseEntry entry, IBrandDirectory brands) : IDemonstration
{
    public int Order => 820;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        if (brands.Find(ApparelDemonstration.BrandCode) is not { } brand) return;
        var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
        var reminded = await entry.RunAsync(new RemindMembers.Input(), call, cancel);
        notes.Line($"{brand.Code}: {reminded.Sent} members reminded of their ladder");
    }
}
