using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>
/// Members for whom a replayed version makes a difference: who gains most first, or who loses most, by what points and
/// discount together are worth.
/// </summary>
[Needs(MembershipPermissions.EditProgrammes)]
internal sealed class FindReplayedMembers(MembershipDb db, ReplayDesk desk)
    : Query<FindReplayedMembers.Input, PageOf<FindReplayedMembers.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await desk.FindAsync(input.Version, input.Replay, cancel);
        var size = Math.Clamp(input.Size, 1, Cursor.LargestSize);
        var place = Cursor.Read<Place>(input.After);
        var asked = db.ReplayedMembers.AsNoTracking().Where(m => m.ReplayId == input.Replay);
        var ordered = input.Effect == ReplayEffect.Loses
            ? LosersOf(asked, place)
            : GainersOf(asked, place, input.Effect);
        var found = await ordered.Take(size + 1).ToListAsync(cancel);
        return PageOf<Row>.Of(found, size, m => new Place(m.ValueChangeFen, m.MemberId), Row.Of);
    }

    private static IQueryable<ReplayedMember> LosersOf(IQueryable<ReplayedMember> members, Place? place)
    {
        members = members.Where(m => m.ValueChangeFen < 0);
        if (place is not null)
            members = members.Where(
                m => m.ValueChangeFen > place.Change || m.ValueChangeFen == place.Change && m.MemberId > place.Member);
        return members.OrderBy(m => m.ValueChangeFen).ThenBy(m => m.MemberId);
    }

    private static IQueryable<ReplayedMember> GainersOf(
        IQueryable<ReplayedMember> members, Place? place, ReplayEffect? effect)
    {
        if (effect == ReplayEffect.Gains) members = members.Where(m => m.ValueChangeFen > 0);
        if (place is not null)
            members = members.Where(
                m => m.ValueChangeFen < place.Change || m.ValueChangeFen == place.Change && m.MemberId < place.Member);
        return members.OrderByDescending(m => m.ValueChangeFen).ThenByDescending(m => m.MemberId);
    }

    /// <param name="Effect">Left out: everybody for whom points, price or tier become different.</param>
    internal sealed record Input(
        int Version, Guid Replay, ReplayEffect? Effect = null, string? After = null, int Size = Cursor.DefaultSize)
        : IInput<PageOf<Row>>;

    /// <param name="Receipts">Of the window.</param>
    /// <param name="Points">Granted in the window and not due back by its refunds.</param>
    /// <param name="Discount">Yuan below list price, where the till left the price to the programme.</param>
    /// <param name="ValueChange">Yuan that points and discount together are worth more.</param>
    /// <param name="TierCode">Held at the end of the window.</param>
    internal sealed record Row(
        string MemberNo, int Receipts, long Points, long ReplayedPoints, long PointsChange,
        Money Discount, Money ReplayedDiscount, Money ValueChange, string TierCode, string ReplayedTierCode)
    {
        public static Row Of(ReplayedMember member) => new(
            member.MemberNo, member.Receipts, member.Points, member.ReplayedPoints, member.PointsChange,
            new Money(member.DiscountFen), new Money(member.ReplayedDiscountFen),
            new Money(member.ValueChangeFen), member.Tier, member.ReplayedTier);
    }

    private sealed record Place(long Change, Guid Member);
}

internal enum ReplayEffect
{
    Gains,
    Loses,
}
