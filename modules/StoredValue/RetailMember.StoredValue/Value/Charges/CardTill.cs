using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Value.Charges;

/// <summary>Pays bills with cards, for a quote or for good. Both decide alike, one bill after the other.</summary>
internal sealed class CardTill(
    StoredValueDb db, CardBooks books, CardNumbers numbers, GuessGate gate, ChargeBounds bounds)
{
    public Task<IReadOnlyList<BillOutcome>> QuoteAsync(IReadOnlyList<CardBill> bills, CancellationToken cancel) =>
        DecideAsync(bills, books.ReadAsync, cancel);

    public async Task<IReadOnlyList<BillOutcome>> SettleAsync(IReadOnlyList<CardBill> bills, CancellationToken cancel)
    {
        CardBook? opened = null;
        var outcomes = await DecideAsync(
            bills, async (indexes, c) => opened = await books.OpenAsync(indexes, c), cancel);
        if (opened is not null) await opened.SaveAsync(cancel);
        return outcomes;
    }

    private async Task<IReadOnlyList<BillOutcome>> DecideAsync(
        IReadOnlyList<CardBill> bills,
        Func<IReadOnlyCollection<string>, CancellationToken, Task<CardBook>> open,
        CancellationToken cancel)
    {
        var shut = await gate.OpenAsync(bills.Select(b => b.Call), cancel);
        var asked = bills.Select(b => b.Cards.Select(c => numbers.IndexOf(c.Number)).ToArray()).ToArray();
        string[] indexes = [.. asked.SelectMany(a => a).OfType<string>().Distinct()];
        var book = await open(indexes, cancel);
        var replaced = await ReplacedAsync([.. indexes.Where(i => book.Find(i) is null)], cancel);
        var paying = bills.SelectMany(
            (bill, i) => asked[i].OfType<string>().Select(book.Find).OfType<OpenCard>().Select(card => (card, bill.Occasion)));
        var bound = await bounds.OfAsync([.. paying], cancel);
        var outcomes = new List<BillOutcome>(bills.Count);
        foreach (var (i, bill) in bills.Index())
        {
            var outcome = shut.Fault(bill.Call) is { } no
                ? BillOutcome.Refused(no)
                : Decide(bill, asked[i], book, bound, replaced);
            if (outcome.Refusal?.Code == CardRefusals.NotUsable) await gate.NoteAsync(bill.Call);
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    private static BillOutcome Decide(
        CardBill bill, string?[] indexes, CardBook book, BoundCards bound, HashSet<string> replaced)
    {
        var cards = new List<(CardAsked Asked, OpenCard Card)>(indexes.Length);
        foreach (var (i, index) in indexes.Index())
        {
            if (index is not null && replaced.Contains(index)) return BillOutcome.Refused(CardRefusals.Replaced());
            if (index is null || book.Find(index) is not { } card) return BillOutcome.Refused(CardRefusals.Unusable());
            if (CardRefusals.OfState(card.Card) is { } fault) return BillOutcome.Refused(fault);
            if (cards.Exists(c => c.Card == card))
                return BillOutcome.Refused(new Refusal("storedvalue.card-twice", RefusalKind.Conflict));
            cards.Add((bill.Cards[i], card));
        }

        var occasion = bill.Occasion;
        if (!bill.InOrderGiven)
            cards = [.. cards.OrderBy(c => c.Card.NextExpiry(occasion.On) ?? DateOnly.MaxValue)
                .ThenBy(c => c.Card.Card.Available.TotalFen)];
        var open = new OpenBill(bill.Lines);
        var asked = bill.WholeBill ? open.LeftFen : 0;
        List<CardShare> shares = [];
        foreach (var (wanted, card) in cards)
        {
            var share = open.Pay(card, occasion, Math.Min(wanted.AmountFen ?? long.MaxValue, bound.Of(card, occasion).LeftFen));
            if (wanted.AmountFen is { } exact && share.TotalFen < exact)
                return Short(exact, share.TotalFen, share);
            if (!bill.WholeBill && share.TotalFen == 0)
                return Short(Math.Max(1, open.LeftFen), 0, share);
            shares.Add(share);
        }

        if (bill.WholeBill && open.LeftFen > 0)
            return Short(asked, asked - open.LeftFen, [.. shares]);
        foreach (var share in shares) bound.Of(share.Card, occasion).Pay(share.TotalFen);
        var order = new MoveOrder(CardMoveKind.Charged, occasion, bill.Reference);
        if (bill.Receipt is { } receipt) order = order with { BillId = receipt, IsOfReceipt = true };
        return new BillOutcome(
            order.BillId,
            [
                .. shares.Where(s => s.TotalFen > 0)
                    .Select(s => new CardPaid(book.Add(s.Card, order, [.. s.Parts]).Move, s.Card.Card, s.LineFen)),
            ]);

        BillOutcome Short(long askedFen, long payableFen, params CardShare[] by) => BillOutcome.Refused(
            by.Select(s => bound.Of(s.Card, occasion).ReasonAt(s.TotalFen)).FirstOrDefault(r => r is not null)
            ?? CardRefusals.Short(askedFen, payableFen, HeldOn(by.Select(s => s.Card), occasion)));
    }

    private static long HeldOn(IEnumerable<OpenCard> cards, CardOccasion occasion) =>
        cards.SelectMany(c => c.Loads).Where(l => l.IsValidOn(occasion.On)).Sum(l => l.Row.Left.TotalFen);

    private async Task<HashSet<string>> ReplacedAsync(string[] indexes, CancellationToken cancel) => indexes.Length == 0
        ? []
        : [.. await db.ReplacedNumbers.Where(n => EF.Parameter(indexes).Contains(n.NumberIndex))
            .Select(n => n.NumberIndex).ToListAsync(cancel)];
}

/// <summary>A bill, or a part of one, that is to be paid with cards.</summary>
/// <param name="Call">Who asks.</param>
/// <param name="Reference">What the cards' journals say of it.</param>
/// <param name="Cards">At least one.</param>
internal sealed record CardBill(
    CallContext Call, CardOccasion Occasion, string Reference, IReadOnlyList<BillLine> Lines, IReadOnlyList<CardAsked> Cards)
{
    /// <summary>In the order given; otherwise what expires first, then what holds least.</summary>
    public bool InOrderGiven { get; init; }

    /// <summary>The member's receipt that it belongs to, with which alone it is given back; null: a bill of its own.</summary>
    public Guid? Receipt { get; init; }

    /// <summary>The cards must pay all of it, and none pays more than is needed; otherwise each must pay something.</summary>
    public bool WholeBill { get; init; }
}

/// <param name="Number">As scanned or typed.</param>
/// <param name="AmountFen">Exactly so much; null: as much as it can.</param>
internal sealed record CardAsked(string Number, long? AmountFen = null);

/// <summary>What became of a bill.</summary>
/// <param name="BillId">What it is given back by.</param>
/// <param name="Paid">By card, in the order in which they paid; a card that was not needed is left out.</param>
internal sealed record BillOutcome(Guid BillId, IReadOnlyList<CardPaid> Paid, Refusal? Refusal = null)
{
    public static BillOutcome Refused(Refusal refusal) => new(Guid.Empty, [], refusal);
}

/// <param name="LineFen">By line of the bill.</param>
internal sealed record CardPaid(CardMove Move, Card Card, IReadOnlyList<long> LineFen);
