using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>Orders that a store may hand out today, those that lapse first at the top; all of them, or one member's.</summary>
[Needs(RedemptionPermissions.ViewOrders), OwnMember]
internal sealed class FindWaitingOrders(RedemptionDb db, IMemberFiles members, IMemberNumbers numbers, IBrandDirectory brands)
    : Query<FindWaitingOrders.Input, FindWaitingOrders.Result>
{
    private const int Most = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var found = db.RewardOrders.AsNoTracking().Where(o =>
            (o.State == RewardOrderState.Reserved || o.State == RewardOrderState.Ready) && o.HeldUntil >= today);
        if (call.Store is { } store) found = found.Where(o => o.StoreId == null || o.StoreId == store.Id);
        if (input.Member is { } given)
        {
            var member = await members.OneAsync(given, cancel);
            found = found.Where(o => o.MemberId == member.Id);
        }

        var rows = await found.OrderBy(o => o.HeldUntil).ThenBy(o => o.Id).Take(Most + 1)
            .Join(db.Rewards, o => o.RewardId, r => r.Id, (order, reward) => new { order, reward })
            .OrderBy(r => r.order.HeldUntil).ThenBy(r => r.order.Id).ToListAsync(cancel);
        var known = await numbers.OfAsync([.. rows.Select(r => r.order.MemberId).Distinct()], cancel);
        return new Result(
            [.. rows.Take(Most).Select(r => RowOf(r.order, r.reward, known.GetValueOrDefault(r.order.MemberId)))], rows.Count > Most);
    }

    private Row RowOf(RewardOrder o, Reward reward, string? memberNo) => new(
        o.Id, memberNo, reward.Code, CatalogueShelf.TermsOf(reward), o.Pieces, o.Points, o.State,
        o.StoreId is { } id ? brands.FindStore(id)?.Code : null, o.OrderedAt, o.HeldUntil);

    /// <param name="StoreCode">Where it is to be handed out; left out: anywhere.</param>
    internal sealed record Input([property: Personal] string? Member = null, string? StoreCode = null)
        : IInput<Result>, IAtStore, IOfMember<Input>
    {
        string IOfMember<Input>.Member => Member ?? IOfMember<Input>.Me;

        public Input For(string memberNo) => this with { Member = memberNo };
    }

    /// <param name="IsCut">There are more than these.</param>
    internal sealed record Result(IReadOnlyList<Row> Orders, bool IsCut);

    /// <param name="Reward">Its code.</param>
    /// <param name="HeldUntil">Last day on which it waits.</param>
    internal sealed record Row(
        Guid Order,
        string? MemberNo,
        string Reward,
        RewardTerms Terms,
        int Pieces,
        long Points,
        RewardOrderState State,
        string? StoreCode,
        DateTime OrderedAt,
        DateOnly HeldUntil);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).MaximumLength(64);
    }
}
