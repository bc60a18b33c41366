using System.Text.Json.Serialization;

namespace RetailMember.Membership.Programmes;

/// <summary>One line of a receipt, discounts of the line included.</summary>
/// <param name="ListFen">The list price of the whole line (all pieces).</param>
/// <param name="PaidFen">What was paid for the line; null = to be worked out by the price benefits.</param>
[method: JsonConstructor]
internal readonly record struct BasketLine(
    long ListFen,
    long? PaidFen = null,
    int Quantity = 1,
    string? Category = null);

/// <summary>What was bought, where and when.</summary>
/// <param name="At">Date and time at the till, in the brand's time zone.</param>
/// <param name="Store">The code of the store.</param>
/// <param name="VoucherFen">The part of the payment that vouchers and points settled; it earns nothing.</param>
/// <param name="TenderedByLine">
/// The same where it is known of each line, beside <paramref name="VoucherFen"/>; null where no line has any.
/// </param>
/// <param name="ListPriceRule">What takes all price benefits away; null: nothing does.</param>
/// <param name="ModulePrices">What modules offer beside the programme's own; null: nothing.</param>
internal readonly record struct Receipt(
    DateTime At, string Store, BasketLine[] Lines, long VoucherFen = 0, long[]? TenderedByLine = null,
    string? ListPriceRule = null, IReadOnlyList<OfferedPrice>? ModulePrices = null)
{
    /// <summary>No receipt may be larger: 1,000,000,000 yuan. Exact arithmetic is proven up to here.</summary>
    public const long MaxFen = 100_000_000_000;

    /// <summary>No receipt may hold more pieces.</summary>
    public const long MaxPieces = 1_000_000_000;

    public DateOnly Day => DateOnly.FromDateTime(At);
}

/// <summary>The member as the receipt finds him: a promotion by this receipt counts from the next one on.</summary>
internal readonly record struct MemberState
{
    /// <summary>The tier's code; null, or one that the programme no longer knows, is judged by the metrics.</summary>
    public string? Tier { get; init; }

    /// <summary>Points held, for the bands of CORE-10.</summary>
    public long PointsBalance { get; init; }

    /// <summary>Of the qualification period that the receipt's day lies in.</summary>
    public TierMetrics Metrics { get; init; }

    public DateOnly? Birthday { get; init; }

    /// <summary>Card years count from this day.</summary>
    public DateOnly JoinedOn { get; init; }

    /// <summary>The day through which the card was renewed; null: never.</summary>
    public DateOnly? RenewedThrough { get; init; }

    /// <summary>The oldest first; null or empty where the receipt cannot be older than one of them.</summary>
    public IReadOnlyList<RenewedCard>? Renewals { get; init; }
}

/// <summary>A renewal of a card.</summary>
/// <param name="On">The day on which it was paid for.</param>
/// <param name="Through">The card's last day with it.</param>
internal readonly record struct RenewedCard(DateOnly On, DateOnly Through);
