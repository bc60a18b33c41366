using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.HandOver;

/// <summary>
/// Writes down what gateways say. Only a message that is still being handed over under the same request is moved: a receipt
/// may have come before the answer, and another host may have taken the message over.
/// </summary>
internal sealed class OutcomeBook(MarketingDb db)
{
    /// <summary>How often a message is tried that the provider did not take for the time being.</summary>
    private const int MostAttempts = 20;

    /// <summary>Until the provider is asked for a receipt that did not come by itself.</summary>
    private static readonly TimeSpan UntilAsked = TimeSpan.FromHours(1);

    public Task RecordAsync(LetterAnswer told, DateTime now, CancellationToken cancel)
    {
        Guid[] ids = [.. told.Letters.Select(l => l.Message.Id)];
        var request = told.Letters[0].Message.RequestId;
        var open = db.Messages.Where(m => EF.Parameter(ids).Contains(m.Id) && m.RequestId == request);
        return told.Answer.Outcome switch
        {
            GatewayOutcome.Accepted => AcceptAsync(open, told.Answer, now, cancel),
            GatewayOutcome.Refused => RefuseAsync(open, told.Answer, now, cancel),
            GatewayOutcome.Busy => WaitAsync(open, told.Answer, now, cancel),
            _ => Task.CompletedTask,
        };
    }

    private static async Task AcceptAsync(
        IQueryable<Message> messages, GatewayAnswer answer, DateTime now, CancellationToken cancel)
    {
        DateTime? askAt = now + UntilAsked;
        await messages.Where(m => m.Reference == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Reference, answer.Reference), cancel);
        await messages.Where(m => m.State == MessageState.HandingOver).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, MessageState.Accepted).SetProperty(m => m.AskAt, askAt)
                .SetProperty(m => m.Reason, (MessageReason?)null),
            cancel);
    }

    private static Task<int> RefuseAsync(
        IQueryable<Message> messages, GatewayAnswer answer, DateTime now, CancellationToken cancel) =>
        messages.Where(m => m.State == MessageState.HandingOver).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, MessageState.Failed).SetProperty(m => m.Reason, answer.Reason)
                .SetProperty(m => m.ProviderReason, answer.ProviderReason).SetProperty(m => m.DoneAt, (DateTime?)now)
                .SetProperty(m => m.AskAt, (DateTime?)null),
            cancel);

    /// <summary>Back into the queue, as if it had never been handed over.</summary>
    private static async Task WaitAsync(
        IQueryable<Message> messages, GatewayAnswer answer, DateTime now, CancellationToken cancel)
    {
        await RefuseAsync(messages.Where(m => m.Attempts >= MostAttempts || m.BatchId == null), answer, now, cancel);
        var due = now + PauseAfter(answer.Reason);
        await Requeue(messages.Where(m => m.State == MessageState.HandingOver), due, answer.Reason, answer.ProviderReason, cancel);
    }

    /// <summary>Never taken by the provider: it may go again, under another request.</summary>
    public static Task<int> Requeue(
        IQueryable<Message> messages, DateTime due, MessageReason? reason, string? providerReason, CancellationToken cancel) =>
        messages.ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, MessageState.Queued).SetProperty(m => m.DueAt, due)
                .SetProperty(m => m.Reason, reason).SetProperty(m => m.ProviderReason, providerReason)
                .SetProperty(m => m.Gateway, (string?)null).SetProperty(m => m.RequestId, (string?)null)
                .SetProperty(m => m.RecipientId, (string?)null)
                .SetProperty(m => m.HandedOverAt, (DateTime?)null).SetProperty(m => m.AskAt, (DateTime?)null)
                .SetProperty(m => m.Parts, 0),
            cancel);

    private static TimeSpan PauseAfter(MessageReason? reason) => reason switch
    {
        MessageReason.ProviderLimit => TimeSpan.FromHours(1),
        MessageReason.AccountEmpty or MessageReason.NotAuthorised => TimeSpan.FromMinutes(15),
        _ => TimeSpan.FromMinutes(1),
    };
}
