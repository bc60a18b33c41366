using Microsoft.EntityFrameworkCore;
using RetailMember.Portal.Data;
using RetailMember.UseCases;

namespace RetailMember.Portal.Sessions;

/// <summary>Logs the member out on one of his devices; its token counts for nothing from then on.</summary>
[OwnMember]
internal sealed class EndSession(PortalDb db) : UseCase<EndSession.Input, EndSession.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (me, at) = (call.Caller.Id!.Value, (DateTime?)call.At);
        var ended = await db.MemberSessions.Where(s => s.Id == input.Session && s.MemberId == me && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, at), cancel);
        return ended == 1 ? new Result(ended) : throw new Refusal("portal.session-not-found", RefusalKind.NotFound);
    }

    internal sealed record Input(Guid Session) : IInput<Result>;

    internal sealed record Result(int Ended);
}
