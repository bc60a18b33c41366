using RetailMember.Modules;

namespace RetailMember.Membership.Purchases;

/// <summary>Asks the modules that let members earn for somebody else.</summary>
internal sealed class PointsEarners(SeamCalls seams)
{
    /// <summary>Who earns for whom at which store; whoever earns for himself is absent.</summary>
    public async Task<IReadOnlyDictionary<(Guid Buyer, int Store), Guid>> OfAsync(
        int brand, IEnumerable<(Guid Buyer, int Store)> buyers, CancellationToken cancel)
    {
        BuyerUnderway[] asked =
        [
            .. buyers.Distinct().Where(b => seams.MayConcern<IPointsEarner>(brand, b.Store))
                .Select(b => new BuyerUnderway(brand, b.Store, b.Buyer)),
        ];
        if (asked.Length == 0) return Nobody;
        await seams.AskAsync<IPointsEarner, BuyerUnderway>(
            asked, (earner, some, c) => earner.LookAsync(some, c), "say who earns", cancel);
        return asked.Where(b => b.Earner is { } earner && earner != b.Member)
            .ToDictionary(b => (b.Member, b.StoreId), b => b.Earner!.Value);
    }

    private static readonly IReadOnlyDictionary<(Guid, int), Guid> Nobody = new Dictionary<(Guid, int), Guid>();
}
