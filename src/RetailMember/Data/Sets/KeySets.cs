using System.Data.Common;
using System.Globalization;
using RetailMember.Data.Rows;

namespace RetailMember.Data.Sets;

/// <inheritdoc cref="IKeySets" />
internal sealed class KeySets(DataSession session, RowShapes shapes, IServiceProvider scope) : IKeySets
{
    public async Task<long> CountAsync(KeySet set, CancellationToken cancel)
    {
        await using var command = await CommandAsync(set, "", "SELECT COUNT(*) FROM {0}", cancel);
        return Whole(await command.ExecuteScalarAsync(cancel));
    }

    public async Task<IReadOnlyList<Guid>> FirstAsync(KeySet set, int count, CancellationToken cancel)
    {
        var rows = session.Kind == DatabaseKind.SqlServer ? "OFFSET 0 ROWS FETCH NEXT {1} ROWS ONLY" : "LIMIT {1}";
        var tail = string.Format(CultureInfo.InvariantCulture, $"SELECT id FROM {{0}} ORDER BY id {rows}", "{0}", count);
        await using var command = await CommandAsync(set, "", tail, cancel);
        var keys = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) keys.Add(reader.GetGuid(0));
        return keys;
    }

    public async Task<KeyedSum> SumAsync(KeySet set, IQueryable<KeyedAmount> amounts, CancellationToken cancel)
    {
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

    private async Task<DbCommand> CommandAsync(KeySet set, string before, string tail, CancellationToken cancel)
    {
        var command = await OpenAsync(cancel);
        SetStatement.Write(command, session.Kind, set, before, tail);
        return command;
    }

    private async Task<DbCommand> OpenAsync(CancellationToken cancel)
    {
        await session.OpenAsync(cancel);
        await session.ReadWholeTablesAsync(cancel);
        var command = session.Connection.CreateCommand();
        command.Transaction = session.Transaction;
        return command;
    }

    private static long Whole(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
