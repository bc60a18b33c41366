using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.Platform.Security;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>From now on log-in asks for a code. Tells recovery codes once, for the day the phone is lost.</summary>
[SignedIn]
internal sealed class ConfirmAuthenticator(
    UserManager<Person> people, SignInAttempts attempts, PlatformDb db, TimeProvider time)
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
        person.LastCodeStep = StepOf(input.Code, person) ?? throw Refusal.Invalid("code", "field.authenticator-code");
        SignInAttempts.Forget(person);
        person.TwoFactorEnabled = true;
        return new Result([.. await people.GenerateNewTwoFactorRecoveryCodesAsync(person, Codes) ?? []]);
    }

    private long? StepOf(string code, Person person) => person.AuthenticatorKey is { } key
        ? TimeCodes.StepOf(code, key, time.GetUtcNow(), person.LastCodeStep)
        : null;
}
