using System.Linq.Expressions;

namespace RetailMember.Data;

/// <summary>
/// Set-based reading and writing of a module's rows on the session's connection, past EF's change tracker: a handful
/// of statements however many rows. Works on any entity of a registered <see cref="ModuleDb"/>. Every call needs a
/// running transaction, and a row of a brand that the session does not work for is refused.
/// </summary>
public interface IRows
{
    /// <summary>Inserts the rows. A key that is taken is an error.</summary>
    Task InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken ct = default)
        where T : class;

    /// <summary>Inserts those rows whose keys, primary or unique, are free; says how many.</summary>
    Task<int> InsertMissingAsync<T>(IReadOnlyCollection<T> rows, CancellationToken ct = default)
        where T : class;

    /// <summary>Writes the named columns of rows that exist, found by primary key.</summary>
    /// <param name="rows">Rows with distinct keys.</param>
    /// <param name="columns">Property names, such as <c>nameof(Account.Balance)</c>.</param>
    /// <param name="ct">Cancels.</param>
    Task UpdateAsync<T>(IReadOnlyCollection<T> rows, string[] columns, CancellationToken ct = default)
        where T : class;

    /// <summary>Inserts a row, or adds its counters to the row that has its primary key already.</summary>
    /// <param name="rows">Rows with distinct keys.</param>
    /// <param name="counters">Names of <c>long</c> or <c>int</c> properties.</param>
    /// <param name="ct">Cancels.</param>
    Task AddToAsync<T>(IReadOnlyCollection<T> rows, string[] counters, CancellationToken ct = default)
        where T : class;

    /// <summary>
    /// Reads the rows whose <paramref name="by"/> is one of <paramref name="values"/> and locks them until the
    /// transaction ends, in the order of their primary keys, so that two batches never lock crosswise.
    /// Does not apply the brand filter: name the rows, then check what came.
    /// </summary>
    Task<List<T>> LockAsync<T, TValue>(
        Expression<Func<T, TValue>> by, IReadOnlyCollection<TValue> values, CancellationToken ct = default)
        where T : class;

    /// <summary>
    /// Reads rows by SQL that follows <c>SELECT columns FROM table</c>, such as <c>$"WHERE id > {after} LIMIT {n}"</c>;
    /// what stands in braces travels as parameters. For hot paths and for what LINQ cannot say.
    /// Does not apply the brand filter.
    /// </summary>
    Task<List<T>> SelectAsync<T>(FormattableString tail, CancellationToken ct = default)
        where T : class;

    /// <summary>As <see cref="LockAsync{T, TValue}"/>, without locks.</summary>
    Task<List<T>> ReadAsync<T, TValue>(
        Expression<Func<T, TValue>> by, IReadOnlyCollection<TValue> values, CancellationToken ct = default)
        where T : class;
}
