using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Redemption.Orders;

/// <summary>Orders, newest first: a member's, a store's, those that wait.</summary>
[Needs(RedemptionPermissions.ViewOrders), OwnMember]
internal sealed class FindOrders(RedemptionDb db, IMemberFiles members, IMemberNumbers numbers, IBrandDirectory brands)
    : Query<FindOrders.Input, PageOf<FindOrders.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.RewardOrders.AsNoTracking();
        if (input.Member is { } given)
        {
            var member = await members.OneAsync(given, cancel);
            found = found.Where(o => o.MemberId == member.Id);
        }

        if (call.Store is { } store) found = found.Where(o => o.StoreId == store.Id);
        if (input.State is { } state) found = found.Where(o => o.State == state);
        if (input.Marked) found = found.Where(o => o.Mark != null);
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(o => o.Id < after.Id);
        var rows = await found.OrderByDescending(o => o.Id).Take(input.Size + 1)
            .Join(db.Rewards, o => o.RewardId, r => r.Id, (order, reward) => new { order, reward })
            .OrderByDescending(r => r.order.Id).ToListAsync(cancel);
        var known = await numbers.OfAsync([.. rows.Select(r => r.order.MemberId).Distinct()], cancel);
        return PageOf<Row>.Of(
            rows, input.Size, r => new Place(r.order.Id),
            r => RowOf(r.order, r.reward, known.GetValueOrDefault(r.order.MemberId)));
    }

    private Row RowOf(RewardOrder o, Reward reward, string? memberNo) => new(
        o.Id, memberNo, reward.Code, CatalogueShelf.TermsOf(reward).Name, o.Pieces, o.Points, o.State, o.Mark,
        o.StoreId is { } id ? brands.FindStore(id)?.Code : null, o.OrderedAt, o.HeldUntil, o.ClosedAt);

    private sealed record Place(Guid Id);

    internal sealed record Input : IInput<PageOf<Row>>, IAtStore, IOfMember<Input>
    {
        [Personal]
        public string? Member { get; init; }

        public string? StoreCode { get; init; }

        public RewardOrderState? State { get; init; }

        /// <summary>Only those that staff should look at.</summary>
        public bool Marked { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;

        string IOfMember<Input>.Member => Member ?? IOfMember<Input>.Me;

        public Input For(string memberNo) => this with { Member = memberNo };
    }

    /// <param name="Reward">Its code.</param>
    /// <param name="Mark">Why staff should look at it.</param>
    /// <param name="HeldUntil">Last day on which it waits.</param>
    internal sealed record Row(
        Guid Order,
        string? MemberNo,
        string Reward,
        LocalName Name,
        int Pieces,
        long Points,
        RewardOrderState State,
        string? Mark,
        string? StoreCode,
        DateTime OrderedAt,
        DateOnly HeldUntil,
        DateTime? ClosedAt);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Member).MaximumLength(64);
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}
