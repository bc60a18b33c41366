using FluentValidation;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Value.Holds;

/// <summary>Sets an amount of a card aside for a bill that is not final: a table, an order.</summary>
[Needs(StoredValuePermissions.ChargeCards)]
internal sealed class HoldAmount(CardHolding holding) : UseCase<HoldAmount.Input, HoldView>
{
    protected override async Task<HoldView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (hold, card) = await holding.HoldAsync(new HoldOrder(input.Card, input.ToBill(), input.ReceiptNo), call, cancel);
        return HoldView.Of(hold, card);
    }

    internal sealed record Input : BillForm, IInput<HoldView>, IKeyed
    {
        /// <summary>Its number as scanned or typed.</summary>
        [Personal]
        public required string Card { get; init; }

        string IKeyed.BusinessKey => ReceiptNo;
    }

    internal sealed class Rules : BillRules<Input>
    {
        public Rules() => RuleFor(i => i.Card).Must(IsNumber).WithErrorCode("storedvalue.cards-out-of-range");
    }
}
