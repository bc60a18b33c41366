using RetailMember.Pages.Forms;
using RetailMember.People;
using RetailMember.Platform.Access;

namespace RetailMember.Platform.Pages.Shared;

/// <summary>Roles that people can have, in the order of a chain's ranks; a till's role is none of them.</summary>
internal sealed class RoleChoices(AccessDirectory access, RoleNames names)
{
    public IReadOnlyList<Choice> All =>
    [
        .. access.Current.Roles.Keys.Where(code => code != DefaultRole.Till)
            .OrderBy(RankOf).ThenBy(code => code, StringComparer.Ordinal)
            .Select(code => new Choice(code, names[code])),
    ];

    private static int RankOf(string code)
    {
        var rank = DefaultRole.All.ToList().IndexOf(code);
        return rank < 0 ? int.MaxValue : rank;
    }
}
