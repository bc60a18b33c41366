using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.Receipts;

/// <summary>
/// Brings receipts that name a message by the provider's number together with it. Each side writes down first, commits, and
/// looks then: whichever is the later finds the other.
/// </summary>
internal sealed class EarlyReceipts(MarketingDb db, DataSession session, IRows rows, ReceiptBook receipts)
{
    private const int AtOnce = 1000;

    /// <summary>Within a transaction of its own: a receipt that is told twice is kept once.</summary>
    public Task KeepAsync(EarlyReceipt receipt, CancellationToken cancel) => rows.InsertMissingAsync([receipt], cancel);

    /// <summary>Those of these numbers whose message is known; says how many messages that moved.</summary>
    public async Task<int> SettleAsync(
        string gateway, IReadOnlyCollection<string> references, DateTime now, CancellationToken cancel)
    {
        if (references.Count == 0) return 0;
        return await SettleAsync(
            await db.EarlyReceipts.AsNoTracking()
                .Where(r => r.Gateway == gateway && EF.Parameter(references).Contains(r.Reference)).ToListAsync(cancel),
            now, cancel);
    }

    /// <summary>All that wait, and the end of those whose message never came to be known.</summary>
    public async Task SettleAsync(DateTime now, CancellationToken cancel)
    {
        await SettleAsync(
            await db.EarlyReceipts.AsNoTracking().OrderByDescending(r => r.ToldAt).Take(AtOnce).ToListAsync(cancel), now, cancel);
        var before = now - AskReceipts.Patience;
        await db.EarlyReceipts.Where(r => r.ToldAt < before).ExecuteDeleteAsync(cancel);
    }

    private async Task<int> SettleAsync(List<EarlyReceipt> waiting, DateTime now, CancellationToken cancel)
    {
        if (waiting.Count == 0) return 0;
        string[] references = [.. waiting.Select(r => r.Reference).Distinct()];
        string[] recipients = [.. waiting.Select(r => r.RecipientId).Distinct()];
        var messages = session.AllBrands ? db.AcrossBrands<Message>() : db.Messages;
        var known = await messages.AsNoTracking()
            .Where(m => EF.Parameter(recipients).Contains(m.RecipientId!) && EF.Parameter(references).Contains(m.Reference!))
            .Select(m => new { m.Gateway, Reference = m.Reference!, RecipientId = m.RecipientId!, Request = m.RequestId! })
            .ToListAsync(cancel);
        var requests = known.ToLookup(m => (m.Gateway, m.Reference, m.RecipientId), m => m.Request);
        var found = waiting.FindAll(r => requests.Contains(KeyOf(r)));
        var moved = await receipts.RecordAsync(
            [
                .. found.SelectMany(r => requests[KeyOf(r)].Select(request => new ToldReceipt(
                    request, r.RecipientId, new GatewayRecord(r.HasArrived, r.DoneAt, r.Reason, r.ProviderReason)))),
            ],
            now, cancel);
        foreach (var group in found.GroupBy(r => r.Gateway))
        {
            string[] settled = [.. group.Select(r => r.Reference)];
            await db.EarlyReceipts
                .Where(r => r.Gateway == group.Key && EF.Parameter(settled).Contains(r.Reference)).ExecuteDeleteAsync(cancel);
        }

        return moved;
    }

    private static (string? Gateway, string Reference, string RecipientId) KeyOf(EarlyReceipt receipt) =>
        (receipt.Gateway, receipt.Reference, receipt.RecipientId);
}
