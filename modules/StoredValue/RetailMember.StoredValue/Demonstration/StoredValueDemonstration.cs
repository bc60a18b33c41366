using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Demonstration;

/// <summary>The restaurant's prepaid cards: types, cards that were sold and have paid, and gift cards.</summary>
internal sealed class StoredValueDemonstration(
    UseCaseEntry entry, IBrandDirectory brands, IServiceScopeFactory scopes, TimeProvider time) : IDemonstration
{
    private const string Home = "restaurant";
    private const int Holders = 12;

    public int Order => 420;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        if (brands.Find(Home) is not { } brand || brands.StoresOf(brand.Id) is not [var store, ..]) return;
        var members = await MembersAsync(brand, cancel);
        if (members.Count < Holders) return;
        var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
        var types = new DemoCardTypes(entry, call);
        await types.SowAsync(cancel);
        var cards = await new DemoCards(entry, call, store.Code).SowAsync(members, cancel);
        await new DemoGiftCards(entry, call, store.Code, time.Today(brand)).SowAsync(members, cancel);
        notes.Line($"{brand.Code}: {cards} stored-value cards, {DemoGiftCards.Quota} gift cards");
    }

    private async Task<IReadOnlyList<MemberSummary>> MembersAsync(Brand brand, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = brand.Id;
        return await scope.ServiceProvider.GetRequiredService<IMemberFiles>()
            .WalkAsync(new MemberSegment([]), after: null, Holders, cancel);
    }
}
