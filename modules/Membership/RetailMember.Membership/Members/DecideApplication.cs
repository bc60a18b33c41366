using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>
/// Admits or turns away somebody who has applied at one of the caller's stores, where the programme asks for a review.
/// </summary>
[Needs(MembershipPermissions.DecideApplications)]
internal sealed class DecideApplication(MemberDesk desk, MemberAdmission admission)
    : UseCase<DecideApplication.Input, DecideApplication.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await desk.FindAsync(call, input.Member, cancel);
        member.RefuseOutsideStoresOf(call, MembershipPermissions.DecideApplications);
        if (member.Status != MemberStatus.Applied)
            throw new Refusal("membership.no-application", RefusalKind.Conflict, ("memberNo", member.MemberNo));
        if (input.Admit) await admission.AdmitAsync(member, member.StoreId, call, cancel);
        else admission.Turn(member, MemberStatus.Refused, call);
        return new Result(member.MemberNo, member.Status);
    }

    internal sealed record Input([property: Personal] string Member, bool Admit) : IInput<Result>;

    internal sealed record Result(string MemberNo, MemberStatus Status) : IAbout
    {
        string IAbout.About => MemberNo;
    }
}
