using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data.Rows;

namespace RetailMember.Data;

/// <summary>
/// Hands out <c>long</c> keys in blocks within the transaction, for tables that say
/// <see cref="PortableModel.HasSequenceKey{T}"/>. Keys taken after a row was locked are higher than those of every
/// earlier holder of the lock, so keys tell the order. A rolled back transaction leaves a gap.
/// </summary>
public sealed class Sequences(DataSession session, IServiceProvider scope)
{
    private readonly RowShapes shapes = (RowShapes)scope.GetService(typeof(RowShapes))!;

    /// <summary>The next <paramref name="count"/> keys of the table of <typeparamref name="T"/>, rising.</summary>
    public async Task<long[]> TakeAsync<T>(int count, CancellationToken ct = default)
        where T : class
    {
        if (!session.InTransaction) throw new InvalidOperationException("Keys are taken within a transaction.");
        if (count == 0) return [];
        var context = (ModuleDb)scope.GetService(shapes.Of<T>(scope).Context)!;
        var entity = context.Model.FindEntityType(typeof(T))!;
        if (entity.FindAnnotation(PortableModel.SequenceAnnotation) is null)
            throw new InvalidOperationException($"{typeof(T).Name} does not say HasSequenceKey.");

        return session.Kind == DatabaseKind.Sqlite
            ? await AfterHighestAsync(entity.GetTableName()!, entity.FindPrimaryKey()!.Properties[0].GetColumnName(), count, ct)
            : await FromSequenceAsync(PortableModel.SequenceName(entity), count, ct);
    }

    private async Task<long[]> FromSequenceAsync(string sequence, int count, CancellationToken ct)
    {
        await using var command = session.Connection.CreateCommand();
        command.Transaction = session.Transaction;
        command.CommandText = session.Kind == DatabaseKind.Postgres
            ? $"SELECT nextval('\"{sequence}\"') FROM generate_series(1, @count)"
            : $"SELECT NEXT VALUE FOR [{sequence}] FROM (" +
                "SELECT TOP (@count) 1 AS n FROM sys.all_objects a CROSS JOIN sys.all_objects b) AS x";
        var parameter = command.CreateParameter();
        parameter.ParameterName = "count";
        parameter.Value = count;
        command.Parameters.Add(parameter);
        var ids = new long[count];
        await using var reader = await command.ExecuteReaderAsync(ct);
        for (var i = 0; await reader.ReadAsync(ct); i++) ids[i] = reader.GetInt64(0);
        Array.Sort(ids);
        return ids;
    }

    private async Task<long[]> AfterHighestAsync(string table, string column, int count, CancellationToken ct)
    {
        if (!session.LastIds.TryGetValue(table, out var last))
        {
            await using var command = session.Connection.CreateCommand();
            command.Transaction = session.Transaction;
            command.CommandText = $"SELECT coalesce(max(\"{column}\"), 0) FROM \"{table}\"";
            last = Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
        }
        var ids = new long[count];
        for (var i = 0; i < count; i++) ids[i] = ++last;
        session.LastIds[table] = last;
        return ids;
    }
}
