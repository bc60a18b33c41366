using FluentValidation;
using RetailMember.Groups.Data;
using RetailMember.Groups.Kinds;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Groups.Groups;

/// <summary>
/// The main card of a group goes over to another of its members. Where the points of all pay for whoever holds it, or what
/// all buy is earned for him, they agreed to it for the one who held it: they agree anew.
/// </summary>
[Needs(GroupPermissions.ManageGroups)]
internal sealed class HandOverGroup(KindShelf kinds, GroupBook book, IMemberFiles files) : UseCase<HandOverGroup.Input, GroupMoved>
{
    protected override async Task<GroupMoved> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var group = await book.LockAsync(input.Group, cancel);
        var member = await files.ActiveAsync(input.Member, cancel);
        if ((await book.SeatsAsync(group.Id, cancel)).TrueForAll(s => s.MemberId != member.Id))
            throw new Refusal(GroupRefusals.NotInIt, RefusalKind.NotFound);
        if (group.HolderId == member.Id) return new GroupMoved(group.Id, member.MemberNo);
        if ((await kinds.OfAsync(group, cancel)).Terms.GivesToHolder && !input.Agreed)
            throw Refusal.Invalid("agreed", GroupRefusals.ConsentNeeded);
        group.HolderId = member.Id;
        await book.NoteAsync(group, member.Id, GroupMoveKind.HandedOver, call, cancel);
        return new GroupMoved(group.Id, member.MemberNo);
    }

    internal sealed record Input : IInput<GroupMoved>, IAtStore
    {
        public required Guid Group { get; init; }

        public string? StoreCode { get; init; }

        /// <summary>Who holds the main card from now on.</summary>
        [Personal]
        public required string Member { get; init; }

        /// <summary>Everybody concerned has agreed that it is he.</summary>
        public bool Agreed { get; init; }
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}
