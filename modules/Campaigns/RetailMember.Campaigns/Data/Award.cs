using RetailMember.Data;

namespace RetailMember.Campaigns.Data;

/// <summary>Something that a campaign gave a member, as it was given: by it alone it is taken back.</summary>
internal sealed class Award : IBrandOwned
{
    /// <summary>The columns that taking back moves.</summary>
    public static readonly string[] Moving =
    [
        nameof(State), nameof(PointsTaken), nameof(VouchersTaken), nameof(TakenAt), nameof(TakenBy), nameof(TakenWhy),
        nameof(TakenByHand),
    ];

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid CampaignId { get; init; }

    /// <summary>The version that gave it.</summary>
    public int Number { get; init; }

    public Guid MemberId { get; init; }

    public AwardRole Role { get; init; }

    /// <summary>The business key; unique in the brand.</summary>
    public required string Key { get; init; }

    public AwardState State { get; set; }

    /// <summary>Business date of the brand.</summary>
    public DateOnly On { get; init; }

    /// <summary>The business date on whose caps it counts: of a purchase the receipt's own, however late it was heard of.</summary>
    public DateOnly CountsOn { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    public int? StoreId { get; init; }

    public required string Operator { get; init; }

    /// <summary>What it is for: a behaviour, a reason, a quarter, a rank.</summary>
    public string? Subject { get; init; }

    public string? Note { get; init; }

    public long Points { get; init; }

    public long PointsTaken { get; set; }

    public long Growth { get; init; }

    /// <summary>Code of the tier that it raised the member to; null where it did not.</summary>
    public string? TierTo { get; init; }

    /// <summary>Vouchers and rewards that it gave.</summary>
    public int Vouchers { get; init; }

    public int VouchersTaken { get; set; }

    /// <summary>Code of the benefit that it gave.</summary>
    public string? Benefit { get; init; }

    /// <summary>The purchase behind it.</summary>
    public Guid? PurchaseId { get; init; }

    /// <summary>What money had paid of the purchase and was not given back at the award, in fen.</summary>
    public long BaseFen { get; init; }

    public Guid? ReferralId { get; init; }

    /// <summary>UTC; of the last part that was taken back.</summary>
    public DateTime? TakenAt { get; set; }

    public string? TakenBy { get; set; }

    public string? TakenWhy { get; set; }

    /// <summary>A person took it back, no refund: it counts as had, and is not given again.</summary>
    public bool TakenByHand { get; set; }

    /// <summary>The key under which Membership and Redemption know it.</summary>
    public string OuterKey => $"campaign/{Id:N}";
}

internal enum AwardState
{
    Given,
    Revoked,
}

/// <summary>On which side of a campaign the member is.</summary>
internal enum AwardRole
{
    Member,

    /// <summary>Has referred somebody.</summary>
    Referrer,

    /// <summary>Was referred.</summary>
    Friend,
}
