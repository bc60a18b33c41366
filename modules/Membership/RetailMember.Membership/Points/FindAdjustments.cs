using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Points;

/// <summary>
/// Corrections, newest first: those that wait for a decision, or all of them. One whose right is limited to stores sees
/// those of members whom these enrolled, and what he himself asked for.
/// </summary>
[Needs(MembershipPermissions.ViewAdjustments)]
internal sealed class FindAdjustments(MembershipDb db) : Query<FindAdjustments.Input, PageOf<FindAdjustments.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = VisibleTo(call);
        if (input.Status is { } status) found = found.Where(a => a.Status == status);
        if (Cursor.Read<Place>(input.After) is { } after)
            found = found.Where(a => a.RequestedAt < after.At || (a.RequestedAt == after.At && a.Id < after.Id));
        var rows = await found
            .OrderByDescending(a => a.RequestedAt).ThenByDescending(a => a.Id)
            .Take(input.Size + 1)
            .Join(db.Members, a => a.MemberId, m => m.Id, (adjustment, member) => new { adjustment, member.MemberNo })
            .OrderByDescending(r => r.adjustment.RequestedAt).ThenByDescending(r => r.adjustment.Id)
            .ToListAsync(cancel);
        return PageOf<Row>.Of(
            rows,
            input.Size,
            r => new Place(r.adjustment.RequestedAt, r.adjustment.Id),
            r => Row.Of(r.adjustment, r.MemberNo, call));
    }

    private IQueryable<Adjustment> VisibleTo(CallContext call)
    {
        var all = db.Adjustments.AsNoTracking();
        if (call.Caller.StoresOf(MembershipPermissions.ViewAdjustments, call.RequiredBrand.Id) is null) return all;
        var members = db.Members.WithinStoresOf(call, MembershipPermissions.ViewAdjustments);
        return all.Where(a => a.RequestedById == call.Caller.Id || members.Any(m => m.Id == a.MemberId));
    }

    private sealed record Place(DateTime At, Guid Id);

    internal sealed record Input : IInput<PageOf<Row>>
    {
        public AdjustmentStatus? Status { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    /// <param name="MayDecide">Waits, and was not asked for by the caller himself.</param>
    internal sealed record Row(
        Guid Adjustment,
        string MemberNo,
        long Points,
        string Reason,
        string? Note,
        AdjustmentStatus Status,
        string RequestedBy,
        DateTime RequestedAt,
        string? DecidedBy,
        DateTime? DecidedAt,
        bool MayDecide)
    {
        public static Row Of(Adjustment a, string memberNo, CallContext call) => new(
            a.Id, memberNo, a.Points, a.Reason, a.Note, a.Status, a.RequestedBy, a.RequestedAt, a.DecidedBy, a.DecidedAt,
            a.Status == AdjustmentStatus.Requested && a.RequestedById != call.Caller.Id);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}
