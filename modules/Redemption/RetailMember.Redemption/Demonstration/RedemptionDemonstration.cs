using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Demonstration;

/// <summary>A catalogue, vouchers and orders for each brand of the demonstration.</summary>
internal sealed class RedemptionDemonstration(
    UseCaseEntry entry, IBrandDirectory brands, IServiceScopeFactory scopes, TimeProvider time) : IDemonstration
{
    private const int MostMembers = 60;

    public int Order => 200;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        foreach (var ordinary in DemoShelf.All)
        {
            if (brands.Find(ordinary.Brand) is not { } brand || brands.StoresOf(brand.Id).Count == 0) continue;
            var (members, tiers) = await MembersAsync(brand, cancel);
            if (members.Count == 0) continue;
            var shelf = ordinary.Among(tiers);
            var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
            var issued = await new DemoVouchers(entry, call, shelf, members, brands.StoresOf(brand.Id)).IssueAsync(cancel);
            shelf = await new DemoProposals(entry, call).TakeOverAsync(shelf, cancel);
            var counter = new DemoCounter(entry, call, shelf, members, brands.StoresOf(brand.Id), time.Today(brand));
            await counter.StockAsync(cancel);
            var orders = await counter.ServeAsync(cancel);
            var gifts = await new DemoGifts(entry, call, shelf, members, brands.StoresOf(brand.Id), time.Today(brand)).GiveAsync(cancel);
            var uses = await new DemoBenefits(entry, call, shelf, members, brands.StoresOf(brand.Id)).ServeAsync(cancel);
            notes.Line(
                $"{brand.Code}: {shelf.Rewards.Count} rewards, {orders} orders, {issued} vouchers, {gifts} gifts, {uses} benefits used");
        }
    }

    private async Task<(IReadOnlyList<MemberSummary> Members, IReadOnlyList<string> Tiers)> MembersAsync(
        Brand brand, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = brand.Id;
        var members = await scope.ServiceProvider.GetRequiredService<IMemberFiles>()
            .WalkAsync(new MemberSegment([]), after: null, MostMembers, cancel);
        var tiers = await scope.ServiceProvider.GetRequiredService<IMemberTiers>().AtAsync(time.GetUtcNow().UtcDateTime, cancel);
        return (members, [.. tiers.Select(t => t.Code)]);
    }
}
