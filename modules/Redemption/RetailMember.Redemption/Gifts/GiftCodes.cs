using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Gifts;

/// <summary>The codes by which gifts that wait are found at a counter.</summary>
internal static class GiftCodes
{
    /// <summary>Draws a code where the gift has none yet.</summary>
    public static void Give(this SecretCode codes, Gift gift)
    {
        if (gift.Code is not null) return;
        gift.Code = SecretCode.Draw();
        gift.CodeIndex = codes.IndexOf(gift.Code, Gift.CodePurpose);
    }
}
