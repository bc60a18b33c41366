using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members.Forgetting;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>
/// Ends a membership at the member's wish. Books and history stay; who comes back finds them again, until
/// <see cref="ForgetMembers"/> forgets who he was. What was noted down of caring for him is erased at once, and so are his
/// tags with their history.
/// </summary>
[Needs(MembershipPermissions.EditMembers), OwnMember]
internal sealed class CloseMember(MembershipDb db, MemberDesk desk, IRows rows, IEnumerable<IMemberClosing> others, IEvents events)
    : UseCase<CloseMember.Input, CloseMember.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await desk.LockAsync(call, input.Member, cancel);
        if (member.Status != MemberStatus.Active)
            throw MemberRefusals.NotActive(member.MemberNo);
        var today = call.RequiredBrand.DateOf(call.At);
        db.StatusChanges.Add(MemberRegister.Turn(member, MemberStatus.Closed, today, call.At));
        await rows.UpdateAsync([member], [nameof(Member.Status)], cancel);
        await db.CareRecords.Where(c => c.MemberId == member.Id).ExecuteDeleteAsync(cancel);
        await db.MemberTags.Where(t => t.MemberId == member.Id).ExecuteDeleteAsync(cancel);
        await db.TagChanges.Where(t => t.MemberId == member.Id).ExecuteDeleteAsync(cancel);
        foreach (var other in others) await other.CloseAsync(member.Id, call, cancel);
        events.Add(new MemberClosed(member.BrandId, member.Id, today));
        return new Result(member.MemberNo, member.Status);
    }

    /// <param name="Reason">For the audit trail.</param>
    internal sealed record Input([property: Personal] string Member, string Reason) : IInput<Result>, IOfMember<Input>
    {
        public Input For(string memberNo) => this with { Member = memberNo };
    }

    internal sealed record Result(string MemberNo, MemberStatus Status) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(200);
    }
}
