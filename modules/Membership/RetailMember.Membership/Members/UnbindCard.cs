using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>Takes a card from a member, for example a lost one; it names nobody until it is bound again.</summary>
[Needs(MembershipPermissions.EnrolMembers)]
internal sealed class UnbindCard(MembershipDb db, MemberDesk desk) : UseCase<UnbindCard.Input, UnbindCard.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await desk.FindAsync(call, input.Member, cancel);
        var card = CardNo.Normalise(input.Card);
        var bound = await db.Credentials.SingleOrDefaultAsync(c => c.Value == card && c.MemberId == member.Id, cancel)
            ?? throw new Refusal("membership.card-not-bound", RefusalKind.NotFound, ("card", card));
        db.Credentials.Remove(bound);
        return new Result(member.MemberNo, card);
    }

    internal sealed record Input([property: Personal] string Member, [property: Personal] string Card) : IInput<Result>;

    internal sealed record Result(string MemberNo, string Card) : IAbout
    {
        string IAbout.About => MemberNo;
    }
}
