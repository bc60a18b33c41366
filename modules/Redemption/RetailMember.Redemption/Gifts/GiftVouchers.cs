using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>Puts the vouchers of gifts into their members' hands, however many in one call.</summary>
internal sealed class GiftVouchers(IVouchers vouchers)
{
    /// <summary>
    /// Issues what of these gifts is not held yet and notes it on them. A member who has had as many of one voucher as he
    /// may gets the rest of the gift; one who gets nothing of it is told by the code of why, under the gift's key.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, string>> GiveAsync(
        IReadOnlyList<(Gift Gift, VoucherOccasion Occasion)> gifts, CancellationToken cancel)
    {
        var refused = new Dictionary<Guid, string>();
        if (gifts.Count == 0) return refused;
        var opened = gifts.Select(g => (g.Gift, g.Occasion, Parts: GiftPart.Of(g.Gift))).ToList();
        var open = opened.SelectMany(g => g.Parts.Index()
            .Where(p => p.Item is { IsReward: false, Held: false }).Select(p => (g.Gift, g.Occasion, g.Parts, p.Index))).ToList();
        var outcomes = await vouchers.IssueAsync(
            [.. open.Select(o => new VoucherIssue(
                GiftPart.VoucherKey(o.Gift, o.Index), o.Parts[o.Index].Code, o.Gift.MemberId, o.Gift.Reason, o.Occasion))],
            cancel);
        foreach (var (part, outcome) in open.Zip(outcomes))
        {
            if (outcome.Refusal is { } code) refused.TryAdd(part.Gift.Id, code);
            else part.Parts[part.Index] = part.Parts[part.Index] with
            {
                Held = true, Key = GiftPart.VoucherKey(part.Gift, part.Index),
            };
        }

        foreach (var (gift, _, parts) in opened)
        {
            gift.Refusal = refused.GetValueOrDefault(gift.Id);
            if (parts.Any(p => p.Held)) refused.Remove(gift.Id);
            gift.Parts = GiftPart.Write(parts);
        }

        return refused;
    }

    /// <summary>Says of a gift that was just tried what of it is missing, and why.</summary>
    public static Refusal NotGiven(Gift gift, GiftPart part) => gift.Refusal == VoucherRefusals.DefinitionNotActive
        ? new Refusal(VoucherRefusals.DefinitionNotActive, RefusalKind.Conflict, ("definition", part.Code))
        : new Refusal("redemption.gift-part-refused", RefusalKind.Conflict, ("part", part.Code));
}
