using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>Log-in asks for no code any more. Wants the password: an open screen is not enough.</summary>
[SignedIn]
internal sealed class RemoveAuthenticator(
    UserManager<Person> people, SignInAttempts attempts, PlatformDb db)
    : UseCase<RemoveAuthenticator.Input, RemoveAuthenticator.Result>
{
    public sealed record Input([property: Personal] string Password) : IInput<Result>;

    public sealed record Result(Guid Id);

    protected override Task BeforeAsync(Input input, CallContext call, CancellationToken cancel) =>
        attempts.TakeOrRefuseAsync(call.OwnPersonId(), "password", "field.password-mismatch", cancel);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var id = call.OwnPersonId();
        var person = await db.People.SingleAsync(p => p.Id == id, cancel);
        if (!await people.CheckPasswordAsync(person, input.Password))
            throw Refusal.Invalid("password", "field.password-mismatch");
        SignInAttempts.Forget(person);
        person.TwoFactorEnabled = false;
        person.AuthenticatorKey = null;
        person.RecoveryCodes = null;
        return new Result(person.Id);
    }
}
