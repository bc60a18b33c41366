using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Batches;

/// <summary>
/// Hands a gift card out of a batch, to a member or to whoever carries it. All that is on it is bonus: it is never turned
/// into money.
/// </summary>
[Needs(StoredValuePermissions.IssueGiftCards)]
internal sealed class IssueGiftCard(
    StoredValueDb db, BatchShelf shelf, CardBooks books, CardLoading loading, CardNumbers numbers, IMemberFiles members,
    CardViews views)
    : UseCase<IssueGiftCard.Input, CardView>
{
    protected override async Task<CardView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        call.RequireStore();
        var member = input.Member is { } named ? await members.OneAsync(named, cancel) : null;
        if (member is { IsActive: false }) throw MemberRefusals.NotActive(member.MemberNo);
        var batch = await shelf.LockAsync(input.BatchCode, cancel);
        var occasion = CardOccasion.Of(call);
        if (Fault(batch, occasion.On) is { } no) throw no;
        var (book, open) = await books.OpenOneAsync(await NextAsync(batch, input.Card, cancel), cancel);
        var card = open.Card;
        if (card.State != CardState.Stock || card.BatchId != batch.Id)
            throw new Refusal("storedvalue.card-not-of-batch", RefusalKind.Conflict);
        (card.State, card.MemberId, card.StoreId, card.IssuedOn) =
            (CardState.Active, member?.Id, occasion.StoreId, occasion.On);
        book.Restate(card);
        book.Add(open, new MoveOrder(CardMoveKind.Issued, occasion, batch.Code));
        await book.SaveAsync(cancel);
        await loading.LoadAsync(
            new LoadOrder(card.Id, $"gift/{card.Id:N}", 0, batch.FaceFen, LoadKind.Gift, occasion, batch.Code)
            {
                Categories = CardBatchView.CategoriesOf(batch),
            },
            cancel);
        batch.Issued++;
        await shelf.SaveAsync(batch, cancel);
        return await views.OfAsync(
            await db.Cards.AsNoTracking().SingleAsync(c => c.Id == card.Id, cancel), call, cancel);
    }

    private static Refusal? Fault(CardBatch batch, DateOnly today)
    {
        if (batch.State == CardBatchState.Stopped) return new Refusal("storedvalue.batch-stopped", RefusalKind.Conflict);
        if (today < batch.IssueFrom || today > batch.IssueTo)
            return new Refusal("storedvalue.batch-not-on-these-days", RefusalKind.Conflict);
        return batch.Issued >= batch.Quota
            ? new Refusal("storedvalue.batch-quota-reached", RefusalKind.Conflict, ("quota", batch.Quota))
            : null;
    }

    /// <summary>The card that was scanned, or the next in stock.</summary>
    private async Task<Guid> NextAsync(CardBatch batch, string? scanned, CancellationToken cancel)
    {
        var stock = db.Cards.Where(c => c.BatchId == batch.Id && c.State == CardState.Stock);
        if (scanned is not null)
        {
            var index = numbers.IndexOf(scanned);
            return await stock.Where(c => c.NumberIndex == index).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancel)
                ?? throw new Refusal("storedvalue.card-not-of-batch", RefusalKind.Conflict);
        }

        return await stock.OrderBy(c => c.Id).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancel)
            ?? throw new Refusal("storedvalue.batch-not-made-yet", RefusalKind.Conflict);
    }

    internal sealed record Input : IInput<CardView>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key hands out one card.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        public required string BatchCode { get; init; }

        /// <summary>Number of the card in hand; left out: the next in stock.</summary>
        [Personal]
        public string? Card { get; init; }

        /// <summary>Who gets it; left out: whoever carries it.</summary>
        [Personal]
        public string? Member { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Card).MaximumLength(2 * CardNumbers.Length);
            RuleFor(i => i.Member).MaximumLength(64);
        }
    }
}
