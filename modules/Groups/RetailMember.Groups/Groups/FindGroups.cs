using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Groups.Data;
using RetailMember.Groups.Kinds;
using RetailMember.Membership;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Groups.Groups;

/// <summary>Groups, newest first: those of a kind, those that a member is or was in.</summary>
[Needs(GroupPermissions.ViewGroups)]
internal sealed class FindGroups(GroupsDb db, KindShelf kinds, IMemberFiles files, IMemberNumbers numbers)
    : Query<FindGroups.Input, PageOf<FindGroups.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var known = (await kinds.AllAsync(cancel)).ToDictionary(k => k.Id);
        var found = db.Groups.AsNoTracking();
        if (input.Member is { } given)
        {
            var member = await files.OneAsync(given, cancel);
            found = found.Where(g => db.Moves.Any(m => m.GroupId == g.Id && m.MemberId == member.Id));
        }

        if (input.Kind is { } code)
        {
            var kind = known.Values.FirstOrDefault(k => k.Code == code)?.Id;
            found = found.Where(g => g.KindId == kind);
        }

        if (input.State is { } state) found = found.Where(g => (g.EndedAt == null) == (state == GroupState.Standing));
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(g => g.Id < after.Id);
        var rows = await found.OrderByDescending(g => g.Id).Take(input.Size + 1)
            .Select(g => new { Group = g, Members = db.Seats.Count(s => s.GroupId == g.Id) }).ToListAsync(cancel);
        var names = await numbers.OfAsync([.. rows.Select(r => r.Group.HolderId).Distinct()], cancel);
        return PageOf<Row>.Of(rows, input.Size, r => new Place(r.Group.Id), r => new Row(
            r.Group.Id, known[r.Group.KindId].Code, known[r.Group.KindId].Terms.Name, r.Group.Name,
            names.GetValueOrDefault(r.Group.HolderId), r.Members, r.Group.FormedAt, r.Group.EndedAt));
    }

    private sealed record Place(Guid Id);

    internal sealed record Input : IInput<PageOf<Row>>
    {
        [Personal]
        public string? Member { get; init; }

        /// <summary>Code of a kind.</summary>
        public string? Kind { get; init; }

        public GroupState? State { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    /// <param name="Members">How many, the holder included; none once it has ended.</param>
    internal sealed record Row(
        Guid Group,
        string Kind,
        LocalName KindName,
        string? Name,
        string? HolderNo,
        int Members,
        DateTime FormedAt,
        DateTime? EndedAt);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Member).MaximumLength(64);
            RuleFor(i => i.Kind).MaximumLength(GroupsDb.CodeLength);
            RuleFor(i => i.State).IsInEnum();
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}

internal enum GroupState
{
    Standing,
    Ended,
}
