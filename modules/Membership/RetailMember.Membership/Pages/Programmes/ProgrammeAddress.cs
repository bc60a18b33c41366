using RetailMember.Membership.Pages.Shared;
using RetailMember.Pages;

namespace RetailMember.Membership.Pages.Programmes;

/// <summary>Addresses of a version's pages.</summary>
internal static class ProgrammeAddress
{
    public static string ToVersion(this PageContext page, int version, string path = "") => page.To(Of(version, path));

    public static string ToVersion(this PageCall page, int version, string path = "") =>
        page.Address("membership/" + Of(version, path));

    private static string Of(int version, string path) =>
        FormattableString.Invariant($"programmes/{version}{(path.Length == 0 || path[0] == '#' ? "" : "/")}{path}");
}
