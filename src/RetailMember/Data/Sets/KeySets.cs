using System.Data.Common;
using System.Globalization;
using RetailMember.Data.Rows;

namespace RetailMember.Data.Sets;

/// <inheritdoc cref="IKeySets" />
internal sealed class KeySets(DataSession session, RowShapes shapes, IServiceProvider scope) : IKeySets
{
    /// <summary>Where the set's name stands in a question.</summary>
    private const string Set = "{0}";

    // Named once: SQLite finds a set anew wherever a question names it.
    public Task<KeyCount> CountAsync(KeySet set, int first, CancellationToken cancel) =>
        ReadAsync(set, $"SELECT COUNT(*) OVER () AS total, id FROM {Set} {First(first)}", cancel);

    public async Task<IReadOnlyList<Guid>> FirstAsync(KeySet set, int count, CancellationToken cancel) =>
        (await ReadAsync(set, $"SELECT 0, id FROM {Set} {First(count)}", cancel)).Keys;

    public Task<KeyCount> SpreadAsync(KeySet set, int most, CancellationToken cancel) => ReadAsync(
        set,
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SELECT total, id FROM (
                SELECT id, COUNT(*) OVER () AS total, ROW_NUMBER() OVER (ORDER BY id) AS place FROM {Set}) AS k
            WHERE (place - 1) % ((total + {most - 1}) / {most}) = 0
            """),
        cancel);

    public async Task<KeyedSum> SumAsync(KeySet set, IQueryable<KeyedAmount> amounts, CancellationToken cancel)
    {
        await using var whole = await session.ReadWholeTablesAsync(cancel);
        await using var command = await OpenAsync(cancel);
        SetStatement.WriteSum(command, session.Kind, set, amounts);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return new KeyedSum(Whole(reader.GetValue(0)), Whole(reader.GetValue(1)));
    }

    public async Task<int> InsertAsync<T>(KeySet set, T pattern, string key, CancellationToken cancel)
        where T : class
    {
        if (!session.InTransaction) throw new InvalidOperationException("Rows are written within a transaction.");
        session.Guard(pattern);
        var shape = shapes.Of<T>(scope);
        await using var whole = await session.ReadWholeTablesAsync(cancel);
        var values = RowShape<T>.List(shape.Columns, c => c.Property == key ? "id" : $"@{c.Name}");
        await using var command = await CommandAsync(
            set, $"INSERT INTO {shape.Table} ({shape.ColumnList}) ", $"SELECT {values} FROM {{0}}", cancel);
        foreach (var column in shape.Columns.Where(c => c.Property != key))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (column.Name, column.ToValue(pattern));
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Rows of a count and a key, which is null where there is none.</summary>
    private async Task<KeyCount> ReadAsync(KeySet set, string tail, CancellationToken cancel)
    {
        await using var whole = await session.ReadWholeTablesAsync(cancel);
        await using var command = await CommandAsync(set, "", tail, cancel);
        var (count, keys) = (0L, new List<Guid>());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            count = Whole(reader.GetValue(0));
            if (!await reader.IsDBNullAsync(1, cancel)) keys.Add(reader.GetGuid(1));
        }

        return new KeyCount(count, keys);
    }

    private string First(int count) => string.Create(
        CultureInfo.InvariantCulture,
        $"ORDER BY id {(session.Kind == DatabaseKind.SqlServer ? $"OFFSET 0 ROWS FETCH NEXT {count} ROWS ONLY" : $"LIMIT {count}")}");

    private async Task<DbCommand> CommandAsync(KeySet set, string before, string tail, CancellationToken cancel)
    {
        var command = await OpenAsync(cancel);
        SetStatement.Write(command, session.Kind, set, before, tail);
        return command;
    }

    private async Task<DbCommand> OpenAsync(CancellationToken cancel)
    {
        await session.OpenAsync(cancel);
        var command = session.Connection.CreateCommand();
        command.Transaction = session.Transaction;
        return command;
    }

    private static long Whole(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
