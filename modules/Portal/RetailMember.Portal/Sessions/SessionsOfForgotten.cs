using Microsoft.EntityFrameworkCore;
using RetailMember.Events;
using RetailMember.Membership;
using RetailMember.Portal.Data;

namespace RetailMember.Portal.Sessions;

/// <summary>The devices of who is forgotten are forgotten too; what he consented to stays as proof, under his number.</summary>
internal sealed class SessionsOfForgotten(PortalDb db) : Subscriber<MemberForgotten>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<MemberForgotten>> events, CancellationToken cancel)
    {
        Guid[] members = [.. events.Select(e => e.Event.MemberId).Distinct()];
        await db.MemberSessions.Where(s => EF.Parameter(members).Contains(s.MemberId)).ExecuteDeleteAsync(cancel);
    }
}
