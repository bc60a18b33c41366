using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports;

/// <summary>
/// Keeps one import's account while its work goes on in transactions of other scopes: hands out the rows to do next, and
/// saves counts, cursor and verdicts together. A save fails where somebody else has changed the import meanwhile.
/// </summary>
internal sealed class ImportBook : IAsyncDisposable
{
    private const int RowsAtOnce = 20_000;

    private readonly AsyncServiceScope scope;
    private readonly DataSession session;
    private readonly MembershipDb db;
    private readonly IRows rows;
    private readonly TimeProvider time;

    private ImportBook(AsyncServiceScope scope, int brandId)
    {
        this.scope = scope;
        session = scope.ServiceProvider.GetRequiredService<DataSession>();
        session.Brand = brandId;
        db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        rows = scope.ServiceProvider.GetRequiredService<IRows>();
        time = scope.ServiceProvider.GetRequiredService<TimeProvider>();
    }

    public Import Import { get; private set; } = null!;

    private IQueryable<ImportRow> Rows => db.ImportRows.AsNoTracking().Where(r => r.ImportId == Import.Id);

    /// <summary>Refuses <c>import.not-found</c>.</summary>
    public static async Task<ImportBook> OpenAsync(
        IServiceScopeFactory scopes, int brandId, long id, CancellationToken cancel)
    {
        var book = new ImportBook(scopes.CreateAsyncScope(), brandId);
        book.Import = await book.db.Imports.SingleOrDefaultAsync(i => i.Id == id, cancel)
            ?? throw new Refusal("import.not-found", RefusalKind.NotFound, ("import", id));
        return book;
    }

    /// <summary>A new import, written with a number of its own.</summary>
    public static async Task<ImportBook> BeginAsync(
        IServiceScopeFactory scopes, int brandId, Func<long, Import> make, CancellationToken cancel)
    {
        var book = new ImportBook(scopes.CreateAsyncScope(), brandId);
        await book.session.BeginAsync(cancel);
        var ids = await book.scope.ServiceProvider.GetRequiredService<Sequences>().TakeAsync<Import>(1, cancel);
        book.Import = make(ids[0]);
        book.db.Imports.Add(book.Import);
        await book.db.SaveChangesAsync(cancel);
        await book.session.CommitAsync(cancel);
        return book;
    }

    /// <summary>Adds staged rows; a sign of life.</summary>
    public Task AddAsync(IReadOnlyCollection<ImportRow> staged, CancellationToken cancel) =>
        InTransactionAsync(
            async () =>
            {
                Import.AliveAt = time.GetUtcNow().UtcDateTime;
                Import.Rows += staged.Count;
                await rows.InsertAsync(staged, cancel);
                await db.SaveChangesAsync(cancel);
            },
            cancel);

    /// <summary>The import as somebody else has changed it meanwhile; what was not saved is lost.</summary>
    public Task ReloadAsync(CancellationToken cancel) => db.Entry(Import).ReloadAsync(cancel);

    /// <summary>Saves the import with the rows that got a verdict, or lost one; a sign of life.</summary>
    public Task SaveAsync(IReadOnlyCollection<ImportRow> judged, CancellationToken cancel) =>
        InTransactionAsync(
            async () =>
            {
                Import.AliveAt = time.GetUtcNow().UtcDateTime;
                await rows.UpdateAsync(judged, ImportRow.Verdict, cancel);
                await db.SaveChangesAsync(cancel);
            },
            cancel);

    /// <summary>The next rows that wait, in order of their turns; an entry is never cut in two.</summary>
    public async Task<List<ImportRow>> NextAsync(string after, int count, CancellationToken cancel)
    {
        var next = await Waiting().Where(r => string.Compare(r.Turn, after) > 0)
            .OrderBy(r => r.Turn).ThenBy(r => r.RowNo).Take(count).ToListAsync(cancel);
        if (next.Count < count) return next;
        var last = next[^1].Turn;
        if (next[0].Turn != last)
        {
            next.RemoveAll(r => r.Turn == last);
            return next;
        }

        return await Waiting().Where(r => r.Turn == last).OrderBy(r => r.RowNo).ToListAsync(cancel);
    }

    /// <summary>Rows whose key the file has more than once, key by key, and within it in order of the file.</summary>
    public IAsyncEnumerable<ImportRow> Repeated()
    {
        var twice = Rows.Where(r => r.Key != "").GroupBy(r => r.Key).Where(g => g.Count() > 1).Select(g => g.Key);
        return Rows.Where(r => twice.Contains(r.Key)).OrderBy(r => r.Key).ThenBy(r => r.RowNo).AsAsyncEnumerable();
    }

    public Task<int> EntriesAsync(CancellationToken cancel) =>
        Rows.Where(r => r.Key != "").Select(r => r.Key).Distinct().CountAsync(cancel);

    public Task<int> RefusedAsync(CancellationToken cancel) =>
        Rows.CountAsync(r => r.State == ImportRowState.Refused, cancel);

    /// <param name="upTo">The turn up to which rows count.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<int> MembersAsync(string upTo, CancellationToken cancel) =>
        Rows.Where(r => r.State == ImportRowState.Waiting && string.Compare(r.Turn, upTo) <= 0)
            .Select(r => r.MemberIndex).Distinct().CountAsync(cancel);

    /// <summary>Forgets the rows that are done with: those in the error file stay.</summary>
    public async Task ForgetAsync(bool refusedToo, CancellationToken cancel)
    {
        var last = await Rows.MaxAsync(r => (int?)r.RowNo, cancel) ?? 0;
        for (var upTo = RowsAtOnce; upTo < last + RowsAtOnce; upTo += RowsAtOnce)
            await InTransactionAsync(
                () => db.ImportRows
                    .Where(r => r.ImportId == Import.Id && r.RowNo <= upTo && (refusedToo || r.State == ImportRowState.Waiting))
                    .ExecuteDeleteAsync(cancel),
                cancel);
    }

    public ValueTask DisposeAsync() => scope.DisposeAsync();

    private IQueryable<ImportRow> Waiting() => Rows.Where(r => r.State != ImportRowState.Refused);

    private async Task InTransactionAsync(Func<Task> work, CancellationToken cancel)
    {
        await session.BeginAsync(cancel);
        try
        {
            await work();
            await session.CommitAsync(cancel);
        }
        catch
        {
            await session.RollbackAsync();
            throw;
        }
    }
}
