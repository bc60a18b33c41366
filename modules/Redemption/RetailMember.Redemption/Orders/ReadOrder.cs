using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>An order with its steps: who did what, where, when, and how the member was checked.</summary>
[Needs(RedemptionPermissions.ViewOrders)]
internal sealed class ReadOrder(RedemptionDb db, OrderBook book, IMemberNumbers numbers, IBrandDirectory brands)
    : Query<ReadOrder.Input, ReadOrder.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var order = await book.FindAsync(input.Order, cancel);
        var steps = await db.RewardOrderSteps.AsNoTracking().Where(s => s.OrderId == order.Id).OrderBy(s => s.Id).ToListAsync(cancel);
        var reward = await db.Rewards.AsNoTracking().SingleAsync(r => r.Id == order.RewardId, cancel);
        var stars = await db.RewardRatings.AsNoTracking().Where(r => r.OrderId == order.Id).Select(r => (int?)r.Stars)
            .SingleOrDefaultAsync(cancel);
        var known = await numbers.OfAsync([order.MemberId], cancel);
        return new Result(
            order.Id, known.GetValueOrDefault(order.MemberId), reward.Code, CatalogueShelf.TermsOf(reward).Name, order.Kind,
            order.Pieces, order.State, order.Mark, order.Points, order.PriceCode,
            order.StoreId is { } place ? brands.FindStore(place)?.Code : null, order.HeldUntil, stars,
            [.. steps.Select(s => new Step(
                s.State, s.Note, s.StoreId is { } store ? brands.FindStore(store)?.Code : null, s.Operator, s.At))],
            Disclosure.Of(order));
    }

    internal sealed record Input(Guid Order) : IInput<Result>;

    /// <param name="Reward">Its code.</param>
    /// <param name="Mark">Why staff should look at it.</param>
    /// <param name="Price">Code of the conditional price.</param>
    /// <param name="StoreCode">Where it is handed out; null: anywhere.</param>
    /// <param name="Stars">What the member thought of it, 1 to 5; null where nobody asked him.</param>
    /// <param name="CodeDisclosed">Who of the staff saw its code last; null where nobody did.</param>
    internal sealed record Result(
        Guid Order,
        string? MemberNo,
        string Reward,
        LocalName Name,
        RewardKind Kind,
        int Pieces,
        RewardOrderState State,
        string? Mark,
        long Points,
        string? Price,
        string? StoreCode,
        DateOnly HeldUntil,
        int? Stars,
        IReadOnlyList<Step> Steps,
        Disclosure? CodeDisclosed);

    /// <param name="State">That it led to.</param>
    /// <param name="Note">How it was checked, or why.</param>
    internal sealed record Step(RewardOrderState State, string Note, string? StoreCode, string Operator, DateTime At);
}
