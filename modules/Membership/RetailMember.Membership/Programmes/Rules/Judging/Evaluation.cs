namespace RetailMember.Membership.Programmes;

/// <summary>What a receipt costs, earns and leads to under one version of the programme.</summary>
internal sealed class Evaluation
{
    /// <summary>What the lines cost before any discount, in fen.</summary>
    public required long ListFen { get; init; }

    /// <summary>What is to be paid, or was, in fen, vouchers included.</summary>
    public required long PayFen { get; init; }

    /// <summary>The same for each line, in the basket's order; adds up to <see cref="PayFen"/>.</summary>
    public required IReadOnlyList<long> PayFenByLine { get; init; }

    /// <summary>The part paid with money: the earning base, and what counts as spend.</summary>
    public required long EarningFen { get; init; }

    /// <summary>The prices to be had, the chosen one first; empty when the till had priced every line.</summary>
    public required IReadOnlyList<PriceOffer> Offers { get; init; }

    public required long Points { get; init; }
    public required long Growth { get; init; }

    /// <summary>When the points can be spent.</summary>
    public required LotDates Lot { get; init; }

    /// <summary>The tier that decided coefficient and price.</summary>
    public required CompiledTier TierBefore { get; init; }

    /// <summary>The tier from the next receipt on, and the metrics that go on counting from there.</summary>
    public required Standing After { get; init; }

    /// <summary>What the receipt itself added to the metrics; a whole refund takes it away again.</summary>
    public required TierMetrics Gained { get; init; }

    /// <summary>The card was not valid any more: list price, and nothing earned.</summary>
    public bool CardEnded { get; init; }

    public required Explanation Why { get; init; }
}
