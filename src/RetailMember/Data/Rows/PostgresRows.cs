using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace RetailMember.Data.Rows;

/// <summary>One statement per call: the columns travel as arrays and are unnested on the server.</summary>
internal sealed class PostgresRows(IServiceProvider scope) : RowsBase(scope)
{
    protected override Task Insert<T>(IReadOnlyCollection<T> rows, CancellationToken ct) =>
        Run(InsertInto(Shape<T>()), Shape<T>().Columns, rows, ct);

    protected override Task<int> InsertMissing<T>(IReadOnlyCollection<T> rows, CancellationToken ct) =>
        Run($"{InsertInto(Shape<T>())} ON CONFLICT DO NOTHING", Shape<T>().Columns, rows, ct);

    protected override async Task Update<T>(IReadOnlyCollection<T> rows, string[] columns, CancellationToken ct)
    {
        var shape = Shape<T>();
        List<RowColumn<T>> written = shape.Named(columns);
        List<RowColumn<T>> sent = [.. shape.Key, .. written];
        var set = RowShape<T>.List(written, c => $"{RowShape<T>.Quote(c.Name)} = v.{RowShape<T>.Quote(c.Name)}");
        var same = string.Join(" AND ", shape.Key.Select(c => $"t.{RowShape<T>.Quote(c.Name)} = v.{RowShape<T>.Quote(c.Name)}"));
        var names = RowShape<T>.List(sent, c => RowShape<T>.Quote(c.Name));
        var updated = await Run(
            $"UPDATE {shape.Table} AS t SET {set} FROM unnest({Parameters(sent.Count)}) AS v({names}) WHERE {same}", sent, rows, ct);
        if (updated != rows.Count) throw new DbUpdateConcurrencyException($"{rows.Count - updated} rows of {shape.Table} are gone.");
    }

    protected override Task AddTo<T>(IReadOnlyCollection<T> rows, string[] counters, CancellationToken ct)
    {
        var shape = Shape<T>();
        var add = RowShape<T>.List(shape.Named(counters), c =>
            $"{RowShape<T>.Quote(c.Name)} = {shape.Table}.{RowShape<T>.Quote(c.Name)} + excluded.{RowShape<T>.Quote(c.Name)}");
        var inOrder = $"{InsertInto(shape)} ORDER BY {shape.KeyList()}";
        return Run($"{inOrder} ON CONFLICT ({shape.KeyList()}) DO UPDATE SET {add}", shape.Columns, rows, ct);
    }

    protected override Task<List<T>> Locked<T, TValue>(
        Expression<Func<T, TValue>> by, IReadOnlyCollection<TValue> values, CancellationToken ct) =>
        Select(by, values, "FOR UPDATE", ct);

    protected override Task<List<T>> Read<T, TValue>(
        Expression<Func<T, TValue>> by, IReadOnlyCollection<TValue> values, CancellationToken ct) =>
        Select(by, values, "", ct);

    private Task<List<T>> Select<T, TValue>(
        Expression<Func<T, TValue>> by, IReadOnlyCollection<TValue> values, string locking, CancellationToken ct)
        where T : class
    {
        var shape = Shape<T>();
        var tail = $"WHERE {RowShape<T>.Quote(Column(by).Name)} = ANY($1) ORDER BY {shape.KeyList()} {locking}";
        return Select(shape, tail, [values.ToArray()], ct);
    }

    protected override Task<List<T>> Select<T>(FormattableString tail, CancellationToken ct)
    {
        object[] places = [.. Enumerable.Range(1, tail.ArgumentCount).Select(i => $"${i}")];
        var text = string.Format(CultureInfo.InvariantCulture, tail.Format, places);
        return Select(Shape<T>(), text, tail.GetArguments(), ct);
    }

    private async Task<List<T>> Select<T>(RowShape<T> shape, string tail, object?[] values, CancellationToken ct)
        where T : class
    {
        await using var command = Command($"SELECT {shape.ColumnList} FROM {shape.Table} {tail}");
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) rows.Add(shape.Materialize(reader));
        return rows;
    }

    private static string InsertInto<T>(RowShape<T> shape)
        where T : class
    {
        var names = RowShape<T>.List(shape.Columns, c => RowShape<T>.Quote(c.Name));
        return $"INSERT INTO {shape.Table} ({names}) SELECT {names} FROM unnest({Parameters(shape.Columns.Count)}) AS v({names})";
    }

    private static string Parameters(int count) => string.Join(", ", Enumerable.Range(1, count).Select(i => $"${i}"));

    private async Task<int> Run<T>(
        string sql, IReadOnlyList<RowColumn<T>> columns, IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        await using var command = Command(sql);
        foreach (var column in columns) command.Parameters.Add(ParameterOf(column.ToArray(rows)));
        return await command.ExecuteNonQueryAsync(ct);
    }

    // Of a list of instants the driver takes the kind of the first one, which a missing one does not tell.
    private static NpgsqlParameter ParameterOf(Array values) => values is DateTime?[] or DateTime[]
        ? new NpgsqlParameter { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz }
        : new NpgsqlParameter { Value = values };

    private NpgsqlCommand Command(string sql) =>
        new(sql, (NpgsqlConnection)Session.Connection, (NpgsqlTransaction?)Session.Transaction);
}
