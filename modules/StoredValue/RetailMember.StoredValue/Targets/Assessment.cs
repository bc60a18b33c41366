using RetailMember.Values;

namespace RetailMember.StoredValue.Targets;

/// <summary>How far a target was reached, and what that pays.</summary>
internal static class Assessment
{
    /// <summary>Share of the target that was sold, in ten-thousandths: 7500 is 75 %. Null where there is no target.</summary>
    public static long? AttainmentOf(long soldFen, long? targetFen) =>
        targetFen is > 0 and { } target ? Proportion.Of(Math.Max(0, soldFen), 10_000, target) : null;

    /// <summary>Assessment pay in fen, from the amounts themselves, rounded half up once.</summary>
    public static long PayOf(long soldFen, long? targetFen, long payFen, bool capped)
    {
        if (targetFen is not (> 0 and { } target)) return 0;
        var counted = Math.Max(0, soldFen);
        return Proportion.Of(payFen, capped ? Math.Min(counted, target) : counted, target);
    }

    /// <summary>Divides an amount by percents that make a hundred; what rounding leaves goes with the last part.</summary>
    public static IReadOnlyList<long> Split(long fen, IReadOnlyList<int> percents)
    {
        if (percents.Count == 0 || percents.Any(p => p <= 0) || percents.Sum() != 100)
            throw new ArgumentOutOfRangeException(nameof(percents));
        var (parts, done) = (new List<long>(), 0);
        foreach (var percent in percents)
        {
            parts.Add(Proportion.Of(fen, done + percent, 100) - Proportion.Of(fen, done, 100));
            done += percent;
        }

        return parts;
    }
}
