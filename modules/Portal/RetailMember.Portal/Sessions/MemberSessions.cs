using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Portal.Data;

namespace RetailMember.Portal.Sessions;

/// <inheritdoc cref="IMemberSessions" />
internal sealed class MemberSessions(IServiceScopeFactory scopes, PersonalData personal, TimeProvider time) : IMemberSessions
{
    /// <summary>Being seen is written down so seldom that looking at a page costs no write.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(15);

    public Guid? Claimed(HttpContext http) => TokenOf(http)?.Session;

    public async ValueTask<Caller?> FindAsync(HttpContext http)
    {
        if (TokenOf(http) is not { } token) return null;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = token.Brand;
        var now = time.GetUtcNow().UtcDateTime;
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var session = await db.MemberSessions.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == token.Session && s.EndedAt == null && s.EndsAt > now, http.RequestAborted);
        if (session is null) return null;
        var members = await scope.ServiceProvider.GetRequiredService<IMemberFiles>()
            .ReadAsync([session.MemberId], http.RequestAborted);
        if (members.GetValueOrDefault(session.MemberId) is not { IsActive: true } member) return null;
        if (now - session.SeenAt > SeenEvery) await SeeAsync(scope.ServiceProvider, session.Id, now);
        http.Items[typeof(SessionToken)] = token;
        return Caller.Member(member.Id, member.MemberNo, token.Brand);
    }

    /// <summary>The session of a request that was found to be a member's.</summary>
    public static Guid? Current(HttpContext? http) => (http?.Items[typeof(SessionToken)] as SessionToken?)?.Session;

    private static async Task SeeAsync(IServiceProvider scope, Guid id, DateTime now)
    {
        var data = scope.GetRequiredService<DataSession>();
        await data.BeginAsync();
        await scope.GetRequiredService<PortalDb>().MemberSessions.Where(s => s.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now));
        await data.CommitAsync();
    }

    private SessionToken? TokenOf(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<MemberMark>() is not null)
            return SessionToken.Read(SessionCookie.Of(http), personal);
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith(SessionToken.Scheme, StringComparison.Ordinal)
            ? SessionToken.Read(header[SessionToken.Scheme.Length..].Trim(), personal)
            : null;
    }
}
