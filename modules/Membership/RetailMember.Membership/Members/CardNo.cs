namespace RetailMember.Membership.Members;

/// <summary>What a reader reads off a card, in the one form in which it is stored and looked up.</summary>
internal static class CardNo
{
    public static string Normalise(string read) => read.Trim().ToUpperInvariant();
}
