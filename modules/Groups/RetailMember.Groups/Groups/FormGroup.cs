using FluentValidation;
using RetailMember.Events;
using RetailMember.Groups.Data;
using RetailMember.Groups.Kinds;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Groups.Groups;

/// <summary>
/// Members belong together from now on: whoever comes first holds the main card. Their points stay in their own accounts
/// and their purchases stay their own; the kind says who may pay with the points of all.
/// </summary>
[Needs(GroupPermissions.ManageGroups)]
internal sealed class FormGroup(GroupsDb db, KindShelf kinds, GroupBook book, IMemberFiles files, IEvents events)
    : UseCase<FormGroup.Input, FormGroup.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var kind = await kinds.HoldAsync(input.Kind, cancel);
        JoinGroup.RequireConsent(kind, input.Agreed, input.ProofSeen);
        var members = await files.AllActiveAsync([input.Holder, .. input.Members], cancel);
        if (members.Count > kind.Terms.MostMembers)
            throw new Refusal(GroupRefusals.Full, RefusalKind.Conflict, ("most", kind.Terms.MostMembers));
        if (members.Count < kind.Terms.LeastMembers)
            throw new Refusal(GroupRefusals.TooFew, RefusalKind.Conflict, ("least", kind.Terms.LeastMembers));
        if (kind.Terms.Named && string.IsNullOrWhiteSpace(input.Name)) throw Refusal.Invalid("name", "field.not-empty");
        var group = new Group
        {
            Id = Guid.CreateVersion7(),
            BrandId = call.RequiredBrand.Id,
            KindId = kind.Id,
            Name = kind.Terms.Named ? input.Name!.Trim() : null,
            HolderId = members[0].Id,
            FormedAt = call.At,
        };
        db.Groups.Add(group);
        await book.SeatAsync(group, members, call.At, cancel);
        foreach (var member in members)
        {
            var move = member.Id == group.HolderId ? GroupMoveKind.Formed : GroupMoveKind.Joined;
            await book.NoteAsync(group, member.Id, move, call, cancel, proofSeen: input.ProofSeen);
            events.Add(new GroupJoined(group.BrandId, group.Id, kind.Code, member.Id));
        }

        return new Result(group.Id, members[0].MemberNo, members.Count);
    }

    internal sealed record Input : IInput<Result>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key forms one group.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        /// <summary>Its code.</summary>
        public required string Kind { get; init; }

        /// <summary>Of a company and the like; kinds without names keep none.</summary>
        public string? Name { get; init; }

        /// <summary>Member number, card or mobile of the main card.</summary>
        [Personal]
        public required string Holder { get; init; }

        /// <summary>The others.</summary>
        [Personal]
        public IReadOnlyList<string> Members { get; init; } = [];

        /// <summary>Everybody concerned has agreed.</summary>
        public bool Agreed { get; init; }

        /// <summary>The proof that the kind asks for was seen.</summary>
        public bool ProofSeen { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="Members">How many, the holder included.</param>
    internal sealed record Result(Guid Group, string HolderNo, int Members) : IAbout
    {
        string IAbout.About => HolderNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Kind).NotEmpty().MaximumLength(GroupsDb.CodeLength);
            RuleFor(i => i.Name).MaximumLength(GroupsDb.CodeLength);
            RuleFor(i => i.Holder).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Members).Must(m => m.Count < KindTerms.MostEver).WithErrorCode("groups.too-many");
            RuleForEach(i => i.Members).NotEmpty().MaximumLength(64);
        }
    }
}
