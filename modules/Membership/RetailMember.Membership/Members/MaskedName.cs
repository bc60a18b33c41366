using System.Globalization;

namespace RetailMember.Membership.Members;

/// <summary>A name as everyone sees it who may not see it in full: 张**.</summary>
internal static class MaskedName
{
    private const int MostStars = 2;

    public static string? Of(string? name)
    {
        if (string.IsNullOrEmpty(name)) return null;
        var signs = new StringInfo(name);
        return signs.SubstringByTextElements(0, 1) + new string('*', Math.Clamp(signs.LengthInTextElements - 1, 1, MostStars));
    }
}
