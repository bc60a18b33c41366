using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.Portal.Consents;
using RetailMember.UseCases;

namespace RetailMember.Portal.Demonstration;

/// <summary>Three of four members have agreed to commercial messages, at the counter of a store.</summary>
internal sealed class ConsentDemonstration(UseCaseEntry entry, IBrandDirectory brands, IServiceScopeFactory scopes) : IDemonstration
{
    private const int MostMembers = 80;
    private const int OneDoesNot = 4;

    public int Order => 450;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        foreach (var brand in brands.Brands)
        {
            if (brands.StoresOf(brand.Id) is not [var store, ..]) continue;
            var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
            foreach (var (place, member) in (await MembersAsync(brand, cancel)).Index())
                if (place % OneDoesNot != 0)
                    await entry.RunAsync(
                        new RecordConsent.Input
                        {
                            Member = member.MemberNo, Purpose = ConsentPurpose.Marketing, Granted = true, WordingVersion = 1,
                            StoreCode = store.Code,
                        },
                        call, cancel);
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
