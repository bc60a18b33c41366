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

/// <summary>
/// Writes an attempt to sign in into the audit trail; a good one forgets the failed ones and uses its code up. Called
/// by <see cref="SignInDesk"/> alone, it has no address.
/// </summary>
[SignedIn]
internal sealed class NoteSignIn(PlatformDb db, UserManager<Person> people)
    : UseCase<NoteSignIn.Input, NoteSignIn.Result>
{
    public sealed record Input(SignInStep Step, [property: Personal] string? Code = null) : IInput<Result>;

    public sealed record Result(bool Done);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var id = call.Caller.Id!.Value;
        var person = await db.People.SingleAsync(p => p.Id == id, cancel);
        if (input.Step != SignInStep.Done) return new Result(false);
        if (!person.Active) throw new Refusal("sign-in.failed", RefusalKind.SignInNeeded);
        if (input.Code is { } code) await UseUpAsync(person, code);
        SignInAttempts.Forget(person);
        person.LastSignInAt = call.At;
        return new Result(true);
    }

    private async Task UseUpAsync(Person person, string code)
    {
        // Two at once with the same code: the second finds it used.
        if (code == person.LastCode) throw new Refusal("sign-in.failed", RefusalKind.SignInNeeded);
        if ((await people.RedeemTwoFactorRecoveryCodeAsync(person, code)).Succeeded) return;
        person.LastCode = code;
    }
}
