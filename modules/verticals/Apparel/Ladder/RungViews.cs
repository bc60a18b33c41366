using RetailMember.Apparel.Data;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption;

namespace RetailMember.Apparel.Ladder;

/// <summary>
/// Rungs with what other modules know of them: the member's number, and whether the gift was claimed.
/// </summary>
internal sealed class RungViews(IMemberNumbers numbers, IGifts gifts, IBrandDirectory brands)
{
    public async Task<IReadOnlyDictionary<Guid, RungView>> OfAsync(
        IReadOnlyCollection<EarnedRung> rungs, DateOnly today, CancellationToken cancel)
    {
        if (rungs.Count == 0) return new Dictionary<Guid, RungView>();
        var members = await numbers.OfAsync([.. rungs.Select(r => r.MemberId).Distinct()], cancel);
        var states = await gifts.ReadAsync([.. rungs.Select(r => r.GiftKey)], cancel);
        return rungs.ToDictionary(r => r.Id, r => RungView.Of(
            r, members.GetValueOrDefault(r.MemberId, ""), brands.FindStore(r.StoreId)?.Code ?? "",
            states.TryGetValue(r.GiftKey, out var state) ? state : null, today));
    }
}
