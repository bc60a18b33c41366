using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Members.Merging;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Points.Transfers;

/// <summary>Points that a member gave or was given, newest first, with those of who was merged into him.</summary>
[Needs(MembershipPermissions.ViewMembers)]
internal sealed class FindTransfers(MembershipDb db, MemberDesk desk) : Query<FindTransfers.Input, PageOf<FindTransfers.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await desk.IdAsync(call, input.Member, cancel);
        var files = await db.FilesOfAsync(member, cancel);
        var found = db.PointsTransfers.AsNoTracking()
            .Where(t => EF.Parameter(files).Contains(t.GiverId) || EF.Parameter(files).Contains(t.ReceiverId));
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(t => t.Id < after.Id);
        var rows = await found.OrderByDescending(t => t.Id).Take(input.Size + 1).ToListAsync(cancel);
        Guid[] others = [.. rows.Select(t => Gave(t, files) ? t.ReceiverId : t.GiverId).Distinct()];
        var numbers = await db.Members.AsNoTracking().Where(m => EF.Parameter(others).Contains(m.Id))
            .ToDictionaryAsync(m => m.Id, m => m.MemberNo, cancel);
        return PageOf<Row>.Of(rows, input.Size, t => new Place(t.Id), t => Row.Of(t, Gave(t, files), numbers));
    }

    private static bool Gave(PointsTransfer transfer, Guid[] files) => files.Contains(transfer.GiverId);

    private sealed record Place(Guid Id);

    internal sealed record Input : IInput<PageOf<Row>>
    {
        [Personal]
        public required string Member { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    /// <param name="Change">Below zero where the member gave.</param>
    /// <param name="OtherNo">The other one's member number.</param>
    /// <param name="BusinessDate">In the brand's time zone.</param>
    /// <param name="At">UTC.</param>
    /// <param name="ReversedAt">UTC; left out while the gift stands.</param>
    internal sealed record Row(
        Guid Transfer, long Change, string OtherNo, DateOnly BusinessDate, DateTime At, string Operator, string? Note,
        DateTime? ReversedAt, string? ReversedBy, string? ReversedFor)
    {
        public static Row Of(PointsTransfer t, bool gave, Dictionary<Guid, string> numbers) => new(
            t.Id, gave ? -t.Points : t.Points, numbers[gave ? t.ReceiverId : t.GiverId], t.On, t.At, t.Operator, t.Note,
            t.ReversedAt, t.ReversedBy, t.ReversedFor);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}
