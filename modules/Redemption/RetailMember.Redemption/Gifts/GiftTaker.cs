using RetailMember.Data;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders;

namespace RetailMember.Redemption.Gifts;

/// <summary>Takes gifts back as far as they are unused; what was used stays with its member.</summary>
internal sealed class GiftTaker(GiftShelf shelf, IVouchers vouchers, OrderReturns returns, IRows rows)
{
    public async Task<IReadOnlyList<GiftRevoked>> RevokeAsync(
        IReadOnlyList<GiftRevocation> revocations, CancellationToken cancel)
    {
        if (revocations.Count == 0) return [];
        string[] keys = [.. revocations.Select(r => r.Key).Distinct()];
        await shelf.HoldAsync([.. (await shelf.OfKeysAsync(keys, cancel)).Values.Select(g => g.MemberId)], cancel);
        var gifts = await shelf.OfKeysAsync(keys, cancel);
        var changed = new HashSet<Gift>();
        var outcomes = new List<GiftRevoked>(revocations.Count);
        foreach (var revocation in revocations)
        {
            var gift = gifts.GetValueOrDefault(revocation.Key);
            if (gift is null) outcomes.Add(new GiftRevoked(null, GiftRefusals.NotFound));
            else if (await TakeAsync(gift, revocation, cancel) is var taken and > 0)
            {
                changed.Add(gift);
                outcomes.Add(new GiftRevoked(gift.State, null) { Taken = taken });
            }
            else outcomes.Add(new GiftRevoked(gift.State, GiftRefusals.Used));
        }

        await rows.UpdateAsync(changed, Gift.Moving, cancel);
        return outcomes;
    }

    /// <summary>How many things came back; 0, and nothing done, where nothing is left to take.</summary>
    private async Task<int> TakeAsync(Gift gift, GiftRevocation revocation, CancellationToken cancel)
    {
        if (!gift.Stands) return 0;
        var parts = GiftPart.Of(gift);
        var taken = parts.Length;
        if (gift.State == GiftState.Given)
        {
            taken = await TakePartsAsync(gift, parts, revocation, cancel);
            if (taken == 0) return 0;
            gift.Parts = GiftPart.Write(parts);
            gift.State = parts.Any(p => p.Held) ? GiftState.Given : GiftState.Revoked;
        }
        else gift.State = GiftState.Revoked;
        if (gift.State == GiftState.Revoked) gift.Refusal = null;
        gift.TakenForGood |= revocation.ForGood;

        var occasion = revocation.Occasion;
        (gift.MovedAt, gift.MovedBy, gift.StoreId, gift.Note) =
            (occasion.At, occasion.Operator, occasion.StoreId, revocation.Reason);
        return taken;
    }

    private async Task<int> TakePartsAsync(Gift gift, GiftPart[] parts, GiftRevocation revocation, CancellationToken cancel)
    {
        var taken = await TakeVouchersAsync(gift, parts, revocation, cancel);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] is not { Held: true, IsReward: true, Key: { } order }
                || !await returns.TryTakeAsync(OrderOf(order), revocation.Occasion, revocation.Reason, cancel)) continue;
            parts[i] = parts[i] with { Held = false };
            taken++;
        }

        return taken;
    }

    /// <summary>
    /// Vouchers that nobody touched go back whole; of those used in part the rest goes, and the part stays his: he has had it.
    /// What he has passed on stays with the friend.
    /// </summary>
    private async Task<int> TakeVouchersAsync(Gift gift, GiftPart[] parts, GiftRevocation revocation, CancellationToken cancel)
    {
        int[] issued = [.. parts.Index().Where(p => p.Item is { Held: true, IsReward: false }).Select(p => p.Index)];
        var whole = await RevokeAsync(issued, onlyUnused: true);
        foreach (var part in whole) parts[part] = parts[part] with { Held = false };
        var rest = await RevokeAsync([.. issued.Except(whole)], onlyUnused: false);
        return whole.Count + rest.Count;

        async Task<List<int>> RevokeAsync(IReadOnlyList<int> asked, bool onlyUnused)
        {
            var revoked = await vouchers.RevokeAsync(
                [
                    .. asked.Select(i => new VoucherRevocation(parts[i].Key!, revocation.Reason, revocation.Occasion)
                    {
                        OnlyUnused = onlyUnused,
                        Holder = gift.MemberId,
                    }),
                ],
                cancel);
            return [.. asked.Zip(revoked).Where(r => r.Second.Refusal is null).Select(r => r.First)];
        }
    }

    private static Guid OrderOf(string key) => Guid.ParseExact(key, "N");
}
