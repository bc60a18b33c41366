using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RetailMember.Pages.Display;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>
/// Begins to protect the own account with an authenticator app: a new key as text and QR code. Holds once
/// <see cref="ConfirmAuthenticator"/> has seen a code made with it.
/// </summary>
[SignedIn]
internal sealed class SetUpAuthenticator(UserManager<Person> people, PlatformDb db)
    : UseCase<SetUpAuthenticator.Input, SetUpAuthenticator.Result>
{
    public sealed record Input : IInput<Result>;

    /// <param name="Key">For typing into the app.</param>
    /// <param name="QrCode">A PNG image as a data address.</param>
    public sealed record Result(string Key, string QrCode);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var id = call.OwnPersonId();
        var person = await db.People.SingleAsync(p => p.Id == id, cancel);
        if (person.TwoFactorEnabled) throw new Refusal("platform.authenticator-on", RefusalKind.Conflict);
        person.AuthenticatorKey = people.GenerateNewAuthenticatorKey();
        person.LastCodeStep = null;
        return new Result(person.AuthenticatorKey, QrImage.Of(AuthenticatorAddress.Of(person.UserName, person.AuthenticatorKey)));
    }
}
