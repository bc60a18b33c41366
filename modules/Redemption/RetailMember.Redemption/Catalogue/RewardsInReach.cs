using RetailMember.Membership;

namespace RetailMember.Redemption.Catalogue;

/// <inheritdoc cref="IAffordableRewards" />
internal sealed class RewardsInReach(IMemberFiles files, IMemberPoints points, OffersToMembers offers) : IAffordableRewards
{
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<AffordableReward>>> OfAsync(
        IReadOnlyCollection<Guid> members, DateOnly on, CancellationToken cancel)
    {
        var known = (await files.ReadAsync(members, cancel)).Values.Where(m => m.IsActive).ToList();
        var usable = await points.UsableAsync([.. known.Select(m => m.Id)], on, cancel);
        var found = await offers.OfAllAsync(known, on, store: null, cancel);
        return known.ToDictionary(m => m.Id, IReadOnlyList<AffordableReward> (m) =>
        [
            .. found[m.Id].Affordable(usable.GetValueOrDefault(m.Id))
                .Select(o => new AffordableReward(o.Code, o.Terms.Name, found[m.Id].PriceOf(o).Points)),
        ]);
    }
}
