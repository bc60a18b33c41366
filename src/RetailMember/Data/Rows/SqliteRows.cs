using System.Globalization;
using System.Linq.Expressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace RetailMember.Data.Rows;

/// <summary>One prepared statement per call, run row by row: on SQLite that beats any set-based form.</summary>
internal sealed class SqliteRows(IServiceProvider scope) : RowsBase(scope)
{
    protected override Task Insert<T>(IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        Run(InsertInto(Shape<T>()), Shape<T>().Columns, rows);
        return Task.CompletedTask;
    }

    protected override Task<int> InsertMissing<T>(IReadOnlyCollection<T> rows, CancellationToken ct) =>
        Task.FromResult(Run($"{InsertInto(Shape<T>())} ON CONFLICT DO NOTHING", Shape<T>().Columns, rows));

    protected override Task Update<T>(IReadOnlyCollection<T> rows, string[] columns, CancellationToken ct)
    {
        var shape = Shape<T>();
        List<RowColumn<T>> written = shape.Named(columns);
        var set = RowShape<T>.List(written, c => $"{RowShape<T>.Quote(c.Name)} = @{c.Name}");
        var same = string.Join(" AND ", shape.Key.Select(c => $"{RowShape<T>.Quote(c.Name)} = @{c.Name}"));
        var updated = Run($"UPDATE {shape.Table} SET {set} WHERE {same}", [.. written, .. shape.Key], rows);
        if (updated != rows.Count) throw new DbUpdateConcurrencyException($"{rows.Count - updated} rows of {shape.Table} are gone.");
        return Task.CompletedTask;
    }

    protected override Task AddTo<T>(IReadOnlyCollection<T> rows, string[] counters, CancellationToken ct)
    {
        var shape = Shape<T>();
        var add = RowShape<T>.List(shape.Named(counters), c =>
            $"{RowShape<T>.Quote(c.Name)} = {RowShape<T>.Quote(c.Name)} + excluded.{RowShape<T>.Quote(c.Name)}");
        Run($"{InsertInto(shape)} ON CONFLICT ({shape.KeyList()}) DO UPDATE SET {add}", shape.Columns, rows);
        return Task.CompletedTask;
    }

    // The transaction holds the file's only write lock since it began.
    protected override Task<List<T>> Locked<T, TValue>(
        Expression<Func<T, TValue>> by, IReadOnlyCollection<TValue> values, CancellationToken ct) => Read(by, values, ct);

    protected override Task<List<T>> Read<T, TValue>(
        Expression<Func<T, TValue>> by, IReadOnlyCollection<TValue> values, CancellationToken ct)
    {
        var shape = Shape<T>();
        using var command = Command(
            $"SELECT {shape.ColumnList} FROM {shape.Table} WHERE {RowShape<T>.Quote(Column(by).Name)} = @value ORDER BY {shape.KeyList()}");
        var parameter = command.Parameters.Add(new SqliteParameter { ParameterName = "@value" });
        var rows = new List<T>(values.Count);
        foreach (var value in values.Distinct().Order())
        {
            parameter.Value = (object?)value ?? DBNull.Value;
            using var reader = command.ExecuteReader();
            while (reader.Read()) rows.Add(shape.Materialize(reader));
        }
        return Task.FromResult(rows);
    }

    protected override Task<List<T>> Select<T>(FormattableString tail, CancellationToken ct)
    {
        var shape = Shape<T>();
        object[] places = [.. Enumerable.Range(0, tail.ArgumentCount).Select(i => $"@p{i}")];
        var text = string.Format(CultureInfo.InvariantCulture, tail.Format, places);
        using var command = Command($"SELECT {shape.ColumnList} FROM {shape.Table} {text}");
        for (var i = 0; i < places.Length; i++)
            command.Parameters.Add(new SqliteParameter((string)places[i], tail.GetArgument(i) ?? DBNull.Value));
        var rows = new List<T>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) rows.Add(shape.Materialize(reader));
        return Task.FromResult(rows);
    }

    private static string InsertInto<T>(RowShape<T> shape)
        where T : class
    {
        var names = RowShape<T>.List(shape.Columns, c => RowShape<T>.Quote(c.Name));
        return $"INSERT INTO {shape.Table} ({names}) VALUES ({RowShape<T>.List(shape.Columns, c => "@" + c.Name)})";
    }

    private int Run<T>(string sql, IReadOnlyList<RowColumn<T>> columns, IReadOnlyCollection<T> rows)
    {
        using var command = Command(sql);
        var parameters = columns.Select(c => command.Parameters.Add(new SqliteParameter { ParameterName = "@" + c.Name })).ToArray();
        var touched = 0;
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++) parameters[i].Value = columns[i].ToValue(row);
            touched += command.ExecuteNonQuery();
        }
        return touched;
    }

    private SqliteCommand Command(string sql) =>
        new(sql, (SqliteConnection)Session.Connection, (SqliteTransaction?)Session.Transaction);
}
