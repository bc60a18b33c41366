using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace RetailMember.Data;

/// <summary>
/// The work unit of one scope: one connection, at most one transaction, one brand. Every module's context of the scope
/// works on this connection and in this transaction, so that a use case across modules commits or fails as a whole.
/// </summary>
public sealed class DataSession(Database database) : IAsyncDisposable
{
    private readonly List<ModuleDb> contexts = [];
    private readonly Dictionary<string, long> lastIds = [];
    private readonly List<Func<Task>> afterCommit = [];
    private readonly List<Func<Task>> afterEnd = [];
    private DbConnection? connection;
    private DbTransaction? transaction;
    private bool holdsTurn;
    private bool disposed;

    public DatabaseKind Kind => database.Kind;

    /// <summary>The brand that this scope works for; null sees no brand-owned row.</summary>
    public int? Brand { get; set; }

    /// <summary>
    /// Chain-level work: rows of any brand may be written, and <see cref="ModuleDb.AcrossBrands{T}"/> may be asked.
    /// </summary>
    public bool AllBrands { get; set; }

    public bool InTransaction => transaction is not null;

    /// <summary>The scope's connection; closed until first use.</summary>
    public DbConnection Connection
    {
        get
        {
            // Work that outlived its scope must not write outside of any transaction.
            ObjectDisposedException.ThrowIf(disposed, this);
            return connection ??= database.CreateConnection();
        }
    }

    /// <summary>The running transaction; null outside of one.</summary>
    public DbTransaction? Transaction => transaction;

    /// <summary>The last id handed out per SQLite table in the running transaction.</summary>
    internal Dictionary<string, long> LastIds => lastIds;

    /// <summary>Begins the transaction. On SQLite this waits for the write turn of the file.</summary>
    public async Task BeginAsync(CancellationToken ct = default)
    {
        if (InTransaction) throw new InvalidOperationException("This scope is in a transaction already.");
        if (database.Gate is { } gate)
        {
            await gate.EnterAsync(ct);
            holdsTurn = true;
        }
        await StartAsync(ct);
    }

    /// <summary>
    /// Begins a transaction that only reads, all on one connection; it ends with the scope. On SQLite it waits for nobody
    /// and sees one state of the file.
    /// </summary>
    public Task BeginReadingAsync(CancellationToken ct = default) =>
        InTransaction ? throw new InvalidOperationException("This scope is in a transaction already.") : StartAsync(ct);

