using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.Queue;

/// <summary>
/// Takes messages for the running transaction. Those that another host has taken are skipped on the servers; on SQLite the
/// writer is alone.
/// </summary>
internal sealed class MessageClaim(MarketingDb db, DataSession session)
{
    /// <summary>Those of a batch that are due, the longest first.</summary>
    public Task<List<Message>> TakeDueAsync(Guid batch, DateTime now, int atMost, CancellationToken cancel)
    {
        const short queued = (short)MessageState.Queued;
        return (session.Kind switch
        {
            DatabaseKind.Postgres => db.Messages.FromSql(
                $"""
                SELECT * FROM marketing_message
                WHERE batch_id = {batch} AND state = {queued} AND due_at <= {now}
                ORDER BY due_at, id LIMIT {atMost} FOR UPDATE SKIP LOCKED
                """),
            DatabaseKind.SqlServer => db.Messages.FromSql(
                $"""
                SELECT TOP ({atMost}) * FROM marketing_message WITH (UPDLOCK, READPAST, ROWLOCK)
                WHERE batch_id = {batch} AND state = {queued} AND due_at <= {now}
                ORDER BY due_at, id
                """),
            _ => db.Messages.Where(m => m.BatchId == batch && m.State == MessageState.Queued && m.DueAt <= now)
                .OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(atMost),
        }).AsNoTracking().ToListAsync(cancel);
    }

    /// <summary>Those of a brand about which the provider is to be asked by now.</summary>
    public Task<List<Message>> TakeAskableAsync(int brand, DateTime now, int atMost, CancellationToken cancel) =>
        (session.Kind switch
        {
            DatabaseKind.Postgres => db.Messages.FromSql(
                $"""
                SELECT * FROM marketing_message WHERE brand_id = {brand} AND ask_at <= {now}
                ORDER BY ask_at LIMIT {atMost} FOR UPDATE SKIP LOCKED
                """),
            DatabaseKind.SqlServer => db.Messages.FromSql(
                $"""
                SELECT TOP ({atMost}) * FROM marketing_message WITH (UPDLOCK, READPAST, ROWLOCK)
                WHERE brand_id = {brand} AND ask_at <= {now} ORDER BY ask_at
                """),
            _ => db.Messages.Where(m => m.AskAt <= now).OrderBy(m => m.AskAt).Take(atMost),
        }).AsNoTracking().ToListAsync(cancel);
}
