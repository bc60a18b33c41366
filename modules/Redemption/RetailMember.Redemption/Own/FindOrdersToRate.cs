using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Own;

/// <summary>What the member who asks had lately and has not rated yet, the newest first.</summary>
[OwnMember]
internal sealed class FindOrdersToRate(RedemptionDb db) : Query<FindOrdersToRate.Input, FindOrdersToRate.Result>
{
    private const int Most = 20;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var had = await db.RewardOrders.AsNoTracking()
            .Where(o => o.MemberId == call.Caller.Id && o.State == RewardOrderState.Collected
                && !db.RewardRatings.Any(r => r.OrderId == o.Id))
            .Join(db.Rewards, o => o.RewardId, r => r.Id, (order, reward) => new { order.Id, reward })
            .OrderByDescending(r => r.Id).Take(Most).ToListAsync(cancel);
        return new Result([.. had.Select(r => new Row(r.Id, CatalogueShelf.TermsOf(r.reward).Name))]);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<Row> Orders);

    internal sealed record Row(Guid Order, LocalName Name);
}
