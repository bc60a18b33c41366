using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Platform.Data;

namespace RetailMember.Platform.People;

/// <summary>
/// Counts an attempt before the password is looked at, in one guarded update: of a hundred parallel guesses only the
/// allowed number is looked at. The last allowed one locks; a right password unlocks.
/// </summary>
internal sealed class SignInAttempts(PlatformDb db, DataSession session, TimeProvider time)
{
    public const int Allowed = 5;

    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    /// <summary>False when the person is locked or has left.</summary>
    public async Task<bool> TakeAsync(Guid personId, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        DateTime? until = now + Lockout;
        await session.BeginAsync(cancel);
        var taken = await db.People
            .Where(p => p.Id == personId && p.Active && (p.LockedUntil == null || p.LockedUntil <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(p => p.FailedAttempts, p => p.LockedUntil != null ? 1 : p.FailedAttempts + 1)
                    .SetProperty(
                        p => p.LockedUntil,
                        p => p.LockedUntil == null && p.FailedAttempts + 1 >= Allowed ? until : null),
                cancel);
        await session.CommitAsync(cancel);
        return taken == 1;
    }
}
