using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.StoredValue.Data;

namespace RetailMember.StoredValue.Closings;

/// <summary>Requests to give cards up as staff reads them: whose card, and of a returned purchase its receipt.</summary>
internal sealed class ClosingViews(StoredValueDb db, IMemberNumbers members, IBrandDirectory brands)
{
    public async Task<IReadOnlyList<ClosingView>> OfAsync(IReadOnlyList<CardClosing> closings, CancellationToken cancel)
    {
        Guid[] ids = [.. closings.Select(c => c.CardId).Distinct()];
        var numbers = await db.Cards.AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.Id))
            .Select(c => new { c.Id, c.Number }).ToDictionaryAsync(c => c.Id, c => c.Number, cancel);
        var holders = await members.OfAsync([.. closings.Select(c => c.MemberId).OfType<Guid>().Distinct()], cancel);
        var receipts = await ReceiptsAsync([.. closings.Select(c => c.ReturnedBy).OfType<Guid>()], cancel);
        return
        [
            .. closings.Select(c => ClosingView.Of(
                c,
                numbers[c.CardId],
                c.MemberId is { } holder ? holders.GetValueOrDefault(holder) : null,
                c.ReturnedBy is { } move ? receipts.GetValueOrDefault(move) : null,
                c.StoreId is { } store ? brands.FindStore(store)?.Code : null)),
        ];
    }

    public async Task<ClosingView> OfAsync(CardClosing closing, CancellationToken cancel) => (await OfAsync([closing], cancel))[0];

    /// <summary>What was paid for, by the move that took off the card what came back of it.</summary>
    private async Task<IReadOnlyDictionary<Guid, string>> ReceiptsAsync(Guid[] moves, CancellationToken cancel) =>
        moves.Length == 0 ? new Dictionary<Guid, string>() : await (
            from off in db.CardMoves.AsNoTracking()
            join charge in db.CardMoves.AsNoTracking() on new { off.BillId, off.CardId } equals new { charge.BillId, charge.CardId }
            where EF.Parameter(moves).Contains(off.Id)
                && (charge.Kind == CardMoveKind.Charged || charge.Kind == CardMoveKind.Captured)
            group charge.Reference by off.Id into g
            select new { g.Key, Receipt = g.Min() }).ToDictionaryAsync(r => r.Key, r => r.Receipt!, cancel);
}
