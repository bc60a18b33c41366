using FluentValidation;
using RetailMember.Settings;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Value.Holds;

/// <summary>Sets an amount of a card aside for a bill that is not final: a table, an order.</summary>
[Needs(StoredValuePermissions.ChargeCards)]
internal sealed class HoldAmount(
    CardBooks books, CardNumbers numbers, GuessGate gate, CardFinder finder, HoldShelf shelf, ChargeBounds bounds,
    ISettings settings)
    : UseCase<HoldAmount.Input, HoldView>
{
    public const string HoursSetting = "StoredValue.HoldHours";

    protected override async Task<HoldView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        call.RequireStore();
        if ((await gate.OpenAsync([call], cancel)).Fault(call) is { } tooMany) throw tooMany;
        var index = numbers.IndexOf(input.Card);
        var book = await books.OpenAsync(index is null ? [] : [index], cancel);
        if (index is null || book.Find(index) is not { } card) throw await finder.UnknownAsync(index, call, cancel);
        if (CardRefusals.OfState(card.Card) is { } fault)
        {
            if (fault.Code == CardRefusals.NotUsable) await gate.NoteAsync(call);
            throw fault;
        }

        var occasion = CardOccasion.Of(call);
        var bound = (await bounds.OfAsync([(card, occasion)], cancel)).Of(card, occasion);
        var share = new OpenBill(input.ToBill()).Pay(card, occasion, Math.Min(input.Amount.Fen, bound.LeftFen));
        if (share.TotalFen < input.Amount.Fen)
            throw bound.ReasonAt(share.TotalFen) ?? CardRefusals.Short(
                input.Amount.Fen, share.TotalFen,
                card.Loads.Where(l => l.IsValidOn(occasion.On)).Sum(l => l.Row.Left.TotalFen));
        var (move, _) = book.Add(
            card, new MoveOrder(CardMoveKind.Held, occasion, input.ReceiptNo),
            [.. share.Parts.Select(p => p with { Frozen = -p.Available })]);
        var hold = shelf.Make(move, share, call, (int)settings.WholeNumber(HoursSetting, call.RequiredBrand.Id));
        await book.SaveAsync(cancel);
        await shelf.AddAsync(hold, cancel);
        return HoldView.Of(hold, card.Card);
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
