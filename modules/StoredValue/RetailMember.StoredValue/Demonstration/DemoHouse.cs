using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Demonstration;

/// <summary>The demonstration's restaurant: its desk, and its first members, always the same ones.</summary>
internal sealed class DemoHouse(
    UseCaseCatalogue catalogue, IServiceProvider services, IStaff staff, IBrandDirectory brands, IServiceScopeFactory scopes,
    TimeProvider time)
{
    private const string Home = "restaurant";

    /// <summary>Null where the chain has no such restaurant with people at one of its stores.</summary>
    public DemoDesk? Open() =>
        brands.Find(Home) is { } brand
        && staff.Find(DemoPeople.Floor)?.StoresIn(brand.Id) is [var home, ..]
        && brands.FindStore(home) is { } store
        && brands.StoresOf(brand.Id).FirstOrDefault(s => s.Id != home) is { } other
            ? OpenAt(brand, store, other)
            : null;

    public async Task<IReadOnlyList<MemberSummary>> MembersAsync(int most, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = brands.Find(Home)!.Id;
        return await scope.ServiceProvider.GetRequiredService<IMemberFiles>()
            .WalkAsync(new MemberSegment([]), after: null, most, cancel);
    }

    private DemoDesk OpenAt(Brand brand, Store store, Store other)
    {
        var clock = new DemoClock(time, brand);
        return new DemoDesk(new UseCaseEntry(catalogue, services, clock), clock, staff, brand, store, other);
    }
}
