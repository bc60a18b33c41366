using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

internal enum SignInStep
{
    Failed,
    CodeNeeded,
    Done,
}

/// <summary>A code that let somebody in: the authenticator's, known by its step, or one of the recovery codes.</summary>
internal sealed record UsedCode(long? Step = null, [property: Personal] string? RecoveryCode = null);

/// <summary>
/// Writes an attempt to sign in into the audit trail; a good one forgets the failed ones and uses its code up. Called
/// by <see cref="SignInDesk"/> alone, it has no address.
/// </summary>
[SignedIn]
internal sealed class NoteSignIn(PlatformDb db, UserManager<Person> people)
    : UseCase<NoteSignIn.Input, NoteSignIn.Result>
{
    /// <param name="Used">What stood in for the second factor; null where none is asked for.</param>
    public sealed record Input(SignInStep Step, UsedCode? Used = null) : IInput<Result>;

    public sealed record Result(bool Done);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var id = call.Caller.Id!.Value;
        var person = await db.People.SingleAsync(p => p.Id == id, cancel);
        if (input.Step != SignInStep.Done) return new Result(false);
        if (!person.Active) throw new Refusal("sign-in.failed", RefusalKind.SignInNeeded);
        if (input.Used is { } used) await UseUpAsync(person, used);
        SignInAttempts.Forget(person);
        person.LastSignInAt = call.At;
        return new Result(true);
    }

    // Two at once with the same code: the second finds it used.
    private async Task UseUpAsync(Person person, UsedCode used)
    {
        var isFree = used.RecoveryCode is { } code
            ? (await people.RedeemTwoFactorRecoveryCodeAsync(person, code)).Succeeded
            : !(used.Step <= person.LastCodeStep);
        if (!isFree) throw new Refusal("sign-in.failed", RefusalKind.SignInNeeded);
        person.LastCodeStep = used.Step ?? person.LastCodeStep;
    }
}
