using RetailMember.Brands;
using RetailMember.Pages.Forms;
using RetailMember.Platform.Brands;

namespace RetailMember.Platform.Pages.Brands;

internal sealed record BrandListModel(IReadOnlyList<FindBrands.Item> Brands, bool MayChange);

/// <param name="Brand">Null for a new one.</param>
internal sealed record BrandFormModel(Brand? Brand, FormFaults Faults)
{
    /// <summary>Offered while typing; any IANA name is accepted.</summary>
    public static IEnumerable<string> TimeZones =>
    [
        "Asia/Shanghai", "Asia/Urumqi", "Asia/Hong_Kong", "Asia/Macau", "Asia/Taipei", "Asia/Singapore",
        "Asia/Tokyo", "Asia/Kuala_Lumpur", "Asia/Bangkok", "Australia/Sydney", "Europe/London", "America/Los_Angeles",
    ];
}
