using RetailMember.Brands;
using RetailMember.UseCases;

namespace RetailMember.Platform.Brands;

/// <summary>The brands that the caller may enter.</summary>
[SignedIn]
internal sealed class FindBrands(IBrandDirectory brands) : Query<FindBrands.Input, FindBrands.Result>
{
    public sealed record Input : IInput<Result>;

    public sealed record Result(IReadOnlyList<Item> Items);

    public sealed record Item(int BrandId, string Code, string Name, string TimeZone, int OpenStores);

    protected override Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        Task.FromResult(new Result(
        [
            .. brands.Brands.Where(b => call.Caller.MayEnter(b.Id))
                .Select(b => new Item(b.Id, b.Code, b.Name, b.TimeZone.Id, OpenStoresOf(b))),
        ]));

    private int OpenStoresOf(Brand brand) => brands.StoresOf(brand.Id).Count(s => !s.Closed);
}
