namespace RetailMember.Membership.Programmes;

/// <summary>
/// Everything a brand decides about its members, as one versioned document of data. Amounts of money are whole fen
/// (names end in Fen), points and growth are whole numbers, rates are decimals with at most four places.
/// </summary>
internal sealed record ProgrammeDocument
{
    public required TierSet TierSet { get; init; }
    public IReadOnlyList<EarningRule> EarningRules { get; init; } = [];
    public IReadOnlyList<Multiplier> Multipliers { get; init; } = [];
    public IReadOnlyList<BalanceBand> BalanceBands { get; init; } = [];
    public IReadOnlyList<PriceBenefit> PriceBenefits { get; init; } = [];
    public ExpiryPolicy Expiry { get; init; } = new();

    /// <summary>Days between earning and being able to spend; 0 = at once.</summary>
    public int PendingDays { get; init; }

    public RefundPolicy RefundPolicy { get; init; } = RefundPolicy.AllowNegative;

    /// <summary>How long points last that come back to a lot which has expired meanwhile, in days.</summary>
    public int GraceDays { get; init; } = 30;

    /// <summary>Points that pay for one yuan, in whole yuan only.</summary>
    public int PointsPerYuan { get; init; } = 100;

    /// <summary>How much of a receipt points may pay at most, in percent; 0: they pay nothing here.</summary>
    public int PointsMostPercent { get; init; } = 100;

    public TransferPolicy Transfers { get; init; } = new();
    public EnrolmentPolicy Enrolment { get; init; } = new();
    public IReadOnlyList<MemberField> MemberFields { get; init; } = [];

    /// <summary>The worked examples that must pass before the document may be activated.</summary>
    public IReadOnlyList<WorkedExample> Examples { get; init; } = [];
}
