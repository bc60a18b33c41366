using FluentValidation;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Value.Charges;

/// <summary>
/// Pays a bill with one card or several, wholly or not at all, at a till that settles by itself. The receipt number is
/// the business key within its store: a till that asks twice gets its first answer.
/// </summary>
[Needs(StoredValuePermissions.ChargeCards)]
internal sealed class ChargeCards(CardTill till) : BatchUseCase<ChargeCards.Input, ChargeCards.Result>
{
    private const int MostCards = 10;

    protected override async Task RunAsync(IReadOnlyList<BatchCall<Input, Result>> calls, CancellationToken cancel)
    {
        foreach (var call in calls)
            if (StoreRules.FaultOf(call.Context) is { } no) call.Refuse(no);
        BatchCall<Input, Result>[] open = [.. calls.Where(c => c.Open)];
        if (open.Length == 0) return;
        var outcomes = await till.SettleAsync([.. open.Select(c => BillOf(c.Input, c.Context))], cancel);
        foreach (var (call, outcome) in open.Zip(outcomes))
        {
            if (outcome.Refusal is { } no) call.Refuse(no);
            else call.Answer(new Result(outcome.BillId, call.Input.Amount, [.. outcome.Paid.Select(p => CardSlip.Of(p.Move, p.Card))]));
        }
    }

    private static CardBill BillOf(Input input, CallContext call) => new(
        call, CardOccasion.Of(call), input.ReceiptNo, input.ToBill(), [.. input.Cards.Select(c => new CardAsked(c))])
    {
        InOrderGiven = input.InOrderGiven,
        WholeBill = true,
    };

    internal sealed record Input : BillForm, IInput<Result>, IKeyed
    {
        /// <summary>Numbers as scanned or typed.</summary>
        [Personal]
        public required IReadOnlyList<string> Cards { get; init; }

        /// <summary>Takes them in this order; otherwise what expires first goes first, then what holds least.</summary>
        public bool InOrderGiven { get; init; }

        string IKeyed.BusinessKey => ReceiptNo;
    }

    /// <param name="Bill">What it is given back by.</param>
    /// <param name="Paid">Yuan.</param>
    /// <param name="Slips">One per card that paid.</param>
    internal sealed record Result(Guid Bill, Money Paid, IReadOnlyList<CardSlip> Slips);

    internal sealed class Rules : BillRules<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Cards).Must(c => c.Count is >= 1 and <= MostCards && c.All(IsNumber))
                .WithErrorCode("storedvalue.cards-out-of-range");
        }
    }
}
