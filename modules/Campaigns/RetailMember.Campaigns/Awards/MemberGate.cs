using RetailMember.Membership;

namespace RetailMember.Campaigns.Awards;

/// <summary>Holds the member that a call is about, so that what he has had is decided by one call at a time.</summary>
internal sealed class MemberGate(IMemberFiles files, IMemberAwards awards)
{
    public Task<MemberSummary> HoldAsync(string identifier, CancellationToken cancel) =>
        awards.HoldActiveAsync(files, identifier, cancel);
}
