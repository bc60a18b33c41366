using FluentValidation;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Orders.Points;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue;

/// <summary>
/// "You can redeem this now": what a member's points buy today, of what he may have, is in stock and is within his limits;
/// the dearest first. Beside it, what they do not buy yet.
/// </summary>
[Needs(RedemptionPermissions.ViewCatalogue), OwnMember]
internal sealed class AffordableRewards(
    IMemberFiles members, OffersToMembers offers, PointsAtHand points)
    : Query<AffordableRewards.Input, AffordableRewards.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await members.ActiveAsync(input.Member, cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        var (own, pool) = await points.OfAsync(member.Id, today, cancel);
        if (call.Caller.Kind == CallerKind.Member) pool = null;
        var usable = input.Pooled ? pool ?? own : own;
        var found = await offers.OfAsync(member, today, call.Store, cancel);
        return new Result(
            member.MemberNo, own, pool, [.. found.Affordable(usable).Select(o => Show(found, o))],
            [.. found.OutOfReach(usable).Select(o => Show(found, o))]);
    }

    private static Row Show(OffersToMember found, Offer offer)
    {
        var price = found.PriceOf(offer);
        return new Row(
            offer.Code, offer.Terms.Name, offer.Terms.Kind, offer.ListPoints, price.Points, price.Code, found.LeftOf(offer));
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
