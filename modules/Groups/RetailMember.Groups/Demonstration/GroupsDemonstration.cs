using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Groups.Groups;
using RetailMember.Groups.Kinds;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Groups.Demonstration;

/// <summary>Two kinds of groups for each brand, and some households.</summary>
internal sealed class GroupsDemonstration(UseCaseEntry entry, IBrandDirectory brands, IServiceScopeFactory scopes) : IDemonstration
{
    private const int Households = 4;
    private const int MembersEach = 3;

    public int Order => 150;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        foreach (var brand in brands.Brands)
        {
            var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
            await entry.RunAsync(new EditKind.Input("household", Household), call, cancel);
            await entry.RunAsync(new EditKind.Input("company", Company), call, cancel);
            var members = await MembersAsync(brand, cancel);
            foreach (var family in members.Chunk(MembersEach).Where(f => f.Length == MembersEach))
                await entry.RunAsync(Form(family), call, cancel);
            if (members.Count > 0) notes.Line($"{brand.Code}: {members.Count / MembersEach} households");
        }
    }

    private static KindTerms Household => new()
    {
        Name = new LocalName("家庭", "Household"), MostMembers = 6, Pool = PoolUse.Holder, ProofNeeded = true, Household = true,
    };

    private static KindTerms Company => new()
    {
        Name = new LocalName("单位", "Company"), MostMembers = 200, Pool = PoolUse.Nobody, Named = true,
    };

    private static FormGroup.Input Form(MemberSummary[] family) => new()
    {
        Key = "demonstration/" + family[0].MemberNo,
        Kind = "household",
        Holder = family[0].MemberNo,
        Members = [.. family.Skip(1).Select(m => m.MemberNo)],
        Agreed = true,
        ProofSeen = true,
    };

    private async Task<IReadOnlyList<MemberSummary>> MembersAsync(Brand brand, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = brand.Id;
        return await scope.ServiceProvider.GetRequiredService<IMemberFiles>()
            .WalkAsync(new MemberSegment([]), after: null, Households * MembersEach, cancel);
    }
}
