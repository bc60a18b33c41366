using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Value;

namespace RetailMember.StoredValue.Merging;

/// <summary>
/// Cards, sales that are not loaded yet, and places on lists of customers to be won go to the survivor of a merge, and back; the
/// cards' journals and the others remember which of them went.
/// </summary>
internal sealed class CardMerge(StoredValueDb db, CardBooks books) : IMemberMerge
{
    /// <summary>What a card's journal says of a holder who became another file of the same person.</summary>
    public const string Reference = "merge";

    /// <summary>What was loaded is told by its card.</summary>
    private static readonly Expression<Func<CardSale, bool>> InProgress =
        s => s.State == SaleState.Draft || s.State == SaleState.AwaitsCheque || s.State == SaleState.Paid;

    public string Module => "StoredValue";

    public int Order => 120;

    public async Task<IReadOnlyList<MergeShare>> CountAsync(Guid member, CancellationToken cancel) =>
    [
        .. new MergeShare[]
        {
            new("stored-value-cards", await db.Cards.LongCountAsync(c => c.MemberId == member, cancel)),
            new("sales-prospects", await db.Prospects.LongCountAsync(p => p.MemberId == member, cancel)),
            new("card-sales", await db.CardSales.Where(InProgress).LongCountAsync(s => s.MemberId == member, cancel)),
        }.Where(s => s.Count > 0),
    ];

    public async Task MoveAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        // Sales before cards, as loading locks them.
        await OwnAsync(db.CardSales.Where(s => s.MemberId == order.Duplicate), order.Survivor, order.Merge, cancel);
        await OwnAsync(
            await db.Cards.Where(c => c.MemberId == order.Duplicate).Select(c => c.Id).ToListAsync(cancel),
            order, order.Duplicate, order.Survivor, cancel);
        await db.Prospects.Where(p => p.MemberId == order.Duplicate).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.MemberId, order.Survivor).SetProperty(p => p.MergeId, order.Merge)
                .SetProperty(p => p.Version, p => p.Version + 1),
            cancel);
    }

    public async Task MoveBackAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        await OwnAsync(
            db.CardSales.Where(s => s.MergeId == order.Merge && s.MemberId == order.Survivor),
            order.Duplicate, merge: null, cancel);
        await OwnAsync(
            await db.CardMoves.Where(m => m.BillId == order.Merge && m.Kind == CardMoveKind.PassedOn)
                .Select(m => m.CardId).Distinct().ToListAsync(cancel),
            order, order.Survivor, order.Duplicate, cancel);
        await db.Prospects.Where(p => p.MergeId == order.Merge && p.MemberId == order.Survivor).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.MemberId, order.Duplicate).SetProperty(p => p.MergeId, (Guid?)null)
                .SetProperty(p => p.Version, p => p.Version + 1),
            cancel);
    }

    private static async Task OwnAsync(IQueryable<CardSale> sales, Guid to, Guid? merge, CancellationToken cancel) =>
        await sales.Where(InProgress).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.MemberId, to).SetProperty(s => s.MergeId, merge)
                .SetProperty(s => s.Version, s => s.Version + 1),
            cancel);

    /// <summary>What has gone to somebody else meanwhile stays with him.</summary>
    private async Task OwnAsync(List<Guid> cards, MemberMergeOrder order, Guid from, Guid to, CancellationToken cancel)
    {
        var book = await books.OpenAsync(cards, [], cancel);
        var occasion = new CardOccasion(order.At, order.On, order.Operator, StoreId: null, StoreCode: null);
        foreach (var open in cards.Select(book.Find).OfType<OpenCard>().Where(c => c.Card.MemberId == from))
        {
            open.Card.MemberId = to;
            book.Restate(open.Card);
            book.Add(open, new MoveOrder(CardMoveKind.PassedOn, occasion, Reference) { BillId = order.Merge });
        }

        await book.SaveAsync(cancel);
    }
}
