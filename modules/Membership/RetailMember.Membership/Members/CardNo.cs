namespace RetailMember.Membership.Members;

/// <summary>A member number, or what a reader reads off a card, in the one form in which it is looked up.</summary>
internal static class CardNo
{
    public static bool IsSame(string one, string other) => Normalise(one) == Normalise(other);

    public static string Normalise(string read) => read.Trim().ToUpperInvariant();
}
