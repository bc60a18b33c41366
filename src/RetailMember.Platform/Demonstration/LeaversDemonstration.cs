using RetailMember.Demonstrations;
using RetailMember.People;
using RetailMember.Platform.People;
using RetailMember.UseCases;

namespace RetailMember.Platform.Demonstration;

/// <summary>Lets those leave of whom the demonstration shows what becomes of what they did, once they have done it.</summary>
internal sealed class LeaversDemonstration(IStaff staff, UseCaseEntry entry) : IDemonstration
{
    public int Order => int.MaxValue;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        var house = new CallContext(Caller.House("demonstration"), Channel.CommandLine);
        foreach (var planned in DemoChain.People.Where(p => p.Leaves))
            if (staff.Find(planned.UserName) is { } person)
                await entry.RunAsync(new DeactivatePerson.Input(person.Id), house, cancel);
    }
}
