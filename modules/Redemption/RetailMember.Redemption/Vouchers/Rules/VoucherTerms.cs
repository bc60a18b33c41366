using RetailMember.Values;

namespace RetailMember.Redemption.Vouchers.Rules;

/// <summary>What a kind of voucher promises: its worth, what it counts for, when and where.</summary>
internal sealed record VoucherTerms
{
    public required LocalName Name { get; init; }

    /// <summary>Yuan that it is worth; either this or <see cref="PayRate"/>.</summary>
    public Money? Amount { get; init; }

    /// <summary>The share that is paid with it: 0.8 is 8折.</summary>
    public decimal? PayRate { get; init; }

    /// <summary>Yuan that a percentage takes off at most.</summary>
    public Money? Cap { get; init; }

    /// <summary>Yuan that the goods it counts for must cost (滿減); 0 asks for none (無門檻).</summary>
    public Money MinimumSpend { get; init; }

    /// <summary>What it counts for; empty: everything.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Codes of the stores where it counts; empty: all.</summary>
    public IReadOnlyList<string> Stores { get; init; } = [];

    public required Validity Validity { get; init; }

    /// <summary>May stand on a receipt beside other vouchers that may.</summary>
    public bool Stackable { get; init; }

    /// <summary>The holder may pass it on.</summary>
    public bool Transferable { get; init; }

    /// <summary>What a receipt does not need stays on it; else it is lost.</summary>
    public bool PartialUse { get; init; }

    /// <summary>How many a member may ever have, revoked ones left out; null: any number.</summary>
    public int? MostPerMember { get; init; }

    /// <summary>Fen of <see cref="Amount"/>; 0 for a percentage.</summary>
    internal long FaceFen => Amount?.Fen ?? 0;

    internal bool CountsFor(string? category) =>
        Categories.Count == 0 || (category is not null && Categories.Contains(category));

    internal bool CountsAt(string? store) =>
        Stores.Count == 0 || (store is not null && Stores.Contains(store, StringComparer.OrdinalIgnoreCase));

    /// <summary>What it pays of goods it counts for that still cost <paramref name="leftFen"/>, in fen.</summary>
    internal long WorthFen(long leftFen, long remainingFen)
    {
        if (PayRate is not { } rate) return Math.Min(remainingFen, leftFen);
        var cut = leftFen - Values.PayRate.From(rate).Of(leftFen);
        return Math.Min(cut, Cap?.Fen ?? cut);
    }
}
