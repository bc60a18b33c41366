using RetailMember.Membership;
using RetailMember.StoredValue.Types.Rules;

namespace RetailMember.StoredValue.Value.Charges;

/// <summary>What is still to be paid of a bill, by line.</summary>
internal sealed class OpenBill(IReadOnlyList<BillLine> lines)
{
    private readonly long[] leftFen = [.. lines.Select(l => l.Fen)];

    public long LeftFen => leftFen.Sum();

    /// <summary>
    /// Pays as much as a card can and the bill needs, from its loads in their order, each for what it pays for alone. The
    /// card itself is not changed: that is its book's work.
    /// </summary>
    /// <param name="mostFen">At most this much.</param>
    public CardShare Pay(OpenCard card, CardOccasion occasion, long mostFen) => Pay(card, Purse.Of(card, occasion), mostFen);

    /// <inheritdoc cref="Pay(OpenCard, CardOccasion, long)" />
    public CardShare Pay(OpenCard card, IEnumerable<Purse> purses, long mostFen)
    {
        var paid = new long[leftFen.Length];
        var parts = new List<PartOrder>();
        foreach (var purse in purses)
        {
            long[] open = [.. leftFen.Select((fen, i) => purse.Load.PaysFor(lines[i].Category) ? fen : 0)];
            var fen = Math.Min(Math.Min(purse.Has.TotalFen, open.Sum()), mostFen);
            if (fen == 0) continue;
            foreach (var (i, share) in TenderShares.Spread(fen, open).Index())
            {
                leftFen[i] -= share;
                paid[i] += share;
            }

            parts.Add(purse.Pay(fen));
            mostFen -= fen;
        }

        return new CardShare(card, parts, paid);
    }
}

/// <summary>A line of a bill.</summary>
/// <param name="Category">Null where the till tells none; then value for certain goods does not pay it.</param>
internal sealed record BillLine(string? Category, long Fen);

/// <summary>What a card pays of a bill.</summary>
/// <param name="Parts">By load, below zero.</param>
/// <param name="LineFen">By line of the bill.</param>
internal sealed record CardShare(OpenCard Card, IReadOnlyList<PartOrder> Parts, IReadOnlyList<long> LineFen)
{
    public Pockets Paid => Parts.Aggregate(Pockets.None, (sum, p) => sum - p.Available);

    public long TotalFen => LineFen.Sum();
}
