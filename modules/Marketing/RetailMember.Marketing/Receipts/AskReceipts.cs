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
/// it never took goes back into the queue; what nobody can say stays unknown and is never sent again.
/// </summary>
[Needs(MarketingRights.HandOver)]
internal sealed class AskReceipts(
    MarketingDb db, DataSession session, IRows rows, MessageClaim claim, GatewayChoice gateways, AddressBook addresses,
    RecipientBook recipients, ReceiptBook receipts, EarlyReceipts early, OutcomeBook outcomes, TimeProvider time)
    : Process<AskReceipts.Input, AskReceipts.Result>
{
    private const int AtOnce = 200;
    private const int MostRounds = 20;

    /// <summary>After this long a provider tells nothing new.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(72);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var asked = 0;
        await session.BeginAsync(cancel);
        await early.SettleAsync(Now, cancel);
        await session.CommitAsync(cancel);
        for (var round = 0; round < MostRounds; round++)
        {
            var (taken, known) = await TakeAsync(call, cancel);
            if (taken.Count == 0) break;
            foreach (var message in taken)
            {
                if (!await SettleAsync(message, known, cancel)) return new Result(asked);
                asked++;
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

    private static DateTime? NextAsk(Message message, DateTime now)
    {
        var waited = now - message.HandedOverAt!.Value;
        return waited > Patience ? null : now + (waited < Decisions.Settled ? Decisions.Settled : waited);
    }

    /// <summary>False where the gateway cannot be asked now.</summary>
    private async Task<bool> SettleAsync(
        Message message, IReadOnlyDictionary<Guid, string> known, CancellationToken cancel)
    {
        // A gateway that is not configured now may be tomorrow: the question waits.
        if (gateways.Named(message.Gateway) is not { } gateway)
        {
            if (message.AskAt is null) await GiveUpAsync(message, cancel);
            return true;
        }

        var address = known.GetValueOrDefault(message.Id);
        if (!gateway.KeepsRecords || address is null || recipients.IdOf(address) != message.RecipientId)
        {
            await GiveUpAsync(message, cancel);
            return true;
        }

        try
        {
            var question = new GatewayQuestion(message.RequestId!, address, message.HandedOverAt!.Value, message.Reference);
            var record = await gateway.FindAsync(question, cancel);
            await session.BeginAsync(cancel);
            await RecordAsync(message, record, cancel);
            await session.CommitAsync(cancel);
            return true;
        }
        catch (GatewayUnreachableException)
        {
            if (message.AskAt is null) await GiveUpAsync(message, cancel);
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
