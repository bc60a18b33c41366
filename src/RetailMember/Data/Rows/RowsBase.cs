using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace RetailMember.Data.Rows;

/// <summary>What the three databases' writers have in common: checks, shapes, and reading through EF.</summary>
internal abstract class RowsBase(IServiceProvider scope) : IRows
{
    private readonly RowShapes shapes = scope.GetRequiredService<RowShapes>();

    protected DataSession Session { get; } = scope.GetRequiredService<DataSession>();

    public Task InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken ct = default)
        where T : class => Writable(rows) ? Insert(rows, ct) : Task.CompletedTask;

    public Task<int> InsertMissingAsync<T>(IReadOnlyCollection<T> rows, CancellationToken ct = default)
        where T : class => Writable(rows) ? InsertMissing(rows, ct) : Task.FromResult(0);

    public Task UpdateAsync<T>(IReadOnlyCollection<T> rows, string[] columns, CancellationToken ct = default)
        where T : class => Writable(rows) ? Update(rows, columns, ct) : Task.CompletedTask;

    public Task AddToAsync<T>(IReadOnlyCollection<T> rows, string[] counters, CancellationToken ct = default)
        where T : class => Writable(rows) ? AddTo(rows, counters, ct) : Task.CompletedTask;

    public async Task<List<T>> LockAsync<T, TValue>(
        Expression<Func<T, TValue>> by, IReadOnlyCollection<TValue> values, CancellationToken ct = default)
        where T : class
    {
        NeedTransaction();
        return values.Count == 0 ? [] : await Locked(by, values, ct);
    }

    public async Task<List<T>> ReadAsync<T, TValue>(
        Expression<Func<T, TValue>> by, IReadOnlyCollection<TValue> values, CancellationToken ct = default)
        where T : class => values.Count == 0
            ? []
            : await InKeyOrder(Among(Set<T>(), by, values)).ToListAsync(ct);

    protected abstract Task Insert<T>(IReadOnlyCollection<T> rows, CancellationToken ct)
        where T : class;

    protected abstract Task<int> InsertMissing<T>(IReadOnlyCollection<T> rows, CancellationToken ct)
        where T : class;

    protected abstract Task Update<T>(IReadOnlyCollection<T> rows, string[] columns, CancellationToken ct)
        where T : class;

    protected abstract Task AddTo<T>(IReadOnlyCollection<T> rows, string[] counters, CancellationToken ct)
        where T : class;

    protected abstract Task<List<T>> Locked<T, TValue>(
        Expression<Func<T, TValue>> by, IReadOnlyCollection<TValue> values, CancellationToken ct)
        where T : class;

    protected RowShape<T> Shape<T>()
        where T : class => shapes.Of<T>(scope);

    protected ModuleDb Context<T>()
        where T : class => (ModuleDb)scope.GetRequiredService(Shape<T>().Context);

    protected IQueryable<T> Set<T>()
        where T : class => Context<T>().Set<T>().AsNoTracking().IgnoreQueryFilters();

    protected string Column<T, TValue>(Expression<Func<T, TValue>> by)
        where T : class => Shape<T>()[PropertyOf(by).Name].Name;

    /// <summary>The rows among the values, which travel as one parameter whatever their number.</summary>
    protected static IQueryable<T> Among<T, TValue>(
        IQueryable<T> rows, Expression<Func<T, TValue>> by, IReadOnlyCollection<TValue> values)
        where T : class
    {
        var holder = new Parameter<TValue>([.. values]);
        Expression<Func<TValue[]>> list = () => EF.Parameter(holder.Values);
        var contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(TValue)], list.Body, by.Body);
        return rows.Where(Expression.Lambda<Func<T, bool>>(contains, by.Parameters));
    }

    protected IQueryable<T> InKeyOrder<T>(IQueryable<T> rows)
        where T : class
    {
        var ordered = rows.OrderBy(r => EF.Property<object>(r, Shape<T>().Key[0].Property));
        return Shape<T>().Key.Skip(1).Aggregate(ordered, (q, c) => q.ThenBy(r => EF.Property<object>(r, c.Property)));
    }

    private static PropertyInfo PropertyOf<T, TValue>(Expression<Func<T, TValue>> by) =>
        (by.Body as MemberExpression)?.Member as PropertyInfo
        ?? throw new ArgumentException("Name one property of the row.", nameof(by));

    private bool Writable<T>(IReadOnlyCollection<T> rows)
        where T : class
    {
        NeedTransaction();
        if (typeof(IBrandOwned).IsAssignableFrom(typeof(T)))
            foreach (var row in rows) Session.Guard(row);
        return rows.Count > 0;
    }

    private void NeedTransaction()
    {
        if (!Session.InTransaction) throw new InvalidOperationException("Rows are written and locked within a transaction.");
    }

    private sealed record Parameter<TValue>(TValue[] Values);
}
