using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>A person chooses his own password; every other session of his ends.</summary>
[SignedIn]
internal sealed class ChangeOwnPassword(
    UserManager<Person> people, SignInAttempts attempts, PlatformDb db, Changes changes)
    : UseCase<ChangeOwnPassword.Input, ChangeOwnPassword.Result>
{
    public sealed record Input(
        [property: Personal] string CurrentPassword, [property: Personal] string NewPassword) : IInput<Result>;

    public sealed record Result(Guid Id);

    protected override Task BeforeAsync(Input input, CallContext call, CancellationToken cancel) =>
        attempts.TakeOrRefuseAsync(call.OwnPersonId(), "currentPassword", "field.password-mismatch", cancel);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var id = call.OwnPersonId();
        var person = await db.People.SingleAsync(p => p.Id == id, cancel);
        if (input.NewPassword == input.CurrentPassword) throw Refusal.Invalid("newPassword", "field.same-as-before");
        var result = await people.ChangePasswordAsync(person, input.CurrentPassword, input.NewPassword);
        if (result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch)))
            throw Refusal.Invalid("currentPassword", "field.password-mismatch");
        result.OrRefuse("newPassword");
        SignInAttempts.Forget(person);
        person.MustChangePassword = false;
        await changes.OfAccessAsync(cancel);
        return new Result(person.Id);
    }
}
