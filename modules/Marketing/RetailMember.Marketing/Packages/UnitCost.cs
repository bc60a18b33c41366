using RetailMember.Values;

namespace RetailMember.Marketing.Packages;

/// <summary>
/// What one part of a message costs: an exact fraction of a fen, for 3,000 yuan for 110,000 parts is no whole number of
/// anything. Rounded only where it is shown.
/// </summary>
/// <param name="PriceFen">Fen for all of <paramref name="Parts"/>.</param>
/// <param name="Parts">At least one.</param>
internal readonly record struct UnitCost(long PriceFen, long Parts)
{
    /// <summary>Fen with two decimals, half up: 2.73.</summary>
    public decimal ShownFen => Math.Round((decimal)PriceFen / Parts, 2, MidpointRounding.AwayFromZero);

    /// <summary>Fen of so many parts, not rounded.</summary>
    public decimal Of(long parts) => (decimal)PriceFen * parts / Parts;
}

/// <summary>Amounts made of several unit costs.</summary>
internal static class UnitCosts
{
    /// <summary>Rounds once, at the end: whole fen, half up.</summary>
    public static Money Rounded(this decimal fen) => new((long)Math.Round(fen, MidpointRounding.AwayFromZero));
}
