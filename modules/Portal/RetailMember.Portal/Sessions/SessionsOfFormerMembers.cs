using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Portal.Data;
using RetailMember.UseCases;

namespace RetailMember.Portal.Sessions;

/// <summary>
/// Sessions end with the membership, for good: whoever comes back, or turns out to be two people after all, logs in anew.
/// </summary>
internal sealed class SessionsOfFormerMembers(PortalDb db) : IMemberClosing, IMemberMerge
{
    public string Module => "Portal";

    public int Order => 900;

    public Task CloseAsync(Guid member, CallContext call, CancellationToken cancel) => EndAsync(member, call.At, cancel);

    public Task<IReadOnlyList<MergeShare>> CountAsync(Guid member, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<MergeShare>>([]);

    public Task MoveAsync(MemberMergeOrder order, CancellationToken cancel) => EndAsync(order.Duplicate, order.At, cancel);

    public Task MoveBackAsync(MemberMergeOrder order, CancellationToken cancel) => Task.CompletedTask;

    private Task<int> EndAsync(Guid member, DateTime? at, CancellationToken cancel) =>
        db.MemberSessions.Where(s => s.MemberId == member && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, at), cancel);
}
