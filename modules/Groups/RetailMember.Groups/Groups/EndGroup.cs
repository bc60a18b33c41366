using FluentValidation;
using RetailMember.Groups.Kinds;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Groups.Groups;

/// <summary>Ends a group: everybody leaves it with what is left of his own points.</summary>
[Needs(GroupPermissions.ManageGroups)]
internal sealed class EndGroup(KindShelf kinds, GroupBook book, IMemberNumbers numbers)
    : UseCase<EndGroup.Input, GroupMoved>
{
    protected override async Task<GroupMoved> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var group = await book.LockAsync(input.Group, cancel);
        var kind = await kinds.OfAsync(group, cancel);
        await book.EndAsync(group, kind, await book.SeatsAsync(group.Id, cancel), call, cancel, input.Reason);
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
