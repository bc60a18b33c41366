using FluentValidation;
using RetailMember.Events;
using RetailMember.Groups.Data;
using RetailMember.Groups.Kinds;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Groups.Groups;

/// <summary>A member joins a group, with what he has of his own.</summary>
[Needs(GroupPermissions.ManageGroups)]
internal sealed class JoinGroup(KindShelf kinds, GroupBook book, IMemberFiles files, IEvents events)
    : UseCase<JoinGroup.Input, GroupMoved>
{
    protected override async Task<GroupMoved> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var group = await book.LockAsync(input.Group, cancel);
        var kind = await kinds.OfAsync(group, cancel);
        RequireConsent(kind, input.Agreed, input.ProofSeen);
        var member = await files.ActiveAsync(input.Member, cancel);
        if ((await book.SeatsAsync(group.Id, cancel)).Count >= kind.Terms.MostMembers)
            throw new Refusal(GroupRefusals.Full, RefusalKind.Conflict, ("most", kind.Terms.MostMembers));
        await book.SeatAsync(group, [member], call.At, cancel);
        await book.NoteAsync(group, member.Id, GroupMoveKind.Joined, call, cancel, proofSeen: input.ProofSeen);
        events.Add(new GroupJoined(group.BrandId, group.Id, kind.Code, member.Id));
        return new GroupMoved(group.Id, member.MemberNo);
    }

    public static void RequireConsent(KnownKind kind, bool agreed, bool proofSeen)
    {
        if (!agreed) throw Refusal.Invalid("agreed", GroupRefusals.ConsentNeeded);
        if (kind.Terms.ProofNeeded && !proofSeen) throw Refusal.Invalid("proofSeen", GroupRefusals.ProofNeeded);
    }

    internal sealed record Input : IInput<GroupMoved>, IAtStore
    {
        public required Guid Group { get; init; }

        public string? StoreCode { get; init; }

        [Personal]
        public required string Member { get; init; }

        /// <summary>He and the others have agreed.</summary>
        public bool Agreed { get; init; }

        /// <summary>The proof that the kind asks for was seen.</summary>
        public bool ProofSeen { get; init; }
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}

/// <param name="MemberNo">Whom it was about.</param>
internal sealed record GroupMoved(Guid Group, string MemberNo) : IAbout
{
    string IAbout.About => MemberNo;
}
