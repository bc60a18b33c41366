using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Http;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Platform.Http;
using RetailMember.Platform.People;
using RetailMember.Platform.Tills;

namespace RetailMember.Platform.Access;

/// <summary>
/// Finds out who makes a request, from memory alone: a till by its key, a person by cookie (pages) or bearer token
/// (API). A badge whose stamp is no longer the person's counts for nothing. Members are known by their own sessions: on
/// their pages nobody else is heard, and with the API by a scheme of their own.
/// </summary>
internal sealed class Callers(AccessDirectory access, TillSightings sightings, TimeProvider time) : ICallers
{
    private static readonly object Key = new();
    private static readonly object MemberKey = new();

    public async ValueTask<Caller> OfAsync(HttpContext http)
    {
        var staff = Of(http);
        if (staff.Kind != CallerKind.Anonymous || SessionsFor(http) is not { } sessions) return staff;
        if (http.Items[MemberKey] is not Caller member)
            http.Items[MemberKey] = member = await sessions.FindAsync(http) ?? Caller.Anonymous;
        return member;
    }

    /// <summary>The person or till of a request; nobody where a member asks.</summary>
    public Caller Of(HttpContext http)
    {
        if (http.Items[Key] is not Caller caller) http.Items[Key] = caller = Find(http);
        return caller;
    }

    /// <summary>A member's session that has not been asked for in the database yet.</summary>
    public static Guid? ClaimedSession(HttpContext http) => SessionsFor(http)?.Claimed(http);

    /// <summary>The signed-in person of a request; null for a till and for nobody.</summary>
    public PersonAccess? PersonOf(HttpContext http) =>
        !IsForMembers(http)
        && Badge.Read(http.User, time.GetUtcNow()) is { } badge
        && access.Current.People.TryGetValue(badge.Id, out var person)
        && person.SecurityStamp == badge.Stamp
            ? person
            : null;

    /// <summary>A person without any right: who stands at the door.</summary>
    public static Caller Bare(Guid id, string userName) =>
        new(CallerKind.Person, id, userName, FrozenDictionary<string, GrantScope[]>.Empty);

    private static bool IsForMembers(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<MemberMark>() is not null;

    private static IMemberSessions? SessionsFor(HttpContext http) =>
        IsForMembers(http) || http.IsApi() ? http.RequestServices.GetService<IMemberSessions>() : null;

    private Caller Find(HttpContext http)
    {
        if (IsForMembers(http)) return Caller.Anonymous;
        var authorization = http.Request.Headers.Authorization;
        if (authorization is [{ } header] && TillKey.TryRead(header, out var key)) return TillOf(key);
        return PersonOf(http)?.Caller ?? Caller.Anonymous;
    }

    private Caller TillOf(TillKey key)
    {
        var till = access.Current.Tills.GetValueOrDefault(key.TillId);
        if (till is null || !key.Fits(till.KeyHash)) return Caller.Anonymous;
        sightings.Note(till.Id);
        return till.Caller;
    }
}
