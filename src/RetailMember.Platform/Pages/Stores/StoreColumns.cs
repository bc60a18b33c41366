using RetailMember.Pages.Export;
using RetailMember.Platform.Brands;
using RetailMember.Texts;

namespace RetailMember.Platform.Pages.Stores;

internal static class StoreColumns
{
    public static IReadOnlyList<ExportColumn<FindStores.Item>> In(ITexts texts) =>
    [
        new(texts["platform.code"], s => s.Code),
        new(texts["platform.name"], s => s.Name),
        new(texts["platform.stores.area"], s => s.Area),
        new(texts["platform.state"], s => texts[s.Closed ? "platform.stores.is-closed" : "platform.stores.is-open"]),
    ];
}
