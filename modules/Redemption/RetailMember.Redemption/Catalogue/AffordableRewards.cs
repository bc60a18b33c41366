using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Orders.Points;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue;

/// <summary>
/// "You can redeem this now": what a member's points buy today, of what he may have, is in stock and is within his limits;
/// the dearest first. Beside it, what they do not buy yet.
/// </summary>
[Needs(RedemptionPermissions.ViewCatalogue), OwnMember]
internal sealed class AffordableRewards(
    RedemptionDb db, IMemberFiles members, CatalogueShelf shelf, Visits visits, LimitCounters counters, PointsAtHand points)
    : Query<AffordableRewards.Input, AffordableRewards.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await members.ActiveAsync(input.Member, cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        var (own, pool) = await points.OfAsync(member.Id, today, cancel);
        if (call.Caller.Kind == CallerKind.Member) pool = null;
        var usable = input.Pooled ? pool ?? own : own;
        var offers = await shelf.OffersAsync(today, only: null, cancel);
        var visit = (await visits.OpenAsync([member], [.. offers.Values], today, cancel)).Of(member, call.Store?.Code);
        var limits = offers.Values.SelectMany(o => o.Limits(member.Id, today)).Select(l => l.Key).ToHashSet();
        var taken = await counters.ReadAsync(member.Id, limits, cancel);
        var left = await LeftAsync(offers.Values, call.Store?.Id, cancel);
        var had =
            from offer in offers.Values
            where offer.Fault(visit) is null
                && offer.Limits(member.Id, today).All(l => taken.GetValueOrDefault(l.Key) < l.Most)
                && (offer.Terms.Stock == StockKind.None || left.GetValueOrDefault(offer.RewardId) > 0)
            let price = offer.PriceFor(visit, key => !taken.ContainsKey(key))
            orderby price.Points, offer.Code
            select new Row(
                offer.Code, offer.Terms.Name, offer.Terms.Kind, offer.ListPoints, price.Points, price.Code,
                offer.Terms.Stock == StockKind.None ? null : left[offer.RewardId]);
        Row[] rewards = [.. had];
        return new Result(
            member.MemberNo, own, pool,
            [.. rewards.Where(r => r.Points <= usable).OrderByDescending(r => r.Points).ThenBy(r => r.Reward, StringComparer.Ordinal)],
            [.. rewards.Where(r => r.Points > usable)]);
    }

    private async Task<Dictionary<Guid, long>> LeftAsync(IEnumerable<Offer> offers, int? store, CancellationToken cancel)
    {
        Guid[] ids = [.. offers.Where(o => o.Terms.Stock != StockKind.None).Select(o => o.RewardId)];
        var places = (int[])[RewardStock.Shared, store ?? RewardStock.Shared];
        return await db.RewardStocks.AsNoTracking()
            .Where(s => EF.Parameter(ids).Contains(s.RewardId) && EF.Parameter(places).Contains(s.StoreId))
            .ToDictionaryAsync(s => s.RewardId, s => s.Supplied - s.Taken, cancel);
    }

    /// <param name="Member">Member number, card or mobile.</param>
    /// <param name="StoreCode">Where he is; left out: only what is had anywhere.</param>
    /// <param name="Pooled">Whether the points of his pool, such as his household, buy too.</param>
    internal sealed record Input([property: Personal] string Member, string? StoreCode = null, bool Pooled = false)
        : IInput<Result>, IAtStore, IOfMember<Input>
    {
        public Input For(string memberNo) => this with { Member = memberNo, Pooled = false };
    }

    /// <param name="Points">His own, usable today.</param>
    /// <param name="PoolPoints">Those of all who may pay for him, with his own; null where nobody else may.</param>
    /// <param name="OutOfReach">What he may have once he has the points, the cheapest first.</param>
    internal sealed record Result(
        string MemberNo, long Points, long? PoolPoints, IReadOnlyList<Row> Rewards, IReadOnlyList<Row> OutOfReach);

    /// <param name="ListPoints">What it costs others.</param>
    /// <param name="Points">What it costs this member now.</param>
    /// <param name="Price">Code of the conditional price.</param>
    /// <param name="StockLeft">Pieces; null where there is always enough.</param>
    internal sealed record Row(
        string Reward, LocalName Name, RewardKind Kind, long ListPoints, long Points, string? Price, long? StockLeft);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}
