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

/// <summary>Kinds of groups for each brand, some households, a couple and a company.</summary>
internal sealed class GroupsDemonstration(UseCaseEntry entry, IBrandDirectory brands, IServiceScopeFactory scopes) : IDemonstration
{
    private const int Households = 4;
    private const int MembersEach = 3;
    private const int InCouple = 2;
    private const int InCompany = 5;

    public int Order => 150;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        foreach (var brand in brands.Brands)
        {
            var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
            await entry.RunAsync(new EditKind.Input("household", Household), call, cancel);
            await entry.RunAsync(new EditKind.Input("company", Company), call, cancel);
            await entry.RunAsync(new EditKind.Input("couple", Couple), call, cancel);
            var members = await MembersAsync(brand, cancel);
            if (members.Count < Households * MembersEach + InCouple + InCompany) continue;
            foreach (var family in members.Take(Households * MembersEach).Chunk(MembersEach))
                await entry.RunAsync(Form("household", family), call, cancel);
            var others = members.Skip(Households * MembersEach).ToArray();
            await entry.RunAsync(Form("couple", others[..InCouple]), call, cancel);
            await entry.RunAsync(Form("company", others[InCouple..]) with { Name = "市第一中学" }, call, cancel);
            notes.Line($"{brand.Code}: {Households} households, a couple and a company");
        }
    }

    private static KindTerms Household => new()
    {
        Name = new LocalName("家庭", "Household"), MostMembers = 6, Pool = PoolUse.Holder, ProofNeeded = true, Household = true,
    };

    private static KindTerms Couple => new()
    {
        Name = new LocalName("情侣", "Couple"), MostMembers = 2, LeastMembers = 2, Earning = EarningUse.Holder,
    };

    private static KindTerms Company => new()
    {
        Name = new LocalName("单位", "Company"), MostMembers = 200, Pool = PoolUse.Nobody, Named = true,
    };

    private static FormGroup.Input Form(string kind, MemberSummary[] members) => new()
    {
        Key = "demonstration/" + members[0].MemberNo,
        Kind = kind,
        Holder = members[0].MemberNo,
        Members = [.. members.Skip(1).Select(m => m.MemberNo)],
        Agreed = true,
        ProofSeen = true,
    };

    private async Task<IReadOnlyList<MemberSummary>> MembersAsync(Brand brand, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = brand.Id;
        return await scope.ServiceProvider.GetRequiredService<IMemberFiles>()
            .WalkAsync(new MemberSegment([]), after: null, Households * MembersEach + InCouple + InCompany, cancel);
    }
}
