using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership;
using RetailMember.Settings;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Cards.Changes;

/// <summary>
/// Gives cards new numbers and new holders: at once where a card holds little, and where it holds much once somebody else
/// has approved it. The holder is told of both, so that nobody loses his card unheard.
/// </summary>
internal sealed class CardChanges(
    StoredValueDb db, CardNumbers numbers, IRows rows, IEvents events, ISettings settings, IMemberFiles members, CardViews views,
    CardChangeViews changes)
{
    /// <summary>Whole yuan on a card above which two people replace it or pass it on.</summary>
    public const string SecondPersonSetting = "StoredValue.SecondPersonAboveYuan";

    private const long FenOfYuan = 100;
    private static readonly string[] Renumbered = [nameof(Card.Number), nameof(Card.NumberIndex)];

    /// <summary>Does it, or asks for it where the card holds much.</summary>
    public async Task<CardChangeResult> DoOrAskAsync(
        SteeredCard steered, CardChangeKind kind, MemberSummary? receiver, string note, CallContext call, CancellationToken cancel)
    {
        var card = steered.Card;
        await RequireNoneAsync(card.Id, cancel);
        var held = (card.Available + card.Frozen).TotalFen;
        if (held <= settings.WholeNumber(SecondPersonSetting, card.BrandId) * FenOfYuan)
        {
            await DoAsync(steered, kind, receiver?.Id, note, call, cancel);
            return new CardChangeResult(await views.OfAsync(card, call, cancel), null);
        }

        var asked = new CardChange
        {
            BrandId = card.BrandId,
            CardId = card.Id,
            Kind = kind,
            MemberId = card.MemberId,
            ReceiverId = receiver?.Id,
            HeldFen = held,
            StoreId = call.Store?.Id ?? card.StoreId,
            Reason = note,
            RequestedBy = call.Caller.Name,
            RequestedById = call.Caller.Id,
            RequestedAt = call.At,
        };
        db.CardChanges.Add(asked);
        Tell(card, card.MemberId, kind == CardChangeKind.Replacement ? CardNews.ReplacementAsked : CardNews.PassingOnAsked);
        return new CardChangeResult(await views.OfAsync(card, call, cancel), await changes.OfAsync(asked, cancel));
    }

    /// <summary>Does what was approved; the card must be what it was when that was asked for.</summary>
    public async Task DoAsync(SteeredCard steered, CardChange asked, CallContext call, CancellationToken cancel)
    {
        var card = steered.Card;
        if (card.MemberId != asked.MemberId || (card.Available + card.Frozen).TotalFen > asked.HeldFen)
            throw new Refusal("storedvalue.closing-changed", RefusalKind.Conflict);
        if (asked.ReceiverId is { } id)
        {
            var receiver = (await members.ReadAsync([id], cancel)).GetValueOrDefault(id) ?? throw MemberRefusals.NotFound();
            if (!receiver.IsActive) throw MemberRefusals.NotActive(receiver.MemberNo);
        }

        await DoAsync(steered, asked.Kind, asked.ReceiverId, asked.Reason, call, cancel);
    }

    /// <summary>Refuses what two would do at once to one card, and what would change the ground of a request.</summary>
    public async Task RequireNoneAsync(Guid card, CancellationToken cancel)
    {
        if (await db.CardChanges.AnyAsync(c => c.CardId == card && c.State == ClosingState.Requested, cancel))
            throw new Refusal("storedvalue.change-waits", RefusalKind.Conflict);
    }

    private Task DoAsync(
        SteeredCard steered, CardChangeKind kind, Guid? receiver, string note, CallContext call, CancellationToken cancel) =>
        kind == CardChangeKind.Replacement
            ? ReplaceAsync(steered, note, call, cancel)
            : PassOnAsync(steered, receiver!.Value, note, call, cancel);

    private async Task ReplaceAsync(SteeredCard steered, string note, CallContext call, CancellationToken cancel)
    {
        var card = steered.Card;
        CardSteering.Require(card, CardState.Active, CardState.Blocked);
        await rows.InsertAsync([Renumber(card, call)], cancel);
        await rows.UpdateAsync([card], Renumbered, cancel);
        await CardSteering.WriteAsync(steered, CardMoveKind.Replaced, note, call, cancel);
        Tell(card, card.MemberId, CardNews.Replaced);
    }

    private async Task PassOnAsync(SteeredCard steered, Guid receiver, string note, CallContext call, CancellationToken cancel)
    {
        var card = steered.Card;
        CardSteering.Require(card, CardState.Active);
        await ClosingRules.RequireNoneAsync(db, card.Id, cancel);
        // Whoever paid for a load has it, or has his money back: the next holder gets neither.
        if (await db.CardSales.AnyAsync(
            s => s.CardId == card.Id && (s.State == SaleState.AwaitsCheque || s.State == SaleState.Paid), cancel))
            throw new Refusal("storedvalue.reload-under-way", RefusalKind.Conflict);
        var former = card.MemberId;
        card.MemberId = receiver;
        await CardSteering.WriteAsync(steered, CardMoveKind.PassedOn, note, call, cancel);
        Tell(card, former, CardNews.PassedOn);
        Tell(card, receiver, CardNews.Received);
    }

    /// <returns>The number that it had.</returns>
    private ReplacedNumber Renumber(Card card, CallContext call)
    {
        var old = new ReplacedNumber
        {
            Id = Guid.CreateVersion7(),
            BrandId = card.BrandId,
            CardId = card.Id,
            NumberIndex = card.NumberIndex,
            Tail = CardNumbers.TailOf(card.Number),
            UntilNo = card.Moves + 1,
            ReplacedAt = call.At,
            Operator = call.Caller.Name,
        };
        card.Number = CardNumbers.Draw();
        card.NumberIndex = numbers.IndexOf(card.Number)!;
        (card.State, card.BlockedFor) = (CardState.Active, null);
        return old;
    }

    /// <summary>Nobody is told of a card that belongs to whoever carries it.</summary>
    private void Tell(Card card, Guid? member, CardNews news)
    {
        if (member is { } known) events.Add(new CardChanged(card.BrandId, card.Id, known, CardNumbers.Mask(card.Number), news));
    }
}

/// <summary>A card after somebody wanted it replaced or passed on.</summary>
/// <param name="ChangeRequest">What somebody else must decide on first; left out: it is done.</param>
internal sealed record CardChangeResult(CardView Balance, CardChangeView? ChangeRequest);
