namespace RetailMember.Membership.Programmes;

/// <summary>
/// The three things that make earning faster. They come from different mechanisms and multiply: the tier's
/// coefficient, the band of the points held, and the one best campaign.
/// </summary>
internal readonly record struct Factors(Factor Tier, Factor Balance, Factor Campaign, string? CampaignCode)
{
    public static Factors None { get; } = new(Factor.One, Factor.One, Factor.One, null);

    public static readonly Int128 ProductScale = (Int128)Factor.Scale * Factor.Scale * Factor.Scale;

    public bool AreOne =>
        Tier.TenThousandths == Factor.Scale
        && Balance.TenThousandths == Factor.Scale
        && Campaign.TenThousandths == Factor.Scale;

    public Int128 Product => (Int128)Tier.TenThousandths * Balance.TenThousandths * Campaign.TenThousandths;
}
