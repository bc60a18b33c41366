using Microsoft.AspNetCore.Identity;
using RetailMember.Platform.Access;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>
/// Somebody leaves: every session ends with the next request. Roles stay as they were for the day of a return.
/// </summary>
[Needs("Platform.People.Change")]
internal sealed class DeactivatePerson(UserManager<Person> people, Powers powers, Changes changes)
    : UseCase<DeactivatePerson.Input, DeactivatePerson.Result>
{
    /// <param name="Return">True brings the person back; a new password has to be given then.</param>
    public sealed record Input(Guid Id, bool Return = false) : IInput<Result>;

    public sealed record Result(Guid Id, bool Active);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await changes.OfAccessAsync(cancel);
        var person = await powers.PersonWithinAsync(input.Id, call, cancel);
        if (!input.Return) await powers.RefuseIfLastAdministratorAsync(person.Id, cancel);
        person.Active = input.Return;
        person.PasswordHash = input.Return ? person.PasswordHash : null;
        await people.UpdateSecurityStampAsync(person);
        return new Result(person.Id, person.Active);
    }
}
