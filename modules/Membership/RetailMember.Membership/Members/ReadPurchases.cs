using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.People;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Members;

/// <summary>A member's receipts, newest first, with what each granted and what refunds took back.</summary>
[Needs(MembershipPermissions.ViewPurchases), OwnMember]
internal sealed class ReadPurchases(MembershipDb db, MemberDesk desk, IBrandDirectory brands, IMemberNumbers numbers)
    : Query<ReadPurchases.Input, PageOf<ReadPurchases.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await desk.IdAsync(call, input.Member, cancel);
        var found = db.Purchases.AsNoTracking().Where(p => p.MemberId == member);
        if (Cursor.Read<Place>(input.After) is { } after)
            found = found.Where(p => p.OccurredAt < after.At || (p.OccurredAt == after.At && p.Id < after.Id));
        var rows = await found.OrderByDescending(p => p.OccurredAt).ThenByDescending(p => p.Id)
            .Take(input.Size + 1).ToListAsync(cancel);
        Guid[] earners = [.. rows.Where(p => p.HasOtherEarner).Select(p => p.PointsOwner).Distinct()];
        var known = earners.Length > 0 ? await numbers.OfAsync(earners, cancel) : new Dictionary<Guid, string>();
        return PageOf<Row>.Of(
            rows, input.Size, p => new Place(p.OccurredAt, p.Id),
            p => Show(p, call.Caller, p.HasOtherEarner ? known.GetValueOrDefault(p.PointsOwner) : null));
    }

    private Row Show(Purchase p, Caller caller, string? earnerNo) => new(
        p.ReceiptNo,
        brands.FindStore(p.StoreId)?.Code ?? "",
        p.OccurredAt,
        p.BusinessDate,
        new Money(p.ListFen),
        new Money(p.PaidFen),
        new Money(p.RefundedFen),
        p.Points,
        p.RefundedPoints,
        p.Growth,
        p.Tier,
        p.ProgrammeVersion,
        caller.Kind == CallerKind.Member ? "" : p.Operator,
        caller.Kind == CallerKind.Member && earnerNo is not null ? MaskedNumber.Of(earnerNo) : earnerNo);

    private sealed record Place(DateTime At, Guid Id);

    internal sealed record Input : IInput<PageOf<Row>>, IOfMember<Input>
    {
        [Personal]
        public required string Member { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;

        public Input For(string memberNo) => this with { Member = memberNo };
    }

    /// <param name="OccurredAt">UTC.</param>
    /// <param name="BusinessDate">In the brand's time zone.</param>
    /// <param name="TierCode">The tier that judged it.</param>
    /// <param name="Operator">Of staff; a member is not told.</param>
    /// <param name="EarnerNo">
    /// The member whose account the points went to, masked for a member; left out where it is the buyer's own.
    /// </param>
    internal sealed record Row(
        string ReceiptNo,
        string StoreCode,
        DateTime OccurredAt,
        DateOnly BusinessDate,
        Money List,
        Money Paid,
        Money Refunded,
        long Points,
        long PointsTaken,
        long Growth,
        string TierCode,
        int ProgrammeVersion,
        string Operator,
        string? EarnerNo);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}
