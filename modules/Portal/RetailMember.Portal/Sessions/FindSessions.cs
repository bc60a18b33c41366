using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using RetailMember.Portal.Data;
using RetailMember.UseCases;

namespace RetailMember.Portal.Sessions;

/// <summary>Where the member is logged in, the latest first.</summary>
[OwnMember]
internal sealed class FindSessions(PortalDb db, IHttpContextAccessor http) : Query<FindSessions.Input, FindSessions.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (me, current) = (call.Caller.Id!.Value, MemberSessions.Current(http.HttpContext));
        var sessions = await db.MemberSessions.AsNoTracking()
            .Where(s => s.MemberId == me && s.EndedAt == null && s.EndsAt > call.At)
            .OrderByDescending(s => s.SeenAt).ToListAsync(cancel);
        return new Result([.. sessions.Select(s => new Row(s.Id, s.Device, s.StartedAt, s.SeenAt, s.Id == current))]);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<Row> Sessions);

    /// <param name="StartedAt">UTC.</param>
    /// <param name="SeenAt">UTC, to a quarter of an hour.</param>
    /// <param name="Current">The one that asks.</param>
    internal sealed record Row(Guid Session, string Device, DateTime StartedAt, DateTime SeenAt, bool Current);
}