    /// <summary>
    /// Asks something whose failure the caller gets over: the running transaction goes on as if it had not been asked. On
    /// PostgreSQL a statement that fails would end it otherwise.
    /// </summary>
    public async Task<T> AttemptAsync<T>(Func<Task<T>> ask, CancellationToken ct = default)
    {
        const string Before = "attempt";
        if (transaction is not { } running || Kind != DatabaseKind.Postgres) return await ask();
        await running.SaveAsync(Before, ct);
        try
        {
            var answer = await ask();
            await running.ReleaseAsync(Before, ct);
            return answer;
        }
        catch
        {
            if (Connection.State == ConnectionState.Open) await running.RollbackAsync(Before, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Saves what the scope's contexts have been told, within the running transaction.</summary>
    public async Task SaveAsync(CancellationToken ct = default)
    {
        foreach (var context in contexts)
            if (context.ChangeTracker.HasChanges()) await context.SaveChangesAsync(ct);
    }

    public async Task CommitAsync(CancellationToken ct = default)
    {
        if (transaction is null) throw new InvalidOperationException("No transaction to commit.");
        await transaction.CommitAsync(ct);
        Func<Task>[] next = [.. afterCommit, .. afterEnd];
        await EndAsync();
        foreach (var action in next) await action();
    }

    /// <summary>
    /// What to do once the running transaction is committed, before its caller hears of it; forgotten when it is not.
    /// For memory that follows the tables: it must not fail.
    /// </summary>
    public void AfterCommit(Func<Task> action) => afterCommit.Add(action);

    /// <summary>
    /// What to do once the running transaction has ended, committed or not, before its caller hears of it: for what outlives
    /// a refusal, such as counting it. Works in a scope of its own, and must not fail.
    /// </summary>
    public void AfterEnd(Func<Task> action) => afterEnd.Add(action);

    /// <summary>Undoes the transaction, if one runs, and forgets every change the contexts were told.</summary>
    public async Task RollbackAsync()
    {
        Func<Task>[] next = [.. afterEnd];
        try
        {
            if (transaction is not null && Connection.State == ConnectionState.Open) await transaction.RollbackAsync();
        }
        finally
        {
            foreach (var context in contexts) context.ChangeTracker.Clear();
            await EndAsync();
        }

        foreach (var action in next) await action();
    }

    /// <summary>Opens the connection where it is not open yet.</summary>
    public async Task OpenAsync(CancellationToken ct = default)
    {
        if (Connection.State != ConnectionState.Open) await Connection.OpenAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        // A scope disposes its contexts before their session: there is nothing left to tell them.
        contexts.Clear();
        try
        {
            if (transaction is not null) await RollbackAsync();
        }
        finally
        {
            disposed = true;
            if (connection is not null) await connection.DisposeAsync();
        }
    }

    /// <summary>
    /// Commands find their rows by key. PostgreSQL keeps the plan of a prepared statement until a table is analyzed
    /// again: one made while the table was small reads all of it for a minute after it has grown.
    /// </summary>
    private Task KeepToIndexesAsync(CancellationToken ct) => SetAsync("enable_seqscan = off", ct);

    /// <summary>
    /// For one question, in the running transaction or in one of its own, until what comes back is disposed of: what looks at
    /// most rows of a table reads it from end to end, sums up in memory and does not wait to be compiled.
    /// </summary>
    internal async Task<IAsyncDisposable?> ReadWholeTablesAsync(CancellationToken ct)
    {
        if (Kind != DatabaseKind.Postgres) return null;
        await OpenAsync(ct);
        IAsyncDisposable end = InTransaction ? new WholeTables(this) : await Connection.BeginTransactionAsync(ct);
        await SetAsync("enable_seqscan = on; SET LOCAL jit = off; SET LOCAL work_mem = '64MB'", ct);
        return end;
    }

    /// <summary>Has the rest of the running transaction keep to its indexes again.</summary>
    private sealed class WholeTables(DataSession session) : IAsyncDisposable
    {
        /// <summary>What PostgreSQL says to all that follows a statement that failed.</summary>
        private const string HasFailed = "25P02";

        public async ValueTask DisposeAsync()
        {
            if (!session.InTransaction || session.Connection.State != ConnectionState.Open) return;
            try
            {
                await session.SetAsync("enable_seqscan = off; SET LOCAL jit TO DEFAULT; SET LOCAL work_mem TO DEFAULT", default);
            }
            catch (DbException fault) when (fault.SqlState == HasFailed)
            {
                // The question failed, and says so itself; nothing more is asked in this transaction.
            }
        }
    }

    private async Task SetAsync(string local, CancellationToken ct)
    {
        await using var command = Connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SET LOCAL {local}";
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>A context takes the connection when it is first asked: many a scope asks few of its contexts.</summary>
    internal TDb Enlist<TDb>(TDb context)
        where TDb : ModuleDb
    {
        if (transaction is not null) context.Database.UseTransaction(transaction);
        contexts.Add(context);
        return context;
    }

    /// <summary>Refuses a row of a brand that this scope does not work for.</summary>
    internal void Guard(object row)
    {
        if (row is IBrandOwned owned && !AllBrands && owned.BrandId != Brand)
        {
            var own = Brand is { } brand ? $"brand {brand}" : "no brand";
            throw new InvalidOperationException(
                $"{row.GetType().Name} of brand {owned.BrandId} written while working for {own}.");
        }
    }

    private async Task StartAsync(CancellationToken ct)
    {
        try
        {
            await OpenAsync(ct);
            // Whoever holds no turn to write on SQLite takes no lock to write either.
            transaction = Connection is SqliteConnection file && !holdsTurn
                ? file.BeginTransaction(deferred: true)
                : await Connection.BeginTransactionAsync(IsolationLevel.Unspecified, ct);
            if (Kind == DatabaseKind.Postgres) await KeepToIndexesAsync(ct);
            foreach (var context in contexts) await context.Database.UseTransactionAsync(transaction, ct);
        }
        catch
        {
            await EndAsync();
            throw;
        }
    }

    private async Task EndAsync()
    {
        lastIds.Clear();
        afterCommit.Clear();
        afterEnd.Clear();
        var ended = transaction;
        transaction = null;
        try
        {
            foreach (var context in contexts) await context.Database.UseTransactionAsync(null);
            if (ended is not null) await ended.DisposeAsync();
        }
        finally
        {
            if (holdsTurn)
            {
                holdsTurn = false;
                database.Gate!.Leave();
            }
        }
    }
}
