using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>Gives a member a card: from then on it names him at the till. A card that is another's is refused.</summary>
[Needs(MembershipPermissions.EnrolMembers)]
internal sealed class BindCard(MembershipDb db, MemberDesk desk) : UseCase<BindCard.Input, BindCard.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await desk.FindAsync(call, input.Member, cancel);
        if (member.Status is MemberStatus.Closed or MemberStatus.Refused)
            throw MemberRefusals.NotActive(member.MemberNo);
        var card = CardNo.Normalise(input.Card);
        var bound = await db.Credentials.SingleOrDefaultAsync(c => c.Value == card, cancel);
        if (bound?.MemberId == member.Id) return new Result(member.MemberNo, card, bound.Kind);
        // A member number counts first, so a card may not name another's.
        if (bound is not null || await db.Members.AnyAsync(m => m.NumberKey == card && m.Id != member.Id, cancel))
            throw new Refusal("membership.card-of-another", RefusalKind.Conflict, ("card", card));
        db.Credentials.Add(new Credential
        {
            BrandId = member.BrandId,
            Value = card,
            Kind = input.Kind,
            MemberId = member.Id,
            BoundAt = call.At,
        });
        return new Result(member.MemberNo, card, input.Kind);
    }

    internal sealed record Input([property: Personal] string Member, [property: Personal] string Card, CredentialKind Kind)
        : IInput<Result>;

    internal sealed record Result(string MemberNo, string Card, CredentialKind Kind) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Card).Matches(@"\A[A-Za-z0-9_.-]{4,64}\z").WithErrorCode("membership.card-malformed");
            RuleFor(i => i.Card).Must(card => !Mobile.TryParse(card, out _)).WithErrorCode("membership.card-is-mobile");
        }
    }
}
