using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>The language in which the house speaks to the person who asks, on every device.</summary>
[SignedIn]
internal sealed class ChangeOwnLanguage(PlatformDb db, Changes changes) : UseCase<ChangeOwnLanguage.Input, ChangeOwnLanguage.Result>
{
    /// <param name="Language">zh-Hans or en; null takes what the browser prefers.</param>
    public sealed record Input(string? Language) : IInput<Result>;

    public sealed record Result(string? Language);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var id = call.OwnPersonId();
        var person = await db.People.SingleAsync(p => p.Id == id, cancel);
        person.Language = input.Language;
        await changes.OfAccessAsync(cancel);
        return new Result(person.Language);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Language).Language();
    }
}
