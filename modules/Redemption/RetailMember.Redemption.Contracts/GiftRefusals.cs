namespace RetailMember.Redemption;

/// <summary>The stable codes of what gifts are refused for; each is a text key.</summary>
public static class GiftRefusals
{
    /// <summary>The brand has granted no such gift.</summary>
    public const string NotFound = "redemption.gift-not-found";

    /// <summary>The last day to claim it is over.</summary>
    public const string WindowOver = "redemption.gift-window-over";

    /// <summary>The key was used before for another member.</summary>
    public const string KeyReused = "redemption.gift-key-reused";

    /// <summary>It is made of a voucher or reward that the brand does not have, or that cannot be given.</summary>
    public const string UnknownContents = "redemption.gift-contents-unknown";

    /// <summary>Nothing of it is left to take back.</summary>
    public const string Used = "redemption.gift-was-used";
}
