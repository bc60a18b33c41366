namespace RetailMember.Membership.Programmes;

/// <summary>Chooses the factors of one receipt.</summary>
internal sealed class Multipliers
{
    private readonly CompiledMultiplier[] points;
    private readonly CompiledMultiplier[] growth;
    private readonly (long From, Factor Factor)[] bands;

    public Multipliers(ProgrammeDocument document, TierLadder ladder)
    {
        points = HighestFirst(EarningUnit.Points);
        growth = HighestFirst(EarningUnit.Growth);
        bands = [.. document.BalanceBands.Select(band => (band.From, Factor.From(band.Factor)))];

        CompiledMultiplier[] HighestFirst(EarningUnit unit) =>
        [
            .. document.Multipliers
                .Where(multiplier => multiplier.Enabled && multiplier.Unit == unit)
                .OrderByDescending(multiplier => multiplier.Factor)
                .Select(multiplier => new CompiledMultiplier(
                    multiplier.Code, Factor.From(multiplier.Factor), new CompiledCondition(multiplier.When, ladder))),
        ];
    }

    /// <summary>Growth knows campaigns only: tier coefficient and balance bands are about points.</summary>
    public Factors For(EarningUnit unit, CompiledTier tier, long pointsBalance, in Occasion occasion)
    {
        var best = Best(unit == EarningUnit.Points ? points : growth, occasion);
        return unit == EarningUnit.Points
            ? new(tier.PointsCoefficient, Band(pointsBalance), best?.Factor ?? Factor.One, best?.Code)
            : new(Factor.One, Factor.One, best?.Factor ?? Factor.One, best?.Code);
    }

    private static CompiledMultiplier? Best(CompiledMultiplier[] highestFirst, in Occasion occasion)
    {
        foreach (var multiplier in highestFirst)
        {
            if (multiplier.When.Holds(occasion))
                return multiplier;
        }
        return null;
    }

    private Factor Band(long pointsBalance)
    {
        for (var i = bands.Length - 1; i >= 0; i--)
        {
            if (pointsBalance >= bands[i].From)
                return bands[i].Factor;
        }
        return Factor.One;
    }

    private sealed record CompiledMultiplier(string Code, Factor Factor, CompiledCondition When);
}
