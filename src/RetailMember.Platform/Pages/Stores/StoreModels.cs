using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Platform.Brands;

namespace RetailMember.Platform.Pages.Stores;

internal sealed record StoreListModel(
    IReadOnlyList<FindStores.Item> Found, TableQuery Table, string? Search, bool MayChange)
{
    public IReadOnlyList<FindStores.Item> Shown => [.. Found.Skip(Table.Skip).Take(Table.Size)];
}

/// <param name="Store">Null for a new one.</param>
internal sealed record StoreFormModel(FindStores.Item? Store, FormFaults Faults);
