using Microsoft.AspNetCore.Identity;
using RetailMember.Platform.Access;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>
/// Gives a person a new random password, told this once, to be changed at the next log-in. Ends every session and
/// unlocks; <c>resetAuthenticator</c> also forgets a lost authenticator.
/// </summary>
[Needs("Platform.People.Change")]
internal sealed class ResetPassword(UserManager<Person> people, Powers powers, Changes changes)
    : UseCase<ResetPassword.Input, ResetPassword.Result>
{
    public sealed record Input(Guid Id, bool ResetAuthenticator = false) : IInput<Result>;

    public sealed record Result(Guid Id, string UserName, string FirstPassword);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var person = await powers.PersonWithinAsync(input.Id, call, cancel);
        var password = await people.FirstPasswordAsync(person);
        person.PasswordHash = null;
        (await people.AddPasswordAsync(person, password)).OrRefuse("id");
        person.MustChangePassword = true;
        person.FailedAttempts = 0;
        person.LockedUntil = null;
        if (input.ResetAuthenticator)
        {
            person.TwoFactorEnabled = false;
            person.AuthenticatorKey = null;
            person.RecoveryCodes = null;
        }

        await changes.OfAccessAsync(cancel);
        return new Result(person.Id, person.UserName, password);
    }
}
