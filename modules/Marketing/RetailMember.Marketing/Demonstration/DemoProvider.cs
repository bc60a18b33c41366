using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Packages;
using RetailMember.Membership;

namespace RetailMember.Marketing.Demonstration;

/// <summary>
/// Plays hand-over and provider for messages of the past: nobody can hand a message over in a month that is gone. What
/// becomes of each message goes by its place, so that it is the same each time; who has had one that day gets it the next.
/// </summary>
internal sealed class DemoProvider(
    MarketingDb db, IRows rows, IMemberContacts contacts, IEnumerable<IMarketingConsents> consents, RecipientBook recipients,
    PackageBook packages)
{
    private static readonly string[] Columns = [.. Decisions.Columns, nameof(Message.ProviderReason), nameof(Message.Reference)];

    /// <param name="batch">Whose messages are queued.</param>
    /// <param name="began">UTC: when the first of them went.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task PlayAsync(Guid batch, DemoFate fate, DateTime began, DateTime now, CancellationToken cancel)
    {
        var queued = await db.Messages.AsNoTracking()
            .Where(m => m.BatchId == batch && m.State == MessageState.Queued).OrderBy(m => m.Id).ToListAsync(cancel);
        Guid[] members = [.. queued.Select(m => m.MemberId!.Value)];
        var known = await contacts.OfAsync(members, cancel);
        var agreed = new HashSet<Guid>();
        foreach (var keeper in consents) agreed.UnionWith((await keeper.StandingAsync(members, cancel)).Keys);
        var turns = await OneADay.OfAsync(db, members, cancel);
        List<Message> sent = [];
        foreach (var message in queued)
        {
            if (!agreed.Contains(message.MemberId!.Value)) Skip(message, MessageReason.NoConsent, began);
            else if (known.GetValueOrDefault(message.MemberId.Value) is not { } contact) Skip(message, MessageReason.NotActive, began);
            else if (Goes(fate, sent.Count))
            {
                var at = turns.FreeAt(message, began.AddSeconds(sent.Count));
                if (at > now.AddSeconds(sent.Count))
                {
                    OneADay.Wait(message, at);
                    continue;
                }

                Send(message, recipients.IdOf(contact.Mobile), fate, sent.Count, at, now);
                turns.Add(message, at);
                sent.Add(message);
            }
        }

        await recipients.LockAsync(sent.Select(m => m.RecipientId!), cancel);
        await rows.UpdateAsync(queued, Columns, cancel);
        await packages.TakeAsync(batch, sent.Count, cancel);
        if (fate == DemoFate.Finished && sent.FirstOrDefault(m => m.State == MessageState.Delivered) is { } first)
            await recipients.OptOutAsync(
                [recipients.IdOf(known[first.MemberId!.Value].Mobile)], OptOutWay.Reply, first.DoneAt!.Value.AddHours(2), cancel);
    }

    /// <summary>A campaign that stopped in the middle left the rest in the queue.</summary>
    private static bool Goes(DemoFate fate, int place) => fate switch
    {
        DemoFate.Stopped => place < 12,
        DemoFate.Unpaid => place < 15,
        _ => true,
    };

    private static void Skip(Message message, MessageReason reason, DateTime at) =>
        (message.State, message.Reason, message.DoneAt) = (MessageState.Skipped, reason, at);

    private static void Send(Message message, string recipient, DemoFate fate, int place, DateTime at, DateTime now)
    {
        message.RecipientId = recipient;
        (message.Gateway, message.RequestId, message.Reference) = ("file", $"demonstration-{place}", $"demonstration-{place}");
        (message.Parts, message.Attempts, message.DueAt, message.HandedOverAt) = (1, 1, at, at);
        (message.State, message.Reason, message.ProviderReason) = Fate(fate, place);
        if (message.State == MessageState.Accepted) message.AskAt = now.AddHours(1);
        else message.DoneAt = at.AddSeconds(4);
    }

    private static (MessageState State, MessageReason? Reason, string? ProviderReason) Fate(DemoFate fate, int place) =>
        (fate, place % 20) switch
        {
            (DemoFate.Alarming, 3 or 9) => (MessageState.Failed, MessageReason.NumberUnreachable, "MK:0005"),
            (DemoFate.Alarming, 14) => (MessageState.Failed, MessageReason.NumberBlocked, "MK:0010"),
            (DemoFate.Running, > 11) => (MessageState.Accepted, null, null),
            (_, 13) when place > 20 => (MessageState.Failed, MessageReason.NumberUnreachable, "MK:0005"),
            _ => (MessageState.Delivered, null, null),
        };
}
