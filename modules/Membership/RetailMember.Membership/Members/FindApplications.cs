using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Members;

/// <summary>Who has applied and waits for the caller's decision, who asked last first.</summary>
[Needs(MembershipPermissions.DecideApplications)]
internal sealed class FindApplications(MembershipDb db, MemberRows rows)
    : Query<FindApplications.Input, PageOf<FindMembers.Row>>
{
    protected override async Task<PageOf<FindMembers.Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var waiting = db.Members.AsNoTracking()
            .Where(m => m.Status == MemberStatus.Applied)
            .WithinStoresOf(call, MembershipPermissions.DecideApplications);
        if (Cursor.Read<Place>(input.After) is { } after)
            waiting = waiting.Where(m => m.JoinedOn < after.JoinedOn || (m.JoinedOn == after.JoinedOn && m.Id < after.Id));
        var members = await waiting
            .OrderByDescending(m => m.JoinedOn).ThenByDescending(m => m.Id)
            .Take(input.Size + 1)
            .ToListAsync(cancel);
        var show = await rows.ShowerAsync(members, call, cancel);
        return PageOf<FindMembers.Row>.Of(members, input.Size, m => new Place(m.JoinedOn, m.Id), show);
    }

    private sealed record Place(DateOnly JoinedOn, Guid Id);

    internal sealed record Input : IInput<PageOf<FindMembers.Row>>
    {
        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}
