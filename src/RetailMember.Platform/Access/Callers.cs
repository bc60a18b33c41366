using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using RetailMember.Http;
using RetailMember.People;
using RetailMember.Platform.People;
using RetailMember.Platform.Tills;

namespace RetailMember.Platform.Access;

/// <summary>
/// Finds out who makes a request, from memory alone: a till by its key, a person by cookie (pages) or bearer token
/// (API). A badge whose stamp is no longer the person's counts for nothing.
/// </summary>
internal sealed class Callers(AccessDirectory access, TillSightings sightings, TimeProvider time) : ICallers
{
    private static readonly object Key = new();

    public ValueTask<Caller> OfAsync(HttpContext http) => ValueTask.FromResult(Of(http));

    public Caller Of(HttpContext http)
    {
        if (http.Items[Key] is not Caller caller) http.Items[Key] = caller = Find(http);
        return caller;
    }

    /// <summary>The signed-in person of a request; null for a till and for nobody.</summary>
    public PersonAccess? PersonOf(HttpContext http) =>
        Badge.Read(http.User, time.GetUtcNow()) is { } badge
        && access.Current.People.TryGetValue(badge.Id, out var person)
        && person.SecurityStamp == badge.Stamp
            ? person
            : null;

    /// <summary>A person without any right: who stands at the door.</summary>
    public static Caller Bare(Guid id, string userName) =>
        new(CallerKind.Person, id, userName, FrozenDictionary<string, GrantScope[]>.Empty);

    private Caller Find(HttpContext http)
    {
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
