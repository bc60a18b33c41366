using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Gateways;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Queue;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Receipts;

/// <summary>
/// Asks the gateway about messages whose hand-over nobody heard the end of, and about those whose receipt did not come. What
/// it never took goes back into the queue; what nobody can say stays unknown and is never sent again. What it does not say of one
/// message says nothing of the next; only when it says nothing several times running is it left alone until the next run.
/// </summary>
[Needs(MarketingRights.HandOver)]
internal sealed class AskReceipts(
    MarketingDb db, DataSession session, IRows rows, MessageClaim claim, GatewayChoice gateways, AddressBook addresses,
    RecipientBook recipients, ReceiptBook receipts, EarlyReceipts early, OutcomeBook outcomes, TimeProvider time)
    : Process<AskReceipts.Input, AskReceipts.Result>
{
    private const int AtOnce = 200;
    private const int MostRounds = 20;
    private const int MostSilences = 3;

    /// <summary>After this long a provider tells nothing new.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(72);

    /// <summary>How much longer the last question is asked while nobody answers it.</summary>
    private static readonly TimeSpan LastPatience = TimeSpan.FromHours(24);

    private static readonly TimeSpan BetweenLast = TimeSpan.FromHours(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (asked, silent) = (0, 0);
        await session.BeginAsync(cancel);
        await early.SettleAsync(Now, cancel);
        await session.CommitAsync(cancel);
        for (var round = 0; round < MostRounds; round++)
        {
            var (taken, known) = await TakeAsync(call, cancel);
            if (taken.Count == 0) break;
            for (var i = 0; i < taken.Count; i++)
            {
                if (await SettleAsync(taken[i], known, cancel)) (asked, silent) = (asked + 1, 0);
                else if (++silent == MostSilences)
                {
                    await PutBackAsync(taken.Skip(i + 1), cancel);
                    return new Result(asked);
                }
            }
        }

        return new Result(asked);
    }

    /// <summary>Those that are due, put off for as long as they have been waiting: one host asks at a time.</summary>
    private async Task<(List<Message> Messages, IReadOnlyDictionary<Guid, string> Known)> TakeAsync(
        CallContext call, CancellationToken cancel)
    {
        await session.BeginAsync(cancel);
        var now = Now;
        var taken = await claim.TakeAskableAsync(call.RequiredBrand.Id, now, AtOnce, cancel);
        foreach (var message in taken) message.AskAt = NextAsk(message, now);
        await rows.UpdateAsync(taken, [nameof(Message.AskAt)], cancel);
        var known = await AddressesAsync(taken, cancel);
        await session.CommitAsync(cancel);
        return (taken, known);
    }

    /// <summary>Nobody was asked about these: they are due again at once.</summary>
    private async Task PutBackAsync(IEnumerable<Message> left, CancellationToken cancel)
    {
        Guid[] ids = [.. left.Select(m => m.Id)];
        DateTime? now = Now;
        await session.BeginAsync(cancel);
        await db.Messages.Where(m => EF.Parameter(ids).Contains(m.Id) && m.AskAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.AskAt, now), cancel);
        await session.CommitAsync(cancel);
    }

    /// <summary>Where their members are reached now on the channels by which they went, by the keys of the messages.</summary>
    private async Task<IReadOnlyDictionary<Guid, string>> AddressesAsync(List<Message> taken, CancellationToken cancel)
    {
        var known = new Dictionary<Guid, string>();
        foreach (var sent in taken.Where(m => m.MemberId is not null).GroupBy(m => gateways.Named(m.Gateway)?.Channel))
        {
            if (sent.Key is not { } channel) continue;
            var found = await addresses.OfAsync([.. sent.Select(m => m.MemberId!.Value)], channel, cancel);
            foreach (var message in sent)
                if (found.AddressOf(message.MemberId!.Value) is { } address) known[message.Id] = address;
        }

        return known;
    }

    /// <summary>Even of the last question: it counts as asked once it was answered, whatever happens to this host meanwhile.</summary>
    private static DateTime NextAsk(Message message, DateTime now)
    {
        var waited = now - message.HandedOverAt!.Value;
        return now + (waited > Patience ? BetweenLast : waited < Decisions.Settled ? Decisions.Settled : waited);
    }

    private bool IsLast(Message message, TimeSpan patience) => Now - message.HandedOverAt!.Value > patience;

    /// <summary>False where the gateway did not answer.</summary>
    private async Task<bool> SettleAsync(
        Message message, IReadOnlyDictionary<Guid, string> known, CancellationToken cancel)
    {
        // A gateway that is not configured now may be tomorrow: the question waits.
        if (gateways.Named(message.Gateway) is not { } gateway)
        {
            if (IsLast(message, Patience)) await GiveUpAsync(message, cancel);
            return true;
        }

        var address = known.GetValueOrDefault(message.Id);
        if (!gateway.KeepsRecords || address is null || recipients.IdOf(address) != message.RecipientId)
        {
            await GiveUpAsync(message, cancel);
            return true;
        }

        var isAnswered = false;
        try
        {
            var question = new GatewayQuestion(message.RequestId!, address, message.HandedOverAt!.Value, message.Reference);
            var record = await gateway.FindAsync(question, cancel);
            isAnswered = true;
            await session.BeginAsync(cancel);
            await RecordAsync(message, record, cancel);
            await session.CommitAsync(cancel);
            return true;
        }
        catch (Exception fault) when (fault is GatewayUnreachableException || (!isAnswered && !cancel.IsCancellationRequested))
        {
            if (IsLast(message, Patience + LastPatience)) await GiveUpAsync(message, cancel);
            return false;
        }
    }

    private async Task RecordAsync(Message message, GatewayRecord? record, CancellationToken cancel)
    {
        if (record is null) await outcomes.NeverTakenAsync(message, Now, cancel);
        else if (await receipts.RecordAsync([new(message.RequestId!, message.RecipientId!, record)], Now, cancel) == 0)
        {
            await db.Messages.Where(
                    m => m.Id == message.Id && m.RequestId == message.RequestId && m.State == MessageState.HandingOver)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MessageState.Accepted), cancel);
        }

        if (IsLast(message, Patience))
            await db.Messages.Where(m => m.Id == message.Id && m.RequestId == message.RequestId && m.State == MessageState.Accepted)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.AskAt, (DateTime?)null), cancel);
    }

    /// <summary>Nobody can be asked: what was being handed over may or may not have gone.</summary>
    private async Task GiveUpAsync(Message message, CancellationToken cancel)
    {
        await session.BeginAsync(cancel);
        await db.Messages.Where(m => m.Id == message.Id && m.State == MessageState.HandingOver).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, MessageState.Unknown).SetProperty(m => m.Reason, MessageReason.Unknown), cancel);
        await db.Messages.Where(m => m.Id == message.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.AskAt, (DateTime?)null), cancel);
        await session.CommitAsync(cancel);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Enquired">Messages about which the gateway was asked.</param>
    internal sealed record Result(int Enquired);
}
