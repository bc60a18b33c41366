using Microsoft.AspNetCore.Http;

namespace RetailMember.People;

/// <summary>
/// Knows members by what they send: a cookie with pages for members, <c>Authorization: Member TOKEN</c> with the API.
/// Implemented by the module that logs members in.
/// </summary>
public interface IMemberSessions
{
    /// <summary>
    /// The session that a request claims, its token being genuine, without asking whether it still runs: what a limit counts
    /// by. Null where there is none.
    /// </summary>
    Guid? Claimed(HttpContext http);

    /// <summary>The member, while his session runs and he is one; null otherwise.</summary>
    ValueTask<Caller?> FindAsync(HttpContext http);
}
