using RetailMember.Platform.Access;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>Lets a person who was locked after wrong passwords try again at once.</summary>
[Needs("Platform.People.Change")]
internal sealed class UnlockPerson(Powers powers) : UseCase<UnlockPerson.Input, UnlockPerson.Result>
{
    public sealed record Input(Guid Id) : IInput<Result>;

    public sealed record Result(Guid Id);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var person = await powers.PersonWithinAsync(input.Id, call, cancel);
        person.FailedAttempts = 0;
        person.LockedUntil = null;
        return new Result(person.Id);
    }
}
