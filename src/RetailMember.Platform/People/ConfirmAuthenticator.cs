using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>From now on log-in asks for a code. Tells recovery codes once, for the day the phone is lost.</summary>
[SignedIn]
internal sealed class ConfirmAuthenticator(
    UserManager<Person> people, SignInAttempts attempts, PlatformDb db)
    : UseCase<ConfirmAuthenticator.Input, ConfirmAuthenticator.Result>
{
    private const int Codes = 8;

    public sealed record Input([property: Personal] string Code) : IInput<Result>;

    public sealed record Result(IReadOnlyList<string> RecoveryCodes);

    protected override Task BeforeAsync(Input input, CallContext call, CancellationToken cancel) =>
        attempts.TakeOrRefuseAsync(call.OwnPersonId(), "code", "field.authenticator-code", cancel);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var id = call.OwnPersonId();
        var person = await db.People.SingleAsync(p => p.Id == id, cancel);
        if (person.TwoFactorEnabled) throw new Refusal("platform.authenticator-on", RefusalKind.Conflict);
        if (person.AuthenticatorKey is null
            || !await people.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, input.Code))
            throw Refusal.Invalid("code", "field.authenticator-code");
        SignInAttempts.Forget(person);
        person.TwoFactorEnabled = true;
        person.LastCode = input.Code;
        return new Result([.. await people.GenerateNewTwoFactorRecoveryCodesAsync(person, Codes) ?? []]);
    }
}
