using RetailMember.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Data;

/// <summary>A person's participation in the programme of one brand.</summary>
internal sealed class Member : IBrandOwned, IVersioned
{
    /// <summary>The columns that purchases, refunds and reviews move.</summary>
    public static readonly string[] Progress =
    [
        nameof(Tier), nameof(TierSince), nameof(CarriedTier), nameof(PeriodStart), nameof(MetricsEpoch), nameof(SpendFen),
        nameof(Purchases), nameof(Growth), nameof(PointsEarned), nameof(Participation), nameof(LifetimeSpendFen),
        nameof(LifetimePurchases), nameof(LifetimeGrowth), nameof(LifetimePointsEarned), nameof(LifetimeParticipation),
        nameof(LastPurchaseAt),
    ];

    /// <summary>The columns of <see cref="Extended"/>.</summary>
    /// <summary>The columns of a card's renewal.</summary>
    public static readonly string[] Renewal = [nameof(RenewedThrough)];

    public static readonly string[] Extension = [nameof(ExtendedTier), nameof(ExtendedOn), nameof(ExtendedUntil)];

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Null where only a number is known, as in imports of old till data.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>As it was given or drawn.</summary>
    public required string MemberNo
    {
        get;
        init => (field, NumberKey) = (value, CardNo.Normalise(value));
    }

    /// <summary>The number in the form in which it is looked up, unique in the brand: letter case makes no other number.</summary>
    public string NumberKey { get; init; } = "";

    public MemberStatus Status { get; set; }

    /// <summary>The store that enrolled the member.</summary>
    public int? StoreId { get; set; }

    /// <summary>The business date from which card years count; the first one of those who left and came back.</summary>
    public DateOnly JoinedOn { get; set; }

    /// <summary>The last day of the card as it was last renewed; null: never renewed.</summary>
    public DateOnly? RenewedThrough { get; set; }

    /// <summary>What the brand declared in its programme's member fields, as JSON, sealed at rest.</summary>
    public string? Fields { get; set; }

    /// <summary>The tier's code, as the programme names it.</summary>
    public required string Tier { get; set; }

    public DateOnly TierSince { get; set; }

    /// <summary>The tier granted, or brought into the period: no refund takes the member below it.</summary>
    public required string CarriedTier { get; set; }

    /// <summary>First day of the qualification period that the metrics count.</summary>
    public DateOnly PeriodStart { get; set; }

    /// <summary>Goes up whenever the metrics start from nothing: a new period, or a promotion with reset.</summary>
    public int MetricsEpoch { get; set; }

    /// <summary>Fen, of the running period.</summary>
    public long SpendFen { get; set; }

    public long Purchases { get; set; }

    public long Growth { get; set; }

    public long PointsEarned { get; set; }

    public long Participation { get; set; }

    /// <summary>Fen, over all time, refunds taken off.</summary>
    public long LifetimeSpendFen { get; set; }

    /// <summary>Receipts that were paid and not wholly refunded.</summary>
    public long LifetimePurchases { get; set; }

    public long LifetimeGrowth { get; set; }

    public long LifetimePointsEarned { get; set; }

    public long LifetimeParticipation { get; set; }

    public DateTime? LastPurchaseAt { get; set; }

    /// <summary>First day of the period in which the member was last warned of losing his tier.</summary>
    public DateOnly? WarnedForPeriod { get; set; }

    /// <summary>The tier whose validity was extended beyond its period; null where none was.</summary>
    public string? ExtendedTier { get; set; }

    /// <summary>Business date of the extension: reviews of periods that had ended by then stay as they are.</summary>
    public DateOnly? ExtendedOn { get; set; }

    /// <summary>Last day of the extended validity, the end of a qualification period.</summary>
    public DateOnly? ExtendedUntil { get; set; }

    /// <summary>Who stands for this member since the two turned out to be one person; null while he stands for himself.</summary>
    public Guid? MergedIntoId { get; set; }

    public long Version { get; set; }

    /// <summary>To be moved on without touching what others look at.</summary>
    public Member Copy() => (Member)MemberwiseClone();

    public TierMetrics Metrics
    {
        get => new()
        {
            SpendFen = SpendFen,
            Purchases = Purchases,
            Growth = Growth,
            PointsEarned = PointsEarned,
            Participation = Participation,
        };
        set => (SpendFen, Purchases, Growth, PointsEarned, Participation) =
            (value.SpendFen, value.Purchases, value.Growth, value.PointsEarned, value.Participation);
    }

    public TierValidity? Extended
    {
        get => ExtendedTier is { } tier && ExtendedOn is { } on && ExtendedUntil is { } until
            ? new TierValidity(tier, on, until)
            : null;
        set => (ExtendedTier, ExtendedOn, ExtendedUntil) = (value?.Tier, value?.On, value?.Until);
    }

    /// <summary>The same over all time, refunds taken off.</summary>
    public TierMetrics Lifetime
    {
        get => new()
        {
            SpendFen = LifetimeSpendFen,
            Purchases = LifetimePurchases,
            Growth = LifetimeGrowth,
            PointsEarned = LifetimePointsEarned,
            Participation = LifetimeParticipation,
        };
        set => (LifetimeSpendFen, LifetimePurchases, LifetimeGrowth, LifetimePointsEarned, LifetimeParticipation) =
            (value.SpendFen, value.Purchases, value.Growth, value.PointsEarned, value.Participation);
    }
}

internal enum MemberStatus
{
    Active,

    /// <summary>Waits for admission where the programme asks for a review.</summary>
    Applied,

    Refused,
    Closed,

    /// <summary>Turned out to be another member: see <see cref="Member.MergedIntoId"/>.</summary>
    Merged,
}

/// <summary>Something that names a member at the till beside the member number: a card of any kind.</summary>
internal sealed class Credential : IBrandOwned
{
    public int BrandId { get; init; }

    /// <summary>What the reader reads, in upper case.</summary>
    public required string Value { get; init; }

    public CredentialKind Kind { get; init; }

    public Guid MemberId { get; set; }

    public DateTime BoundAt { get; init; }
}

internal enum CredentialKind
{
    Magnetic,
    Proximity,
    Barcode,
}

/// <summary>One step up or down, with what caused it.</summary>
internal sealed class TierChange : IBrandOwned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>The business day from which it holds.</summary>
    public DateOnly On { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public TierChangeReason Reason { get; init; }

    /// <summary>The purchase or refund behind it.</summary>
    public Guid? SourceId { get; init; }

    public int ProgrammeVersion { get; init; }
}

internal enum TierChangeReason
{
    Purchase,
    Refund,
    Review,
    Grant,
    Import,
    Participation,

    /// <summary>Two members turned out to be one: the higher tier.</summary>
    Merge,
    Unmerge,

    /// <summary>An award was taken back that had raised the tier.</summary>
    Withdrawn,
}
