using FluentValidation;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders.Points;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>
/// Redeems points for a reward: points, stock, limits and the order in one transaction. Goods wait at the store; a coupon,
/// a service or a right is the member's at once.
/// </summary>
[Needs(RedemptionPermissions.RedeemRewards), OwnMember]
internal sealed class Redeem(
    RedeemDesks desks, PointsLeft left, IRows rows, OrderBook book, Delivery delivery, IEvents events)
    : BatchUseCase<Redeem.Input, Redeem.Result>
{
    protected override async Task RunAsync(IReadOnlyList<BatchCall<Input, Result>> calls, CancellationToken cancel)
    {
        var open = await desks.OpenAsync(calls, cancel);
        var accepted = new List<(BatchCall<Input, Result> Call, RedemptionUnderway Redemption)>(calls.Count);
        foreach (var call in calls)
        {
            var decided = open.Desk.Decide(call.Input, call.Context);
            if (decided.Refusal is { } no) call.Refuse(no);
            else accepted.Add((call, decided.Value));
        }

        if (accepted.Count == 0) return;
        RedemptionUnderway[] redemptions = [.. accepted.Select(a => a.Redemption)];
        await open.SaveAsync(cancel);
        await rows.InsertAsync([.. redemptions.Select(r => r.Order)], cancel);
        await rows.InsertAsync([.. redemptions.SelectMany(r => r.OthersShares())], cancel);
        await book.AppendAsync([.. redemptions.Select(r => OrderBook.Step(r.Order, r.Call.Occasion(), "redeemed"))], cancel);
        await delivery.DeliverAsync(
            [.. redemptions.Select(r => new Delivered(r.Order, r.Offer.Code, r.Offer.Terms, r.Call.Occasion()))], cancel);
        await left.TellAsync(redemptions, cancel);
        for (var i = 0; i < accepted.Count; i++) accepted[i].Call.Answer(Answer(redemptions[i]));
        foreach (var order in redemptions.Select(r => r.Order))
            events.Add(new RewardRedeemed(order.BrandId, order.Id, order.MemberId, order.RewardId, order.StoreId, order.Points));
    }

    private static Result Answer(RedemptionUnderway r) => new(
        r.Order.Id, r.Member.MemberNo, r.Offer.Code, r.Order.State, r.Points, r.Price.Code, r.Balance, r.Order.HeldUntil);

    internal sealed record Input : IInput<Result>, IKeyed, IAtStore, IOfMember<Input>
    {
        /// <summary>Drawn by whoever asks; the same key redeems once.</summary>
        public required string Key { get; init; }

        /// <summary>Where it is handed out; a till's own where it is left out.</summary>
        public string? StoreCode { get; init; }

        [Personal]
        public required string Member { get; init; }

        /// <summary>Its code.</summary>
        public required string Reward { get; init; }

        /// <summary>Goods may be had several at once.</summary>
        public int Pieces { get; init; } = 1;

        /// <summary>
        /// What all pieces cost as it was shown to who redeems. Refused with <see cref="RewardRefusals.PriceChanged"/> where
        /// they cost something else by now.
        /// </summary>
        public required long Points { get; init; }

        /// <summary>Points of the member's pool, such as his household, pay too.</summary>
        public bool Pooled { get; init; }

        string IKeyed.BusinessKey => Key;

        /// <summary>The points of others are spent at the counter alone.</summary>
        public Input For(string memberNo) => this with { Member = memberNo, Pooled = false };
    }

    /// <param name="Price">Code of the conditional price that counted.</param>
    /// <param name="PointsBalance">What the member can spend now, of his own: neither pending points nor lapsed ones.</param>
    /// <param name="HeldUntil">Last day on which goods wait.</param>
    internal sealed record Result(
        Guid Order,
        string MemberNo,
        string Reward,
        RewardOrderState State,
        long Points,
        string? Price,
        long PointsBalance,
        DateOnly HeldUntil) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Reward).NotEmpty().MaximumLength(RedemptionDb.CodeLength);
            RuleFor(i => i.Pieces).InclusiveBetween(1, 100);
            RuleFor(i => i.Points).GreaterThanOrEqualTo(0);
        }
    }
}
