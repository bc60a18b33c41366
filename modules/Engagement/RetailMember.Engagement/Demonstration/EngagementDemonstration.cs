using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Demonstration;

/// <summary>Events, surveys and tickets of each brand of the demonstration.</summary>
internal sealed class EngagementDemonstration(
    UseCaseEntry entry, IBrandDirectory brands, IServiceScopeFactory scopes, TimeProvider time) : IDemonstration
{
    private const int MostMembers = 40;

    public int Order => 400;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        foreach (var brand in brands.Brands)
        {
            var members = await MembersAsync(brand, cancel);
            if (members.Count < MostMembers || brands.StoresOf(brand.Id) is not [var store, ..]) continue;
            var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
            var events = new DemoEvents(entry, call, brand.LocalOf(time.GetUtcNow().UtcDateTime), store.Code);
            await events.SowAsync(members, cancel);
            await new DemoSurveys(entry, call, time.Today(brand)).SowAsync(members, cancel);
            await new DemoTickets(entry, call, store.Code).SowAsync(members, cancel);
            notes.Line(
                $"{brand.Code}: {DemoEvents.Count} events, {DemoSurveys.Count} surveys, {DemoTickets.Count} tickets");
        }
    }

    private async Task<IReadOnlyList<MemberSummary>> MembersAsync(Brand brand, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = brand.Id;
        return await scope.ServiceProvider.GetRequiredService<IMemberFiles>()
            .WalkAsync(new MemberSegment([]), after: null, MostMembers, cancel);
    }
}
