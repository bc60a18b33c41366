using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace RetailMember.Data.Rows;

/// <summary>
/// SQL Server through EF itself, which batches the statements and knows the dialect; ours are the lock hints, and the
/// one statement that EF has no word for.
/// </summary>
internal sealed class SqlServerRows(IServiceProvider scope) : RowsBase(scope)
{
    protected override async Task Insert<T>(IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        var context = Context<T>();
        context.AddRange(rows);
        await SaveAndForget(context, rows, ct);
    }

    /// <summary>
    /// Asks and inserts in one statement, under locks on the keys asked for, also where there is no row yet: two at once
    /// cannot both find a key free. As on the other databases, a null is never taken.
    /// </summary>
    protected override async Task<int> InsertMissing<T>(IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        var entity = Context<T>().Model.FindEntityType(typeof(T))!;
        List<IProperty> columns = [.. entity.GetProperties()];
        var sql = InsertIfFree(entity, columns);
        var inserted = 0;
        foreach (var row in rows)
        {
            await using var command = Session.Connection.CreateCommand();
            command.Transaction = Session.Transaction;
            command.CommandText = sql;
            foreach (var column in columns)
                command.Parameters.Add(column.GetRelationalTypeMapping().CreateParameter(
                    command, "@" + column.GetColumnName(), column.GetGetter().GetClrValue(row), column.IsNullable));
            inserted += await command.ExecuteNonQueryAsync(ct);
        }
        return inserted;
    }

    protected override async Task Update<T>(IReadOnlyCollection<T> rows, string[] columns, CancellationToken ct)
    {
        var context = Context<T>();
        foreach (var row in rows)
        {
            var entry = context.Attach(row);
            foreach (var column in columns) entry.Property(column).IsModified = true;
        }
        await SaveAndForget(context, rows, ct);
    }

    protected override async Task AddTo<T>(IReadOnlyCollection<T> rows, string[] counters, CancellationToken ct)
    {
        var context = Context<T>();
        var key = context.Model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties;
        var written = new List<T>(rows.Count);
        foreach (var row in rows)
        {
            var kept = await Matching(row, key).SingleOrDefaultAsync(ct);
            written.Add(kept ?? row);
            if (kept is null)
            {
                context.Add(row);
                continue;
            }
            var entry = context.Attach(kept);
            foreach (var counter in counters)
            {
                var property = entry.Property(counter);
                var more = Convert.ToInt64(property.Metadata.PropertyInfo!.GetValue(row), null);
                property.CurrentValue = Convert.ChangeType(
                    checked(Convert.ToInt64(property.CurrentValue, null) + more), property.Metadata.ClrType, null);
            }
        }
        await SaveAndForget(context, written, ct);
    }

    protected override Task<List<T>> Locked<T, TValue>(
        Expression<Func<T, TValue>> by, IReadOnlyCollection<TValue> values, CancellationToken ct) =>
        InKeyOrder(Among(Hinted<T>(), by, values)).ToListAsync(ct);

    protected override Task<List<T>> Read<T, TValue>(
        Expression<Func<T, TValue>> by, IReadOnlyCollection<TValue> values, CancellationToken ct) =>
        InKeyOrder(Among(Context<T>().Set<T>().AsNoTracking().IgnoreQueryFilters(), by, values)).ToListAsync(ct);

    protected override Task<List<T>> Select<T>(FormattableString tail, CancellationToken ct)
    {
        var table = Context<T>().Model.FindEntityType(typeof(T))!.GetTableName();
#pragma warning disable EF1002 // The table's name comes from the model, the tail's values are parameters.
        return Context<T>().Set<T>().FromSqlRaw($"SELECT * FROM [{table}] {tail.Format}", tail.GetArguments()!)
            .AsNoTracking().IgnoreQueryFilters().ToListAsync(ct);
#pragma warning restore EF1002
    }

    private static IQueryable<T> Among<T, TValue>(
        IQueryable<T> rows, Expression<Func<T, TValue>> by, IReadOnlyCollection<TValue> values)
    {
        var list = values.ToArray();
        Expression<Func<TValue[]>> parameter = () => EF.Parameter(list);
        var contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(TValue)], parameter.Body, by.Body);
        return rows.Where(Expression.Lambda<Func<T, bool>>(contains, by.Parameters));
    }

    private IQueryable<T> InKeyOrder<T>(IQueryable<T> rows)
        where T : class
    {
        var key = Shape<T>().Key;
        var ordered = rows.OrderBy(r => EF.Property<object>(r, key[0].Property));
        return key.Skip(1).Aggregate(ordered, (q, c) => q.ThenBy(r => EF.Property<object>(r, c.Property)));
    }

    private IQueryable<T> Hinted<T>()
        where T : class
    {
        var table = Context<T>().Model.FindEntityType(typeof(T))!.GetTableName();
#pragma warning disable EF1002 // The table's name comes from the model.
        return Context<T>().Set<T>().FromSqlRaw($"SELECT * FROM [{table}] WITH (UPDLOCK, HOLDLOCK, ROWLOCK)")
            .AsNoTracking().IgnoreQueryFilters();
#pragma warning restore EF1002
    }

    private static string InsertIfFree(IEntityType entity, List<IProperty> columns)
    {
        var table = $"[{entity.GetTableName()}]";
        var free = entity.GetKeys().Select(k => k.Properties)
            .Concat(entity.GetIndexes().Where(i => i.IsUnique).Select(i => i.Properties))
            .Select(unique => string.Join(" AND ", unique.Select(p => $"[{p.GetColumnName()}] = @{p.GetColumnName()}")))
            .Select(same => $"NOT EXISTS (SELECT 1 FROM {table} WITH (UPDLOCK, HOLDLOCK) WHERE {same})");
        return $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"[{c.GetColumnName()}]"))}) " +
            $"SELECT {string.Join(", ", columns.Select(c => "@" + c.GetColumnName()))} WHERE {string.Join(" AND ", free)}";
    }

    private IQueryable<T> Matching<T>(T row, IReadOnlyList<IProperty> properties)
        where T : class
    {
        var other = Expression.Parameter(typeof(T), "other");
        var same = properties
            .Select(p => Expression.Equal(
                Expression.Property(other, p.PropertyInfo!), Expression.Property(Expression.Constant(row), p.PropertyInfo!)))
            .Aggregate(Expression.AndAlso);
        return Hinted<T>().Where(Expression.Lambda<Func<T, bool>>(same, other));
    }

    // The tracker must not remember these rows into the next call; what else it tracks is the use case's own.
    private static async Task SaveAndForget<T>(ModuleDb context, IReadOnlyCollection<T> rows, CancellationToken ct)
        where T : class
    {
        await context.SaveChangesAsync(ct);
        foreach (var row in rows) context.Entry(row).State = EntityState.Detached;
    }
}
