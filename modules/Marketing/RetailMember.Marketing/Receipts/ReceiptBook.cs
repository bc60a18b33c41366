using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.Receipts;

/// <summary>
/// Writes down what became of messages. A receipt that comes twice, or before the gateway's own answer, or after we had
/// given the message up, ends in the same row the same way: what is done stays done.
/// </summary>
internal sealed class ReceiptBook(MarketingDb db, DataSession session)
{
    private IQueryable<Message> Messages => session.AllBrands ? db.AcrossBrands<Message>() : db.Messages;

    /// <summary>Of the session's brand, or of any for the chain; how many messages that moved.</summary>
    public async Task<int> RecordAsync(
        string request, string recipient, GatewayRecord record, DateTime now, CancellationToken cancel) =>
        record.Delivered switch
        {
            true => await EndAsync(Open(request, recipient), MessageState.Delivered, null, null, record.At ?? now, cancel),
            false => await EndAsync(
                Open(request, recipient), MessageState.Failed, record.Reason, record.ProviderReason, record.At ?? now, cancel),
            _ => 0,
        };

    private IQueryable<Message> Open(string request, string recipient) => Messages.Where(m =>
        m.RequestId == request && m.RecipientId == recipient
        && (m.State == MessageState.HandingOver || m.State == MessageState.Accepted || m.State == MessageState.Unknown));

    private static Task<int> EndAsync(
        IQueryable<Message> messages, MessageState state, MessageReason? reason, string? providerReason, DateTime? at,
        CancellationToken cancel) =>
        messages.ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, state).SetProperty(m => m.Reason, reason)
                .SetProperty(m => m.ProviderReason, providerReason).SetProperty(m => m.DoneAt, at)
                .SetProperty(m => m.AskAt, (DateTime?)null),
            cancel);
}
