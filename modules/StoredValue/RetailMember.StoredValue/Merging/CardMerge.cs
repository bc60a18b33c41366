using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Value;

namespace RetailMember.StoredValue.Merging;

/// <summary>Cards go to the survivor of a merge, and back; the cards' journals remember which of them went.</summary>
internal sealed class CardMerge(StoredValueDb db, CardBooks books) : IMemberMerge
{
    public string Module => "StoredValue";

    public int Order => 120;

    public async Task<IReadOnlyList<MergeShare>> CountAsync(Guid member, CancellationToken cancel) =>
        [new("stored-value-cards", await db.Cards.LongCountAsync(c => c.MemberId == member, cancel))];

    public async Task MoveAsync(MemberMergeOrder order, CancellationToken cancel) => await OwnAsync(
        await db.Cards.Where(c => c.MemberId == order.Duplicate).Select(c => c.Id).ToListAsync(cancel),
        order, order.Duplicate, order.Survivor, cancel);

    public async Task MoveBackAsync(MemberMergeOrder order, CancellationToken cancel) => await OwnAsync(
        await db.CardMoves.Where(m => m.BillId == order.Merge && m.Kind == CardMoveKind.PassedOn)
            .Select(m => m.CardId).Distinct().ToListAsync(cancel),
        order, order.Survivor, order.Duplicate, cancel);

    /// <summary>What has gone to somebody else meanwhile stays with him.</summary>
    private async Task OwnAsync(List<Guid> cards, MemberMergeOrder order, Guid from, Guid to, CancellationToken cancel)
    {
        var book = await books.OpenAsync(cards, [], cancel);
        var occasion = new CardOccasion(order.At, order.On, order.Operator, StoreId: null, StoreCode: null);
        foreach (var open in cards.Select(book.Find).OfType<OpenCard>().Where(c => c.Card.MemberId == from))
        {
            open.Card.MemberId = to;
            book.Restate(open.Card);
            book.Add(open, new MoveOrder(CardMoveKind.PassedOn, occasion, "merge") { BillId = order.Merge });
        }

        await book.SaveAsync(cancel);
    }
}
