using RetailMember.Data;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Gifts;

/// <summary>The code of a gift that waits; drawn when it is first looked at.</summary>
internal sealed class GiftDisclosure(SecretCode codes, IRows rows)
{
    /// <param name="gift">Held until the transaction ends.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<string> CodeOfAsync(Gift gift, CancellationToken cancel)
    {
        if (gift.State != GiftState.Earned) throw GiftShelf.NotOpen(gift);
        if (gift.Code is null)
        {
            codes.Give(gift);
            await rows.UpdateAsync([gift], [nameof(Gift.Code), nameof(Gift.CodeIndex)], cancel);
        }

        return gift.Code!;
    }
}
