using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Platform.Data;

namespace RetailMember.Platform.Events;

/// <summary>
/// Takes rows of one subscriber and brand for the running transaction. Rows that another host has taken are skipped on
/// the servers; on SQLite the writer is alone.
/// </summary>
internal sealed class OutboxClaim(PlatformDb db, DataSession session)
{
    public Task<List<OutboxRow>> TakeAsync(Post post, DateTime now, int atMost, CancellationToken cancel) =>
        Claimed(post, now, atMost).AsNoTracking().IgnoreQueryFilters().OrderBy(r => r.Id).ToListAsync(cancel);

    public Task<List<OutboxRow>> TakeAsync(long id, CancellationToken cancel) => (session.Kind switch
    {
        DatabaseKind.Postgres => db.Outbox.FromSql(
            $"SELECT * FROM platform_outbox WHERE id = {id} FOR UPDATE SKIP LOCKED"),
        DatabaseKind.SqlServer => db.Outbox.FromSql(
            $"SELECT * FROM platform_outbox WITH (UPDLOCK, READPAST, ROWLOCK) WHERE id = {id}"),
        _ => db.Outbox.Where(r => r.Id == id),
    }).AsNoTracking().IgnoreQueryFilters().ToListAsync(cancel);

    /// <summary>Handled: within the transaction that handled them.</summary>
    public Task DeleteAsync(IReadOnlyCollection<OutboxRow> handled, CancellationToken cancel)
    {
        long[] ids = [.. handled.Select(r => r.Id)];
        return db.Outbox.IgnoreQueryFilters().Where(r => EF.Parameter(ids).Contains(r.Id)).ExecuteDeleteAsync(cancel);
    }

    private IQueryable<OutboxRow> Claimed(Post post, DateTime now, int atMost) => session.Kind switch
    {
        DatabaseKind.Postgres => db.Outbox.FromSql(
            $"""
            SELECT * FROM platform_outbox
            WHERE subscriber = {post.Subscriber} AND brand_id = {post.BrandId} AND NOT parked AND due_at <= {now}
            ORDER BY id LIMIT {atMost} FOR UPDATE SKIP LOCKED
            """),
        DatabaseKind.SqlServer => db.Outbox.FromSql(
            $"""
            SELECT TOP ({atMost}) * FROM platform_outbox WITH (UPDLOCK, READPAST, ROWLOCK)
            WHERE subscriber = {post.Subscriber} AND brand_id = {post.BrandId} AND parked = 0 AND due_at <= {now}
            ORDER BY id
            """),
        _ => db.Outbox.IgnoreQueryFilters()
            .Where(r => r.Subscriber == post.Subscriber && r.BrandId == post.BrandId && !r.Parked && r.DueAt <= now)
            .OrderBy(r => r.Id).Take(atMost),
    };
}

/// <summary>What waits for one subscriber in one brand (0: the chain).</summary>
internal sealed record Post(string Subscriber, int BrandId);
