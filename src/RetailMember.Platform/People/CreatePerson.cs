using FluentValidation;
using Microsoft.AspNetCore.Identity;
using RetailMember.Brands;
using RetailMember.Platform.Access;
using RetailMember.Platform.Brands;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>
/// Takes somebody on with a first role: in the brand of the call or one of its stores, or in the whole chain. The
/// first password is told this once and must be changed at the first log-in.
/// </summary>
[Needs("Platform.People.Change")]
internal sealed class CreatePerson(UserManager<Person> people, Powers powers, PlatformDb db, Changes changes)
    : UseCase<CreatePerson.Input, CreatePerson.Result>
{
    /// <param name="Language">zh-Hans or en; null takes what the browser prefers.</param>
    public sealed record Input(
        string UserName, string DisplayName, string Role, string? StoreCode = null, string? Language = null)
        : IInput<Result>, IAtStore;

    /// <param name="Apart">Permissions that the role gives and that the caller has not himself; the audit trail names them.</param>
    public sealed record Result(Guid Id, string UserName, string FirstPassword, IReadOnlyList<string> Apart) : IAbout
    {
        string? IAbout.About => Apart.Count == 0 ? null : string.Join(", ", Apart);
    }

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var apart = powers.RefuseUnlessHeld(call.Caller, input.Role, call.Scope(), to: null);
        if (await people.FindByNameAsync(input.UserName) is not null)
            throw new Refusal("platform.user-name-taken", RefusalKind.Conflict, ("userName", input.UserName));
        var person = new Person
        {
            UserName = input.UserName,
            DisplayName = input.DisplayName,
            Language = input.Language,
            MustChangePassword = true,
            CreatedAt = call.At,
        };
        var password = await people.FirstPasswordAsync(person);
        (await people.CreateAsync(person, password)).OrRefuse("userName");
        db.Assignments.Add(new Assignment
        {
            PersonId = person.Id,
            Role = input.Role,
            BrandId = call.Brand?.Id ?? 0,
            StoreId = call.Store?.Id ?? 0,
        });
        await changes.OfAccessAsync(cancel);
        return new Result(person.Id, person.UserName, password, apart);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.UserName).Matches(@"\A[A-Za-z0-9][A-Za-z0-9._@-]*\z").WithErrorCode("field.code")
                .MinimumLength(2).MaximumLength(PlatformDb.CodeLength);
            RuleFor(i => i.DisplayName).DisplayName();
            RuleFor(i => i.Language).Language();
        }
    }
}
