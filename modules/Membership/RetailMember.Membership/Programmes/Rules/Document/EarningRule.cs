namespace RetailMember.Membership.Programmes;

/// <summary>
/// How a receipt becomes points or growth. The rule looks at the whole receipt once: what its lines have in common is
/// added up first and the result is rounded down once.
/// </summary>
internal sealed record EarningRule
{
    public required string Code { get; init; }
    public required LocalName Name { get; init; }
    public bool Enabled { get; init; } = true;
    public EarningUnit Unit { get; init; } = EarningUnit.Points;
    public required EarningKind Kind { get; init; }
    public EarningBasis Basis { get; init; } = EarningBasis.Amount;

    /// <summary>The step X of "per X give Y", in fen or pieces as the basis says; for both ratio kinds.</summary>
    public long Per { get; init; } = 100;

    /// <summary>The Y of "per X give Y", or what a fixed rule gives.</summary>
    public decimal Give { get; init; }

    /// <summary>A ratio rule counts full steps alone: 7 pieces at 3 a step are 2 steps.</summary>
    public bool WholeSteps { get; init; }

    /// <summary>What the receipt must reach before a fixed rule gives anything, in fen or pieces.</summary>
    public long AtLeast { get; init; } = 1;

    /// <summary>The bands of a staged rule, rising, the first from 0.</summary>
    public IReadOnlyList<EarningBand> Bands { get; init; } = [];

    /// <summary>Only lines of these categories count; empty = all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Lines of these categories never count, such as goods that the law lets no points be given for.</summary>
    public IReadOnlyList<string> ExceptCategories { get; init; } = [];

    /// <summary>Only receipts of these stores count; empty = all.</summary>
    public IReadOnlyList<string> Stores { get; init; } = [];

    /// <summary>Tier coefficient, balance band and multipliers apply to this rule.</summary>
    public bool Multiplied { get; init; } = true;
}

/// <summary>
/// A band reaches from <paramref name="From"/> (inclusive, fen or pieces) to where the next one begins. A staged ratio
/// gives at each band's own rate for the part inside it; a staged fixed rule gives what the reached band says, once.
/// </summary>
internal sealed record EarningBand(long From, decimal Give);

internal enum EarningUnit { Points, Growth }

internal enum EarningKind { Fixed, Ratio, StagedFixed, StagedRatio }

internal enum EarningBasis { Amount, Quantity }
