namespace RetailMember.Platform.Pages.Shared;

/// <summary>Where to go on after a detour: only within this site, whatever the address asks for.</summary>
internal static class LocalAddress
{
    public static string Of(string? address) =>
        address is ['/', .. var rest] && rest is not (['/', ..] or ['\\', ..]) && !address.Any(char.IsControl) ? address : "/";
}
