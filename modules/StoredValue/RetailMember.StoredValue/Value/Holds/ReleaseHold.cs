using FluentValidation;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Value.Holds;

/// <summary>Gives back to the card all that was set aside.</summary>
[Needs(StoredValuePermissions.ChargeCards)]
internal sealed class ReleaseHold(CardHolding holding) : UseCase<ReleaseHold.Input, HoldView>
{
    protected override async Task<HoldView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var released = await holding.ReleaseAsync(input.Hold, call, cancel);
        return HoldView.Of(released.Hold, released.Card.Card);
    }

    internal sealed record Input : IInput<HoldView>, IKeyed, IAtStore
    {
        public required Guid Hold { get; init; }

        /// <summary>Drawn by whoever asks; the same key releases once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
    }
}
