using Microsoft.EntityFrameworkCore;
using RetailMember.Portal.Data;
using RetailMember.UseCases;

namespace RetailMember.Portal.Sessions;

/// <summary>Logs the member out everywhere, here too.</summary>
[OwnMember]
internal sealed class EndAllSessions(PortalDb db) : UseCase<EndAllSessions.Input, EndSession.Result>
{
    protected override async Task<EndSession.Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (me, at) = (call.Caller.Id!.Value, (DateTime?)call.At);
        return new EndSession.Result(await db.MemberSessions.Where(s => s.MemberId == me && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, at), cancel));
    }

    internal sealed record Input : IInput<EndSession.Result>;
}
