namespace RetailMember.Data;

/// <summary>Asks for sets of keys, each question as one statement on the session's connection.</summary>
public interface IKeySets
{
    /// <summary>
    /// How many keys there are, and the first of them, one at least, in the database's order: the set is found once.
    /// </summary>
    Task<KeyCount> CountAsync(KeySet set, int first, CancellationToken cancel);

    /// <summary>The first keys in the database's order of them.</summary>
    Task<IReadOnlyList<Guid>> FirstAsync(KeySet set, int count, CancellationToken cancel);

    /// <summary>
    /// How many keys there are, and all of them; of more than <paramref name="most"/> as many at most, evenly spread over
    /// the database's order of them.
    /// </summary>
    Task<KeyCount> SpreadAsync(KeySet set, int most, CancellationToken cancel);

    /// <summary>What the keys of a set come to in a list of amounts.</summary>
    /// <param name="set">The keys.</param>
    /// <param name="amounts">At most one for each key, by a query on the session's connection.</param>
    /// <param name="cancel">Cancels.</param>
    Task<KeyedSum> SumAsync(KeySet set, IQueryable<KeyedAmount> amounts, CancellationToken cancel);

    /// <summary>
    /// Inserts a row for each key, within the session's transaction, and says how many there are.
    /// </summary>
    /// <param name="set">The keys.</param>
    /// <param name="pattern">What stands in every row, but for the key.</param>
    /// <param name="key">Name of the property that holds the key.</param>
    /// <param name="cancel">Cancels.</param>
    Task<int> InsertAsync<T>(KeySet set, T pattern, string key, CancellationToken cancel)
        where T : class;
}

/// <param name="Count">Of all keys.</param>
/// <param name="Keys">Some of them.</param>
public sealed record KeyCount(long Count, IReadOnlyList<Guid> Keys);

/// <summary>An amount of a key.</summary>
/// <param name="Key">Never null.</param>
/// <param name="Amount">In whatever unit the query says.</param>
public sealed record KeyedAmount(Guid Key, long Amount);

/// <param name="Keys">Of the set that have an amount.</param>
/// <param name="Sum">Of these amounts.</param>
public readonly record struct KeyedSum(long Keys, long Sum);
