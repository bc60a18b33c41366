using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.Events;

/// <summary>
/// Gives up all that waits for a subscriber whom no module brings any more, for a plug-in that was removed for good.
/// What a module that is there has not handled yet cannot be dropped this way.
/// </summary>
[Needs("Platform.Events.Drop")]
internal sealed class DropEventsOf(PlatformDb db, SubscriberList subscribers)
    : UseCase<DropEventsOf.Input, DropEventsOf.Result>
{
    public sealed record Input(string Subscriber) : IInput<Result>;

    public sealed record Result(string Subscriber, int Dropped);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (subscribers.IsKnown(input.Subscriber))
            throw new Refusal("platform.subscriber-is-there", RefusalKind.Conflict, ("subscriber", input.Subscriber));
        var dropped = await db.AcrossBrands<OutboxRow>()
            .Where(r => r.Subscriber == input.Subscriber).ExecuteDeleteAsync(cancel);
        return new Result(input.Subscriber, dropped);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Subscriber).NotEmpty().MaximumLength(OutboxRow.SubscriberLength);
    }
}
