namespace RetailMember.Data;

/// <summary>
/// A set of keys that several modules have a part in, each by a query on its own context: made into one statement, and so
/// never fetched to be put together. All contexts are of one session.
/// </summary>
public abstract record KeySet
{
    /// <summary>As many rows as SQL Server takes in one list of values.</summary>
    public const int MostListed = 1_000;

    private KeySet()
    {
    }

    /// <summary>The keys that a query finds, none of them null.</summary>
    public static KeySet Of(IQueryable<Guid> query) => new Found(query);

    /// <summary>These keys: at most a thousand, of which there is one.</summary>
    public static KeySet Of(IReadOnlyCollection<Guid> keys) => keys.Count is > 0 and <= MostListed
        ? new Listed(keys)
        : throw new ArgumentOutOfRangeException(nameof(keys), keys.Count, "Between one key and a thousand.");

    /// <summary>The keys that are in each of the first sets, of which there is one at least, and in none of the others.</summary>
    public static KeySet Common(IReadOnlyList<KeySet> sets, IReadOnlyList<KeySet> except) => (sets, except) switch
    {
        ([], _) => throw new ArgumentException("Without a set there is nothing to choose from.", nameof(sets)),
        ([var one], []) => one,
        _ => new Shared(sets, except),
    };

    /// <summary>The keys that are in one of the sets at least, of which there is one.</summary>
    public static KeySet Joined(IReadOnlyList<KeySet> sets) => sets switch
    {
        [] => throw new ArgumentException("Without a set there is nothing to choose from.", nameof(sets)),
        [var one] => one,
        _ => new United(sets),
    };

    internal sealed record Found(IQueryable<Guid> Query) : KeySet;

    internal sealed record Listed(IReadOnlyCollection<Guid> Keys) : KeySet;

    internal sealed record Shared(IReadOnlyList<KeySet> Sets, IReadOnlyList<KeySet> Except) : KeySet;

    internal sealed record United(IReadOnlyList<KeySet> Sets) : KeySet;
}
