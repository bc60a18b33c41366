using RetailMember.Membership.Data;

namespace RetailMember.Membership.Members.Merging;

/// <summary>Why two people of one name may be one.</summary>
internal static class Likeness
{
    public const string Birthday = "birthday";
    public const string Mobile = "mobile";
    public const string NoMobile = "no-mobile";

    /// <summary>The strongest reason; null where nothing but the name is alike.</summary>
    public static string? Of(Person one, Person other)
    {
        if (one.Birthday is { } born && other.Birthday is { } too)
            return born == too ? Birthday : null;
        if (one.Mobile is null || other.Mobile is null) return NoMobile;
        return IsSlip(one.Mobile, other.Mobile) ? Mobile : null;
    }

    /// <summary>One digit is another one, or two neighbours have changed places.</summary>
    public static bool IsSlip(string one, string other)
    {
        if (one.Length != other.Length) return false;
        var differing = Enumerable.Range(0, one.Length).Where(i => one[i] != other[i]).ToList();
        return differing switch
        {
            [_] => true,
            [var first, var second] => second == first + 1 && one[first] == other[second] && one[second] == other[first],
            _ => false,
        };
    }
}
