namespace RetailMember.Membership.Programmes;

/// <summary>
/// What a refund takes back of a receipt's grants. Where tenders paid part of it, the grants were earned with the money
/// alone, so they go by the money that is given back; whether the receipt still counts as a purchase goes by the whole.
/// </summary>
/// <param name="Whole">The refund against all that was paid.</param>
/// <param name="Earned">The money of it against the money that was paid; null where no money is given back.</param>
internal readonly record struct RefundShares(Clawback Whole, Clawback? Earned)
{
    /// <summary>The shares where money alone, or what another system settled, paid the receipt.</summary>
    public static RefundShares Of(Clawback whole) => new(whole, whole);

    public long Of(long granted) => Earned?.Of(granted) ?? 0;

    /// <summary>What this refund takes off the metrics.</summary>
    public TierMetrics Of(in TierMetrics gained) => (Earned?.Of(gained) ?? default) with
    {
        Purchases = Whole.IsLast ? gained.Purchases : 0,
        Participation = Whole.IsLast ? gained.Participation : 0,
    };
}
