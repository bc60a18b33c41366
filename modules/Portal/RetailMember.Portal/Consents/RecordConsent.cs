using FluentValidation;
using RetailMember.Membership;
using RetailMember.Portal.Data;
using RetailMember.UseCases;

namespace RetailMember.Portal.Consents;

/// <summary>
/// Notes that a member agrees to a use of his data, or takes it back; that holds at once. He does it on his phone, or asks
/// for it at the till. Without the one that his membership rests on he can only close it.
/// </summary>
[Needs(PortalPermissions.RecordConsents), OwnMember]
internal sealed class RecordConsent(ConsentBook book, IMemberFiles members, IMemberTags tags, PortalDb db)
    : UseCase<RecordConsent.Input, RecordConsent.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (input is { Purpose: ConsentPurpose.Membership, Granted: false })
            throw new Refusal("portal.consent-needed", RefusalKind.Conflict);
        var member = await members.OneAsync(input.Member, cancel);
        await book.NoteAsync(
            member.Id, member.MemberNo, [new ConsentDecision(input.Purpose, input.Granted, input.WordingVersion)], call, cancel);
        if (input.Purpose == ConsentPurpose.Profiling)
        {
            // The tags ask for what was just noted.
            await db.SaveChangesAsync(cancel);
            await tags.RefreshAsync([member.Id], call, cancel);
        }

        return new Result(member.MemberNo, input.Purpose, input.Granted);
    }

    internal sealed record Input : IInput<Result>, IOfMember<Input>, IAtStore
    {
        [Personal]
        public required string Member { get; init; }

        public required ConsentPurpose Purpose { get; init; }

        public required bool Granted { get; init; }

        /// <summary>Of the words that the member had before him; not needed to take a consent back.</summary>
        public int WordingVersion { get; init; }

        /// <summary>Where it was said; a till's own where it is left out.</summary>
        public string? StoreCode { get; init; }

        public Input For(string memberNo) => this with { Member = memberNo, StoreCode = null };
    }

    internal sealed record Result(string MemberNo, ConsentPurpose Purpose, bool Granted) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Purpose).IsInEnum();
        }
    }
}
