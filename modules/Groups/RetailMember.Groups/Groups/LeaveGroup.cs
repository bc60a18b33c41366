using FluentValidation;
using RetailMember.Events;
using RetailMember.Groups.Data;
using RetailMember.Groups.Kinds;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Groups.Groups;

/// <summary>
/// A member leaves a group and takes along what is left of his own points, lot by lot: it was never anybody else's. What he
/// has earned for the main card stays there. A group that has too few members without him ends.
/// </summary>
[Needs(GroupPermissions.ManageGroups), OwnMember]
internal sealed class LeaveGroup(GroupsDb db, KindShelf kinds, GroupBook book, IEvents events, IMemberFiles files)
    : UseCase<LeaveGroup.Input, GroupMoved>
{
    protected override async Task<GroupMoved> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var group = await book.LockAsync(input.Group, cancel);
        var member = await files.OneAsync(input.Member, cancel);
        var seats = await book.SeatsAsync(group.Id, cancel);
        var seat = seats.Find(s => s.MemberId == member.Id)
            ?? throw new Refusal(GroupRefusals.NotInIt, RefusalKind.NotFound);
        if (group.HolderId == member.Id) throw new Refusal(GroupRefusals.HolderStays, RefusalKind.Conflict);
        db.Seats.Remove(seat);
        await book.NoteAsync(group, member.Id, GroupMoveKind.Left, call, cancel, input.Reason);
        var kind = await kinds.OfAsync(group, cancel);
        events.Add(new GroupLeft(group.BrandId, group.Id, kind.Code, member.Id));
        seats.Remove(seat);
        if (seats.Count < kind.Terms.LeastMembers) await book.EndAsync(group, kind, seats, call, cancel);
        return new GroupMoved(group.Id, member.MemberNo);
    }

    internal sealed record Input : IInput<GroupMoved>, IAtStore, IOfMember<Input>
    {
        public required Guid Group { get; init; }

        public string? StoreCode { get; init; }

        [Personal]
        public required string Member { get; init; }

        public string? Reason { get; init; }

        public Input For(string memberNo) => this with { Member = memberNo, StoreCode = null };
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Reason).MaximumLength(200);
        }
    }
}
