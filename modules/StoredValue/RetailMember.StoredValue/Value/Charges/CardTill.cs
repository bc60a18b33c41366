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
        var (shares, no) = bill.WholeBill ? Together(bill, [.. cards.Select(c => c.Card)], bound) : Each(bill, cards, bound);
        if (no is not null) return BillOutcome.Refused(no);
        foreach (var share in shares) bound.Of(share.Card, occasion).Pay(share.TotalFen);
        var order = new MoveOrder(CardMoveKind.Charged, occasion, bill.Reference);
        if (bill.Receipt is { } receipt) order = order with { BillId = receipt, IsOfReceipt = true };
        return new BillOutcome(
            order.BillId,
            [
                .. shares.Where(s => s.TotalFen > 0)
                    .Select(s => new CardPaid(book.Add(s.Card, order, [.. s.Parts]).Move, s.Card.Card, s.LineFen)),
            ]);
    }

    /// <summary>All of the bill: one card after the other, or else each what the others cannot pay.</summary>
    private static (IReadOnlyList<CardShare> Shares, Refusal? Fault) Together(
        CardBill bill, IReadOnlyList<OpenCard> cards, BoundCards bound)
    {
        var open = new OpenBill(bill.Lines);
        var asked = open.LeftFen;
        IReadOnlyList<CardShare> shares =
            [.. cards.Select(c => open.Pay(c, bill.Occasion, bound.Of(c, bill.Occasion).LeftFen))];
        if (open.LeftFen == 0) return (shares, null);
        shares = BillSplit.Of(
            bill.Lines, [.. cards.Select(c => (c, Purse.Of(c, bill.Occasion, bound.Of(c, bill.Occasion).LeftFen)))]);
        return (shares, Fault(bill, bound, asked, shares));
    }

    /// <summary>Each card what is asked of it, or as much as it can.</summary>
    private static (IReadOnlyList<CardShare> Shares, Refusal? Fault) Each(
        CardBill bill, IReadOnlyList<(CardAsked Asked, OpenCard Card)> cards, BoundCards bound)
    {
        var open = new OpenBill(bill.Lines);
        List<CardShare> shares = [];
        foreach (var (wanted, card) in cards)
        {
            var left = open.LeftFen;
            shares.Add(open.Pay(
                card, bill.Occasion, Math.Min(wanted.AmountFen ?? long.MaxValue, bound.Of(card, bill.Occasion).LeftFen)));
            if (wanted.AmountFen is null && shares[^1].TotalFen > 0) continue;
            if (Fault(bill, bound, wanted.AmountFen ?? Math.Max(1, left), [shares[^1]]) is { } no) return ([], no);
        }

        return (shares, null);
    }

    /// <summary>Why these shares are less than is asked; null: they are not.</summary>
    private static Refusal? Fault(CardBill bill, BoundCards bound, long asked, IReadOnlyList<CardShare> shares)
    {
        var payable = shares.Sum(s => s.TotalFen);
        if (payable >= asked) return null;
        return shares.Select(s => bound.Of(s.Card, bill.Occasion).ReasonAt(s.TotalFen)).FirstOrDefault(r => r is not null)
            ?? CardRefusals.Short(asked, payable, HeldOn(shares.Select(s => s.Card), bill.Occasion));
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
