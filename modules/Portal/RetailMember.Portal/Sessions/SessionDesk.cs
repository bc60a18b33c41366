using RetailMember.Data;
using RetailMember.Portal.Data;
using RetailMember.UseCases;

namespace RetailMember.Portal.Sessions;

/// <summary>Opens sessions within the running transaction.</summary>
internal sealed class SessionDesk(PortalDb db, PersonalData personal)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    public OpenedSession Open(Guid member, string memberNo, string? device, CallContext call)
    {
        var session = new MemberSession
        {
            Id = Guid.CreateVersion7(),
            BrandId = call.RequiredBrand.Id,
            MemberId = member,
            Device = Devices.Clean(device),
            StartedAt = call.At,
            SeenAt = call.At,
            EndsAt = call.At + Life,
        };
        db.MemberSessions.Add(session);
        return new OpenedSession(new SessionToken(session.Id, session.BrandId).Write(personal), memberNo, session.EndsAt);
    }
}

/// <summary>Who has just logged in.</summary>
/// <param name="Token">Sent as <c>Authorization: Member TOKEN</c>.</param>
/// <param name="EndsAt">UTC; earlier where the member ends it himself.</param>
internal sealed record OpenedSession([property: Personal] string Token, string MemberNo, DateTime EndsAt);
