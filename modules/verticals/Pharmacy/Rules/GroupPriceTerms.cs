using RetailMember.Values;

namespace RetailMember.Pharmacy.Rules;

/// <summary>What members of a company pay for much at once: of the breaks that a basket reaches the cheapest.</summary>
internal sealed record GroupPriceTerms
{
    /// <summary>Code of the kind of group whose members have these prices.</summary>
    public string Kind { get; init; } = "company";

    /// <summary>None as delivered: the brand says its own.</summary>
    public IReadOnlyList<PriceBreak> Breaks { get; init; } = [];

    /// <summary>The share of the list price; null where the basket reaches no break.</summary>
    public decimal? RateFor(long pieces, long listFen)
    {
        var reached = Breaks.Where(b => pieces >= b.LeastPieces && listFen >= b.LeastAmount.Fen).ToList();
        return reached.Count == 0 ? null : reached.Min(b => b.PayRate);
    }
}

/// <summary>A price for whoever buys so much at once; both have to be reached.</summary>
/// <param name="LeastPieces">0: however few.</param>
/// <param name="LeastAmount">Yuan at list prices.</param>
/// <param name="PayRate">Share of the list price: 0.95 is 95折.</param>
internal sealed record PriceBreak(int LeastPieces, Money LeastAmount, decimal PayRate);
