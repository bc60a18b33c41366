using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Awards;

/// <summary>Finds the member that a call is about and holds him, so that what he has had is decided by one at a time.</summary>
internal sealed class MemberGate(IMemberFiles files, IMemberAwards awards)
{
    public async Task<MemberSummary> FindAsync(string identifier, CancellationToken cancel) =>
        (await files.FindAsync([identifier], cancel)).GetValueOrDefault(identifier)
        ?? throw new Refusal("membership.member-not-found", RefusalKind.NotFound);

    public async Task<MemberSummary> HoldAsync(string identifier, CancellationToken cancel)
    {
        var found = await FindAsync(identifier, cancel);
        var member = (await awards.HoldAsync([found.Id], cancel))[found.Id];
        return member.IsActive
            ? member
            : throw new Refusal("membership.member-not-active", RefusalKind.Conflict, ("memberNo", member.MemberNo));
    }
}
