using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace RetailMember.Data.Rows;

/// <summary>
/// SQL Server through EF itself, which batches the statements and knows the dialect; only the lock hint is ours.
/// </summary>
internal sealed class SqlServerRows(IServiceProvider scope) : RowsBase(scope)
{
    protected override async Task Insert<T>(IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        var context = Context<T>();
        context.AddRange(rows);
        await SaveAndForget(context, rows, ct);
    }

    protected override async Task<int> InsertMissing<T>(IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        var context = Context<T>();
        var entity = context.Model.FindEntityType(typeof(T))!;
        var uniques = entity.GetKeys().Select(k => k.Properties)
            .Concat(entity.GetIndexes().Where(i => i.IsUnique).Select(i => i.Properties)).ToList();
        var missing = new List<T>();
        foreach (var row in rows)
        {
            var taken = false;
            foreach (var unique in uniques) taken = taken || await Taken(row, unique, ct);
            if (!taken) missing.Add(row);
        }
        await Insert(missing, ct);
        return missing.Count;
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
        foreach (var row in rows)
        {
            var kept = await Matching(row, key).SingleOrDefaultAsync(ct);
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
        await SaveAndForget(context, rows, ct);
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

    private Task<bool> Taken<T>(T row, IReadOnlyList<IProperty> unique, CancellationToken ct)
        where T : class => Matching(row, unique).AnyAsync(ct);

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

    // The rows are the caller's: the tracker must not remember them into the next call.
    private static async Task SaveAndForget<T>(ModuleDb context, IReadOnlyCollection<T> rows, CancellationToken ct)
        where T : class
    {
        await context.SaveChangesAsync(ct);
        foreach (var entry in context.ChangeTracker.Entries<T>().ToList()) entry.State = EntityState.Detached;
    }
}
