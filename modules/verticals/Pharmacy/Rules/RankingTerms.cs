namespace RetailMember.Pharmacy.Rules;

/// <summary>The quarter's best: the first so many card holders by points earned in the quarter.</summary>
internal sealed record RankingTerms
{
    public int Places { get; init; } = 100;

    /// <summary>Days after the quarter's end before its places are frozen: what is given back meanwhile does not count.</summary>
    public int DelayDays { get; init; } = 7;

    /// <summary>Points that member days gave count as well.</summary>
    public bool TopUpsCount { get; init; }

    /// <summary>Code of the voucher that each of them is given; null: the store hands out a gift of its own.</summary>
    public string? Voucher { get; init; }

    /// <summary>The first day on which a quarter's places can be frozen.</summary>
    public DateOnly FreezesOn(Quarter quarter) => quarter.Last.AddDays(1 + DelayDays);

    /// <summary>Most points first; of equals whoever got there earlier.</summary>
    public IReadOnlyList<Ranked> Rank(IEnumerable<Earned> earned) =>
    [
        .. earned.Where(e => e.Points > 0)
            .OrderByDescending(e => e.Points).ThenBy(e => e.ReachedAt).ThenBy(e => e.Member)
            .Take(Places).Select((e, i) => new Ranked(i + 1, e)),
    ];
}

/// <summary>What a member earned in a quarter.</summary>
/// <param name="ReachedAt">UTC, when the last of these points came.</param>
internal sealed record Earned(Guid Member, long Points, DateTime ReachedAt);

internal sealed record Ranked(int Place, Earned Earned);
