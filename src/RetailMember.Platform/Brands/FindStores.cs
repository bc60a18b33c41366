using RetailMember.Brands;
using RetailMember.UseCases;

namespace RetailMember.Platform.Brands;

/// <summary>The brand's stores, those that are closed last.</summary>
[Needs("Platform.Stores.View")]
internal sealed class FindStores(IBrandDirectory brands) : Query<FindStores.Input, FindStores.Result>
{
    public sealed record Input(string? Search = null) : IInput<Result>;

    public sealed record Result(IReadOnlyList<Item> Items);

    public sealed record Item(int StoreId, string Code, string Name, string Area, bool Closed);

    protected override Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var own = call.Caller.StoresOf("Platform.Stores.View", call.RequiredBrand.Id);
        var stores = brands.StoresOf(call.RequiredBrand.Id)
            .Where(s => own is null || own.Contains(s.Id))
            .Where(s => input.Search is null || Holds(s.Code) || Holds(s.Name) || Holds(s.Area))
            .OrderBy(s => s.Closed).ThenBy(s => s.Code, StringComparer.Ordinal);
        return Task.FromResult(new Result([.. stores.Select(s => new Item(s.Id, s.Code, s.Name, s.Area, s.Closed))]));

        bool Holds(string text) => text.Contains(input.Search, StringComparison.OrdinalIgnoreCase);
    }
}
