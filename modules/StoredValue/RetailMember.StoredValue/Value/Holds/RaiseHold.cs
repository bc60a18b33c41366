using FluentValidation;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Value.Holds;

/// <summary>
/// Sets more of a card aside for a bill that grows: the same hold keeps all of it, and lasts anew. It is bounded as what a
/// card pays is, with what the hold keeps already.
/// </summary>
[Needs(StoredValuePermissions.ChargeCards)]
internal sealed class RaiseHold(CardHolding holding) : UseCase<RaiseHold.Input, HoldView>
{
    protected override async Task<HoldView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var raised = await holding.RaiseAsync(input.Hold, input.ToBill(), call, cancel);
        return HoldView.Of(raised.Hold, raised.Card.Card);
    }

    internal sealed record Input : IInput<HoldView>, IKeyed, IAtStore, IBillLines
    {
        public required Guid Hold { get; init; }

        /// <summary>Drawn by whoever asks; the same key raises once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        /// <summary>Yuan that are added to what is set aside.</summary>
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
