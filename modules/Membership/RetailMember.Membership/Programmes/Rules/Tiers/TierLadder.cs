namespace RetailMember.Membership.Programmes;

/// <summary>
/// Which tier a member has, and why not a better one. Buying only ever promotes; a lower tier comes from a review at
/// the end of a period or from a refund that undoes the promotion. Spending points changes no metric.
/// </summary>
internal sealed class TierLadder
{
    private readonly TierSet set;
    private readonly CompiledTier[] tiers;

    public TierLadder(TierSet set)
    {
        this.set = set;
        tiers = [.. set.Tiers.OrderBy(tier => tier.Rank).Select((tier, step) => new CompiledTier(tier, step))];
    }

    /// <summary>Lowest first.</summary>
    public IReadOnlyList<CompiledTier> Tiers => tiers;

    public CompiledTier Lowest => tiers[0];

    public bool ResetsOnPromotion => set.ResetOnPromotion;

    public CompiledTier? Find(string? code)
    {
        foreach (var tier in tiers)
        {
            if (tier.Code == code)
                return tier;
        }
        return null;
    }

    /// <summary>The tier of this code; one that this version does not know is judged by the metrics.</summary>
    public CompiledTier Held(string? code, in TierMetrics metrics) => Find(code) ?? Qualifying(metrics);

    /// <summary>The best tier that the metrics alone qualify for.</summary>
    public CompiledTier Qualifying(in TierMetrics metrics)
    {
        for (var step = tiers.Length - 1; step > 0; step--)
        {
            if (tiers[step].IsReachedBy(metrics))
                return tiers[step];
        }
        return Lowest;
    }

    /// <summary>After a purchase: the tier held, or a better one that the metrics now qualify for.</summary>
    public Standing Promote(CompiledTier held, in TierMetrics metrics)
    {
        var reached = Qualifying(metrics);
        if (reached.Step <= held.Step)
            return new(held, metrics);
        return new(reached, ResetsOnPromotion ? default : metrics);
    }

    /// <summary>
    /// After a refund: a promotion of the running period that the remaining metrics no longer carry is undone, but
    /// never below <paramref name="carried"/>, the tier that was granted or brought into the period.
    /// </summary>
    public CompiledTier AfterRefund(CompiledTier held, CompiledTier carried, in TierMetrics metrics)
    {
        if (!set.DemoteOnRefund || set.ResetOnPromotion || !held.CanBeReached)
            return held;
        var floor = Math.Max(carried.Step, Qualifying(metrics).Step);
        return tiers[Math.Min(held.Step, floor)];
    }

    /// <summary>
    /// After a refund on which earlier periods were judged again: the lower tier that the member has left; null where the
    /// refund took none.
    /// </summary>
    /// <param name="held">The tier held until now.</param>
    /// <param name="had">What the judgement says that he had with the refunded share.</param>
    /// <param name="left">What it says without the share.</param>
    public CompiledTier? AfterRefundAnew(CompiledTier held, CompiledTier had, CompiledTier left) =>
        set.DemoteOnRefund && held.CanBeReached && left.Step < had.Step && left.Step < held.Step ? left : null;

    /// <summary>The period whose metrics count on this day.</summary>
    public Period PeriodAt(DateOnly day, DateOnly joinedOn) => Period.At(set.Period, day, joinedOn);

    /// <summary>The day on which members are warned who stand to lose their tier; null when nobody ever does.</summary>
    public DateOnly? WarnOn(in Period period) =>
        set.Downgrade == DowngradePolicy.None || period.IsEndless
            ? null
            : period.Last.AddDays(-set.WarnDaysBeforePeriodEnd);

    /// <summary>
    /// The tier from the day after the period on, by what was done within it; before its end: the tier projected from
    /// what was done so far.
    /// </summary>
    /// <param name="promotedInPeriod">
    /// A promotion with reset leaves no metrics to be judged by: it holds to the end of the next period.
    /// </param>
    public CompiledTier Review(CompiledTier held, in TierMetrics endedPeriod, bool promotedInPeriod = false)
    {
        var qualifying = Qualifying(endedPeriod);
        if (qualifying.Step >= held.Step)
            return qualifying;
        if (!EndsWithPeriods(held) || (promotedInPeriod && ResetsOnPromotion))
            return held;
        return set.Downgrade switch
        {
            DowngradePolicy.None => held,
            DowngradePolicy.OneStep => tiers[Math.Max(held.Step - 1, qualifying.Step)],
            DowngradePolicy.ToQualifying => qualifying,
            _ => throw new InvalidOperationException($"Unknown downgrade policy {set.Downgrade}."),
        };
    }

    /// <summary>Whether reviews may take the tier away: one that nobody loses has no end.</summary>
    public bool CanBeLost(CompiledTier held) => set.Downgrade != DowngradePolicy.None && held.Step > 0 && EndsWithPeriods(held);

    public CompiledTier NotBelow(CompiledTier tier, int step) => tiers[Math.Max(tier.Step, step)];

    /// <summary>The next tier that can be reached and how far it is; null on the highest.</summary>
    public NextTier? Next(CompiledTier held, in TierMetrics metrics)
    {
        for (var step = held.Step + 1; step < tiers.Length; step++)
        {
            if (tiers[step].CanBeReached)
                return NextTier.Of(tiers[step], metrics);
        }
        return null;
    }

    private bool EndsWithPeriods(CompiledTier held) => held.CanBeReached || set.GrantedTiersEnd;
}

/// <summary>A tier and the metrics that go on counting from it.</summary>
internal readonly record struct Standing(CompiledTier Tier, TierMetrics Metrics);
