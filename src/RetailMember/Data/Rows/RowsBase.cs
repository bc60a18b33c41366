using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace RetailMember.Data.Rows;

/// <summary>What the three databases' writers have in common: checks and shapes.</summary>
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
        where T : class
    {
        await Session.OpenAsync(ct);
        return values.Count == 0 ? [] : await Read(by, values, ct);
    }

    public async Task<List<T>> SelectAsync<T>(FormattableString tail, CancellationToken ct = default)
        where T : class
    {
        await Session.OpenAsync(ct);
        return await Select<T>(tail, ct);
    }

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

    protected abstract Task<List<T>> Read<T, TValue>(
        Expression<Func<T, TValue>> by, IReadOnlyCollection<TValue> values, CancellationToken ct)
        where T : class;

    protected abstract Task<List<T>> Select<T>(FormattableString tail, CancellationToken ct)
        where T : class;

    protected RowShape<T> Shape<T>()
        where T : class => shapes.Of<T>(scope);

    protected ModuleDb Context<T>()
        where T : class => (ModuleDb)scope.GetRequiredService(Shape<T>().Context);

    protected RowColumn<T> Column<T, TValue>(Expression<Func<T, TValue>> by)
        where T : class => Shape<T>()[PropertyOf(by).Name];

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
}
