using FluentValidation;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Value.Holds;

/// <summary>
/// Pays a bill out of what was set aside for it, wholly or less; the rest comes back to the card. It pays for the same goods
/// and at the same stores as the card would.
/// </summary>
[Needs(StoredValuePermissions.ChargeCards)]
internal sealed class CaptureHold(CardHolding holding) : UseCase<CaptureHold.Input, HoldView>
{
    protected override async Task<HoldView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var captured = await holding.CaptureAsync(input.Hold, input.ToBill(), call, cancel);
        return HoldView.Of(captured.Hold, captured.Card.Card);
    }

    internal sealed record Input : IInput<HoldView>, IKeyed, IAtStore, IBillLines
    {
        public required Guid Hold { get; init; }

        /// <summary>Drawn by whoever asks; the same key captures once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        /// <summary>Yuan; at most what was set aside.</summary>
        public required Money Amount { get; init; }

        /// <summary>What the amount is made of; without them value for certain goods does not count.</summary>
        public IReadOnlyList<BillFormLine> Lines { get; init; } = [];

        string IKeyed.BusinessKey => Key;
    }

    internal sealed class Rules : BillLineRules<Input>
    {
        public Rules() => RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
    }
}
