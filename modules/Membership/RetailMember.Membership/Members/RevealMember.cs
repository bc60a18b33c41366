using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>
/// Shows a member's personal data in full. It changes nothing, but is a command all the same: every look stands in the
/// audit trail with who looked and why.
/// </summary>
[Needs(MembershipPermissions.RevealMembers), OwnMember]
internal sealed class RevealMember(MembershipDb db, MemberDesk desk) : UseCase<RevealMember.Input, RevealMember.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await desk.FindAsync(call, input.Member, cancel);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == member.PersonId, cancel);
        return new Result(
            member.MemberNo, person?.Name, person?.Mobile, person?.Birthday, person?.Sex, DeclaredFields.Read(member.Fields));
    }

    /// <param name="Reason">For the audit trail.</param>
    internal sealed record Input([property: Personal] string Member, string Reason) : IInput<Result>, IOfMember<Input>
    {
        public Input For(string memberNo) => this with { Member = memberNo };
    }

    internal sealed record Result(
        string MemberNo,
        string? Name,
        string? Mobile,
        DateOnly? Birthday,
        Sex? Sex,
        IReadOnlyDictionary<string, string> Fields) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(200);
    }
}
