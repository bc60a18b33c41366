using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Redemption;

/// <summary>Finds the member that a call is about; refuses where there is none, or one who may do nothing any more.</summary>
internal sealed class MemberGate(IMemberFiles files)
{
    public async Task<MemberSummary?> TryFindAsync(string identifier, CancellationToken cancel) =>
        (await files.FindAsync([identifier], cancel)).GetValueOrDefault(identifier);

    public async Task<MemberSummary> FindAsync(string identifier, CancellationToken cancel) =>
        await TryFindAsync(identifier, cancel)
        ?? throw new Refusal("membership.member-not-found", RefusalKind.NotFound);

    public async Task<MemberSummary> ActiveAsync(string identifier, CancellationToken cancel)
    {
        var member = await FindAsync(identifier, cancel);
        return member.IsActive
            ? member
            : throw new Refusal("membership.member-not-active", RefusalKind.Conflict, ("memberNo", member.MemberNo));
    }
}
