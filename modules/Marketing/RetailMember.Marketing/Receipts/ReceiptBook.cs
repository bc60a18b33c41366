using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.Receipts;

/// <summary>
/// Writes down what became of messages. A receipt that comes twice, or before the gateway's own answer, or after we had
/// given the message up, ends in the same row the same way: what is done stays done. However many come at once, they take
/// three statements, so that a flood of them leaves the database to the tills.
/// </summary>
internal sealed class ReceiptBook(MarketingDb db, DataSession session, IRows rows)
{
    private static readonly string[] Moving =
    [
        nameof(Message.State), nameof(Message.Reason), nameof(Message.ProviderReason), nameof(Message.DoneAt),
        nameof(Message.AskAt),
    ];

    /// <summary>Of the session's brand, or of any for the chain; how many messages that moved.</summary>
    public async Task<int> RecordAsync(IReadOnlyCollection<ToldReceipt> told, DateTime now, CancellationToken cancel)
    {
        var byMessage = told.Where(t => t.Record.Delivered is not null).DistinctBy(t => (t.Request, t.Recipient))
            .ToDictionary(t => (t.Request, t.Recipient), t => t.Record);
        if (byMessage.Count == 0) return 0;
        var ids = await IdsAsync(byMessage.Keys, cancel);
        var open = (await rows.LockAsync<Message, Guid>(m => m.Id, ids, cancel))
            .Where(m => m.State is MessageState.HandingOver or MessageState.Accepted or MessageState.Unknown
                && byMessage.ContainsKey((m.RequestId!, m.RecipientId!))).ToList();
        foreach (var message in open) End(message, byMessage[(message.RequestId!, message.RecipientId!)], now);
        await rows.UpdateAsync(open, Moving, cancel);
        return open.Count;
    }

    /// <summary>Messages of these requests to these numbers: more than the pairs, which is told apart once they are locked.</summary>
    private Task<List<Guid>> IdsAsync(IReadOnlyCollection<(string Request, string Recipient)> pairs, CancellationToken cancel)
    {
        string[] requests = [.. pairs.Select(p => p.Request).Distinct()];
        string[] recipients = [.. pairs.Select(p => p.Recipient).Distinct()];
        var messages = session.AllBrands ? db.AcrossBrands<Message>() : db.Messages;
        return messages
            .Where(m => EF.Parameter(requests).Contains(m.RequestId!) && EF.Parameter(recipients).Contains(m.RecipientId!))
            .Select(m => m.Id).ToListAsync(cancel);
    }

    private static void End(Message message, GatewayRecord record, DateTime now)
    {
        var arrived = record.Delivered == true;
        message.State = arrived ? MessageState.Delivered : MessageState.Failed;
        (message.Reason, message.ProviderReason) = arrived ? (null, null) : (record.Reason, record.ProviderReason);
        (message.DoneAt, message.AskAt) = (record.At ?? now, null);
    }
}

/// <summary>What a gateway told of one message.</summary>
/// <param name="Request">Our number of the order.</param>
/// <param name="Recipient">Blind index of the address.</param>
internal sealed record ToldReceipt(string Request, string Recipient, GatewayRecord Record);
