using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members.Care;

/// <summary>Says that somebody has come back to it. Said twice it stays with whoever said it first.</summary>
[Needs(MembershipPermissions.RecordCare)]
internal sealed class FollowUp(MembershipDb db) : UseCase<FollowUp.Input, FollowUp.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var care = await db.CareWithinReach(call, MembershipPermissions.RecordCare)
            .SingleOrDefaultAsync(c => c.Id == input.Care && c.FollowUpOn != null, cancel)
            ?? throw new Refusal("membership.follow-up-not-found", RefusalKind.NotFound);
        care.FollowedUpAt ??= call.At;
        care.FollowedUpBy ??= call.Caller.Name;
        var memberNo = await db.Members.Where(m => m.Id == care.MemberId).Select(m => m.MemberNo).SingleAsync(cancel);
        return new Result(care.Id, memberNo, care.FollowedUpAt.Value, care.FollowedUpBy);
    }

    /// <param name="Care">The record that asked for it.</param>
    internal sealed record Input(Guid Care) : IInput<Result>;

    /// <param name="At">UTC.</param>
    internal sealed record Result(Guid Care, string MemberNo, DateTime FollowedUpAt, string FollowedUpBy) : IAbout
    {
        string IAbout.About => MemberNo;
    }
}
