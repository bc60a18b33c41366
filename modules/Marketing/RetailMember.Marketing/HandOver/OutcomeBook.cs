using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Packages;

namespace RetailMember.Marketing.HandOver;

/// <summary>
/// Writes down what gateways say. Only a message that is still being handed over under the same request is moved: a receipt
/// may have come before the answer, and another host may have taken the message over.
/// </summary>
internal sealed class OutcomeBook(MarketingDb db, IRows rows, PackageBook packages, GatewayAbsence absence)
{
    /// <summary>
    /// How often a message is tried that the provider does not take now for what the message itself is. What is wrong with the
    /// provider or the account uses none of them up.
    /// </summary>
    private const int MostAttempts = 20;

    private static readonly TimeSpan UntilNumberIsFree = TimeSpan.FromHours(1);

    /// <summary>Until the provider is asked for a receipt that did not come by itself.</summary>
    private static readonly TimeSpan UntilAsked = TimeSpan.FromHours(1);

    /// <summary>The columns of a message that the provider did not take.</summary>
    private static readonly string[] NotTaken = [.. Decisions.Columns, nameof(Message.ProviderReason)];

    public Task RecordAsync(LetterAnswer told, DateTime now, CancellationToken cancel)
    {
        Guid[] ids = [.. told.Letters.Select(l => l.Message.Id)];
        var request = told.Letters[0].Message.RequestId!;
        return told.Answer.Outcome switch
        {
            GatewayOutcome.Accepted => AcceptAsync(
                db.Messages.Where(m => EF.Parameter(ids).Contains(m.Id) && m.RequestId == request), told.Answer, now, cancel),
            GatewayOutcome.Refused => ReturnAsync(Messages(told), request, m => Refuse(m, told.Answer, now), now, cancel),
            GatewayOutcome.Busy => ReturnAsync(Messages(told), request, m => Wait(m, told.Answer, now), now, cancel),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>It was never taken. What somebody waited for is late by now; the rest goes again.</summary>
    public Task NeverTakenAsync(Message message, DateTime now, CancellationToken cancel) =>
        ReturnAsync(
            [message], message.RequestId!,
            m =>
            {
                if (m.BatchId is null) Fail(m, MessageReason.ProviderFault, null, now);
                else
                {
                    m.Attempts--;
                    Requeue(m, now, null, null);
                }
            },
            now, cancel);

    private static Message[] Messages(LetterAnswer told) => [.. told.Letters.Select(l => l.Message)];

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

    /// <summary>The provider did not take these: what was taken out of packages for them goes back.</summary>
    private async Task ReturnAsync(
        IReadOnlyList<Message> known, string request, Action<Message> turn, DateTime now, CancellationToken cancel)
    {
        var stopped = await StoppedAsync(known, cancel);
        Guid[] ids = [.. known.Select(m => m.Id)];
        var open = (await rows.LockAsync<Message, Guid>(m => m.Id, ids, cancel))
            .Where(m => m.RequestId == request && m.State == MessageState.HandingOver).ToList();
        foreach (var batch in open.GroupBy(m => m.BatchId ?? PackageUse.NoBatch))
            await packages.GiveBackAsync(batch.Key, batch.Sum(m => (long)m.Parts), cancel);
        foreach (var message in open)
        {
            turn(message);
            if (message.State == MessageState.Queued && stopped.Contains(message.BatchId))
                (message.State, message.Reason, message.DoneAt) = (MessageState.Skipped, MessageReason.Stopped, now);
        }

        await rows.UpdateAsync(open, NotTaken, cancel);
    }

    /// <summary>
    /// Those of their batches that were stopped meanwhile: nothing of them waits again. Locked before their messages, as whoever
    /// stops one does, so that none is stopped in between.
    /// </summary>
    private async Task<HashSet<Guid?>> StoppedAsync(IReadOnlyList<Message> messages, CancellationToken cancel)
    {
        Guid[] batches = [.. messages.Select(m => m.BatchId).OfType<Guid>().Distinct().Order()];
        if (batches.Length == 0) return [];
        return
        [
            .. (await rows.LockAsync<MessageBatch, Guid>(b => b.Id, batches, cancel))
                .Where(b => b.State == BatchState.Stopped).Select(b => (Guid?)b.Id),
        ];
    }

    private static void Refuse(Message message, GatewayAnswer answer, DateTime now) =>
        Fail(message, answer.Reason, answer.ProviderReason, now);

    private void Wait(Message message, GatewayAnswer answer, DateTime now)
    {
        var isOwnFault = answer.Reason is not null && !Carrier.TakesNothing(answer);
        if (message.BatchId is null) Fail(message, answer.Reason ?? MessageReason.Stopped, answer.ProviderReason, now);
        else if (isOwnFault && message.Attempts >= MostAttempts) Refuse(message, answer, now);
        else if (isOwnFault) Requeue(message, now + UntilNumberIsFree, answer.Reason, answer.ProviderReason);
        else
        {
            message.Attempts--;
            Requeue(message, now + absence.PauseOf(message.Gateway!, answer.Reason, now), answer.Reason, answer.ProviderReason);
        }
    }

    private static void Fail(Message message, MessageReason? reason, string? providerReason, DateTime now)
    {
        (message.State, message.Reason, message.ProviderReason) = (MessageState.Failed, reason, providerReason);
        (message.DoneAt, message.AskAt, message.Parts) = (now, null, 0);
    }

    /// <summary>Back into the queue, as if it had never been handed over: it may go again, under another request.</summary>
    private static void Requeue(Message message, DateTime due, MessageReason? reason, string? providerReason)
    {
        (message.State, message.DueAt, message.Reason, message.ProviderReason) = (MessageState.Queued, due, reason, providerReason);
        (message.Gateway, message.RequestId, message.RecipientId) = (null, null, null);
        (message.HandedOverAt, message.AskAt, message.Parts) = (null, null, 0);
    }
}
