using FluentValidation;
using RetailMember.Events;
using RetailMember.Groups.Data;
using RetailMember.Groups.Kinds;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Groups.Groups;

/// <summary>Ends a group: everybody leaves it with what is left of his own points.</summary>
[Needs(GroupPermissions.ManageGroups)]
internal sealed class EndGroup(GroupsDb db, KindShelf kinds, GroupBook book, IEvents events, IMemberNumbers numbers)
    : UseCase<EndGroup.Input, GroupMoved>
{
    protected override async Task<GroupMoved> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var group = await book.LockAsync(input.Group, cancel);
        var kind = await kinds.OfAsync(group, cancel);
        foreach (var seat in await book.SeatsAsync(group.Id, cancel))
        {
            db.Seats.Remove(seat);
            events.Add(new GroupLeft(group.BrandId, group.Id, kind.Code, seat.MemberId));
        }

        group.EndedAt = call.At;
        await book.NoteAsync(group, group.HolderId, GroupMoveKind.Ended, call, cancel, input.Reason);
        var known = await numbers.OfAsync([group.HolderId], cancel);
        return new GroupMoved(group.Id, known.GetValueOrDefault(group.HolderId, ""));
    }

    internal sealed record Input : IInput<GroupMoved>, IAtStore
    {
        public required Guid Group { get; init; }

        public string? StoreCode { get; init; }

        public required string Reason { get; init; }
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(200);
    }
}
