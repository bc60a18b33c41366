using RetailMember.Data;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Cards;

/// <summary>Makes cards and hands them out, inside the caller's transaction.</summary>
internal sealed class CardIssuing(IRows rows, DataSession session, CardBooks books, CardNumbers numbers)
{
    /// <summary>A new card, active and empty: its first load follows. A named one needs a holder.</summary>
    public async Task<Card> IssueAsync(
        KnownCardType type, Guid? member, Guid? seller, CardOccasion occasion, CancellationToken cancel)
    {
        if (type.Terms.Named && member is null) throw new Refusal("storedvalue.card-needs-holder", RefusalKind.Conflict);
        var card = Make(type.Id, batch: null, occasion.At);
        (card.State, card.MemberId, card.LastSellerId) = (CardState.Active, member, seller);
        (card.StoreId, card.IssuedOn) = (occasion.StoreId, occasion.On);
        await rows.InsertAsync([card], cancel);
        var (book, open) = await books.OpenOneAsync(card.Id, cancel);
        book.Add(open, new MoveOrder(CardMoveKind.Issued, occasion, type.Code));
        await book.SaveAsync(cancel);
        return open.Card;
    }

    /// <summary>A card with a number of its own, in stock.</summary>
    public Card Make(Guid type, Guid? batch, DateTime at)
    {
        var number = CardNumbers.Draw();
        return new Card
        {
            Id = Guid.CreateVersion7(),
            BrandId = session.Brand!.Value,
            TypeId = type,
            Number = number,
            NumberIndex = numbers.IndexOf(number)!,
            BatchId = batch,
            MadeAt = at,
        };
    }
}
