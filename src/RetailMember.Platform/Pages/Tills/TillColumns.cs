using RetailMember.Pages.Export;
using RetailMember.Platform.Tills;
using RetailMember.Texts;

namespace RetailMember.Platform.Pages.Tills;

internal static class TillColumns
{
    public static IReadOnlyList<ExportColumn<FindTills.Item>> In(ITexts texts) =>
    [
        new(texts["platform.tills.till"], t => t.Name),
        new(texts["platform.store"], t => t.StoreName),
        new(texts["platform.code"], t => t.StoreCode),
        new(texts["platform.tills.created"], t => t.CreatedAt),
        new(texts["platform.tills.last-seen"], t => t.LastSeenAt),
        new(texts["platform.tills.revoked-at"], t => t.RevokedAt),
    ];
}
