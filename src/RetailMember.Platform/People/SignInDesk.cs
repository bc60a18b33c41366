using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using RetailMember.Platform.Access;
using RetailMember.Platform.Data;
using RetailMember.Platform.Security;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>
/// Lets people in. A wrong name, a wrong password and a locked account are refused in the same words and after whole
/// beats of time; only the right password learns that a code is wanted.
/// </summary>
internal sealed class SignInDesk(
    PlatformDb db,
    UserManager<Person> people,
    SignInAttempts attempts,
    UseCaseEntry entry,
    AccessDirectory access,
    TimeProvider time,
    ILogger<SignInDesk> log)
{
    /// <summary>The refusal of whoever gave the right password and still has to give a code.</summary>
    public const string CodeNeeded = "sign-in.code-needed";

    /// <summary>Longer than any of the ways to fail usually takes by itself.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(300);

    private static readonly Person Nobody = new() { UserName = "", DisplayName = "" };

    private static readonly string NobodysHash = new PasswordHasher<Person>().HashPassword(Nobody, Passwords.Random());

    /// <param name="code">Of the authenticator, or a recovery code; null where none was asked for yet.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<ClaimsPrincipal> CheckAsync(
        string userName, string password, string? code, Channel channel, CancellationToken cancel) =>
        InEqualTimeAsync(() => CheckPasswordAsync(userName, password, code, channel, cancel), cancel);

    /// <summary>The second of two steps, for somebody whose password was right a moment ago.</summary>
    public Task<ClaimsPrincipal> CheckCodeAsync(
        Guid personId, string code, Channel channel, CancellationToken cancel) =>
        InEqualTimeAsync(() => CheckSecondStepAsync(personId, code, channel, cancel), cancel);

    /// <summary>A fresh badge for somebody whose badge is void because he just changed his own password.</summary>
    public ClaimsPrincipal Renew(Guid personId)
    {
        var person = access.Current.People[personId];
        return BadgeOf(person.Id, person.UserName, person.SecurityStamp);
    }

    private static async Task<ClaimsPrincipal> InEqualTimeAsync(
        Func<Task<ClaimsPrincipal>> check, CancellationToken cancel)
    {
        var since = Stopwatch.GetTimestamp();
        try
        {
            return await check();
        }
        catch (Refusal)
        {
            await Task.Delay(RestOfBeat(Stopwatch.GetElapsedTime(since)), cancel);
            throw;
        }
    }

    /// <summary>Whatever a failure took, a busy host included, it ends with a beat: the difference is not to be seen.</summary>
    internal static TimeSpan RestOfBeat(TimeSpan elapsed) => TimeSpan.FromTicks(Beat.Ticks - (elapsed.Ticks % Beat.Ticks));

    private async Task<ClaimsPrincipal> CheckPasswordAsync(
        string userName, string password, string? code, Channel channel, CancellationToken cancel)
    {
        var normalized = people.NormalizeName(userName);
        var person = await db.People.AsNoTracking()
            .SingleOrDefaultAsync(p => p.NormalizedUserName == normalized, cancel);
        // The same steps for a name that nobody has: an attempt of nobody, a hash of nobody.
        if (!await attempts.TakeAsync(person?.Id ?? Guid.Empty, cancel) || person is null)
        {
            // Without what was typed: people type passwords into the wrong field.
            log.LogWarning("A log-in failed: {Reason}", person is null ? "unknown name" : "locked or gone");
            people.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password);
            throw Failed();
        }

        var right = await people.CheckPasswordAsync(person, password);
        if (right && person.TwoFactorEnabled && code is null)
        {
            await NoteAsync(person, new NoteSignIn.Input(SignInStep.CodeNeeded), channel, cancel);
            throw new Refusal(CodeNeeded, RefusalKind.SignInNeeded);
        }

        if (!right) return await RefuseAsync(person, channel, cancel);
        return person.TwoFactorEnabled
            ? await CheckCodeAsync(person, code!, channel, cancel)
            : await LetInAsync(person, null, channel, cancel);
    }

    private async Task<ClaimsPrincipal> CheckSecondStepAsync(
        Guid personId, string code, Channel channel, CancellationToken cancel)
    {
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, cancel);
        if (!await attempts.TakeAsync(person.Id, cancel)) throw Failed();
        return await CheckCodeAsync(person, code, channel, cancel);
    }

    private Task<ClaimsPrincipal> CheckCodeAsync(Person person, string code, Channel channel, CancellationToken cancel) =>
        Recognise(person, code) is { } used
            ? LetInAsync(person, used, channel, cancel)
            : RefuseAsync(person, channel, cancel);

    private UsedCode? Recognise(Person person, string code)
    {
        if (person.AuthenticatorKey is { } key
            && TimeCodes.StepOf(code, key, time.GetUtcNow(), person.LastCodeStep) is { } step) return new UsedCode(step);
        return (person.RecoveryCodes ?? "").Split(PersonStore.Separator, StringSplitOptions.RemoveEmptyEntries).Contains(code)
            ? new UsedCode(RecoveryCode: code)
            : null;
    }

    private async Task<ClaimsPrincipal> RefuseAsync(Person person, Channel channel, CancellationToken cancel)
    {
        await NoteAsync(person, new NoteSignIn.Input(SignInStep.Failed), channel, cancel);
        throw Failed();
    }

    private async Task<ClaimsPrincipal> LetInAsync(
        Person person, UsedCode? used, Channel channel, CancellationToken cancel)
    {
        var noted = await NoteAsync(person, new NoteSignIn.Input(SignInStep.Done, used), channel, cancel);
        return noted.Accepted ? BadgeOf(person.Id, person.UserName, person.SecurityStamp) : throw Failed();
    }

    private ClaimsPrincipal BadgeOf(Guid id, string userName, string stamp) =>
        new Badge(id, userName, stamp, time.GetUtcNow()).ToPrincipal();

    private static Refusal Failed() => new("sign-in.failed", RefusalKind.SignInNeeded);

    private Task<Outcome<NoteSignIn.Result>> NoteAsync(
        Person person, NoteSignIn.Input input, Channel channel, CancellationToken cancel) =>
        entry.TryAsync(input, new CallContext(Callers.Bare(person.Id, person.UserName), channel), cancel);
}
