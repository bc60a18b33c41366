using FluentValidation;
using RetailMember.Platform.Access;
using RetailMember.Platform.Brands;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>Name shown and language of a person.</summary>
[Needs("Platform.People.Change")]
internal sealed class ChangePerson(Powers powers, Changes changes) : UseCase<ChangePerson.Input, ChangePerson.Result>
{
    public sealed record Input(Guid Id, string DisplayName, string? Language = null) : IInput<Result>;

    public sealed record Result(Guid Id);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var person = await powers.PersonWithinAsync(input.Id, call, cancel);
        person.DisplayName = input.DisplayName;
        person.Language = input.Language;
        await changes.OfAccessAsync(cancel);
        return new Result(person.Id);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.DisplayName).DisplayName();
            RuleFor(i => i.Language).Language();
        }
    }
}
