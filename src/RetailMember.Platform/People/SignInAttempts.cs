using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>
/// Counts an attempt before the password is looked at, in one guarded update: of a hundred parallel guesses only the
/// allowed number is looked at. The last allowed one locks; a right password unlocks.
/// </summary>
internal sealed class SignInAttempts(PlatformDb db, DataSession session, TimeProvider time)
{
    public const int Allowed = 5;

    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    /// <summary>A person who proved himself starts from none again; saved with the command that asked for the proof.</summary>
    public static void Forget(Person person)
    {
        person.FailedAttempts = 0;
        person.LockedUntil = null;
    }

    /// <summary>
    /// For commands that ask a signed-in person for password or code once more: a borrowed screen is no place to guess.
    /// A locked account is refused in the words of a wrong password.
    /// </summary>
    public async Task TakeOrRefuseAsync(Guid personId, string field, string text, CancellationToken cancel)
    {
        if (!await TakeAsync(personId, cancel)) throw Refusal.Invalid(field, text);
    }

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
