using RetailMember.Brands;
using RetailMember.Pages;

namespace RetailMember.Portal.Pages;

/// <summary>Where a member goes on after a detour: only within the pages of his own brand, whatever the address asks for.</summary>
internal static class OwnAddress
{
    public static string Of(Brand brand, string? address)
    {
        var home = MemberAddress.Of(brand, "");
        return address is not null
            && address.StartsWith(home + "/", StringComparison.Ordinal)
            && !address.Contains("..", StringComparison.Ordinal)
            && !address.Any(c => c == '\\' || char.IsControl(c))
                ? address
                : home;
    }
}
