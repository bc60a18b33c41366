using RetailMember.Brands;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Orders.Services;

namespace RetailMember.Redemption.Pages.Services;

/// <summary>A member's service at the counter: what is left, what is booked, and serving it.</summary>
/// <param name="Stores">Names by code.</param>
/// <param name="Here">Where the counter stands; null where that is not said yet.</param>
/// <param name="BookAt">Stores that have it.</param>
/// <param name="Code">As it was scanned; null where the member was known in another way.</param>
internal sealed record ServiceModel(
    ReadEntitlement.Result Read,
    IReadOnlyDictionary<string, string> Stores,
    Store? Here,
    IReadOnlyList<Store> BookAt,
    DateOnly Today,
    string? Code,
    bool MayServe,
    bool MayBook,
    FormFaults Faults)
{
    public bool IsOpen => !Read.Revoked && Read.UsesLeft > 0 && Read.ExpiresOn >= Today;

    public bool IsHere => Read.Stores.Count == 0
        || (Here is { } here && Read.Stores.Contains(here.Code, StringComparer.OrdinalIgnoreCase));

    public string StoreName(string? code) => code is null ? "" : Stores.GetValueOrDefault(code, code);
}
