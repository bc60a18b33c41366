namespace RetailMember.Membership;

/// <summary>A member number as other members may see it: enough to know one another by, too little to use: ****3456.</summary>
public static class MaskedNumber
{
    private const int Shown = 4;

    /// <summary>Its last four signs; of a number no longer than twice that, half as many.</summary>
    public static string Of(string memberNo) =>
        "****" + memberNo[^Math.Min(Shown, memberNo.Length / 2)..];
}
