using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Purchases;

/// <summary>Gives the tenders' part of a refund back to where it came from.</summary>
internal sealed class TenderRefund(MembershipDb db, TenderDesk desk)
{
    /// <summary>The tenders of a receipt, in the order in which they were laid on; none where money alone paid it.</summary>
    public Task<List<PurchaseTender>> OfAsync(Purchase purchase, CancellationToken cancel) =>
        db.PurchaseTenders.Where(t => t.PurchaseId == purchase.Id).OrderBy(t => t.Number).ToListAsync(cancel);

    public async Task<RefundSplit> SplitAsync(
        Purchase purchase, IReadOnlyList<PurchaseTender> tenders, CancellationToken cancel) => new(
            tenders, await db.PurchaseTenderLines.Where(l => l.PurchaseId == purchase.Id).ToListAsync(cancel));

    public async Task<IReadOnlyList<TenderBack>> GiveBackAsync(
        Purchase purchase, Refund refund, IReadOnlyList<PurchaseTender> tenders, RefundSplit split, CallContext call,
        CancellationToken cancel)
    {
        var returns = tenders.Select((tender, i) => (Tender: tender, Fen: split.BackFen[i])).Where(t => t.Fen > 0)
            .Select(t => (t.Tender, Return: new TenderReturn(
                purchase.Id, refund.Id, refund.RefundNo, t.Tender.Number, t.Tender.Reference, call, refund.BusinessDate, purchase.MemberId,
                purchase.ProgrammeVersion, t.Fen, t.Tender.GiveBack(t.Fen))))
            .ToList();
        var titles = await desk.TitlesAsync(returns.Select(r => (r.Tender.Kind, r.Tender.Name)), cancel);
        var backs = new List<TenderBack>(returns.Count);
        foreach (var kind in returns.GroupBy(r => r.Tender.Kind))
        {
            var outcomes = await desk.GiveBackAsync(kind.Key, [.. kind.Select(r => r.Return)], cancel);
            foreach (var ((tender, given), outcome) in kind.Zip(outcomes))
            {
                var row = new RefundTender
                {
                    RefundId = refund.Id,
                    Number = tender.Number,
                    BrandId = refund.BrandId,
                    AmountFen = given.AmountFen,
                    Points = given.Points,
                    RestoredFen = outcome.RestoredFen,
                    Lapsed = outcome.Lapsed,
                };
                db.Add(row);
                backs.Add(TenderBack.Of(row, tender, titles));
            }
        }

        return backs;
    }
}

/// <summary>What of a refund went back to a tender.</summary>
/// <param name="Tender">The tender's number on the receipt.</param>
/// <param name="Title">What the caller's language calls it.</param>
/// <param name="Amount">Yuan of what it had paid.</param>
/// <param name="Points">Points given back.</param>
/// <param name="Restored">
/// Yuan that the member can use again: less than <paramref name="Amount"/> where a voucher comes back only as a whole, or
/// has lapsed.
/// </param>
internal sealed record TenderBack(
    int Tender, string Kind, string Name, string? Title, Money Amount, long Points, Money Restored, bool Lapsed)
{
    public static TenderBack Of(RefundTender row, PurchaseTender tender, TenderTitles titles) => new(
        row.Number, tender.Kind, tender.Name, titles.Of(tender.Kind, tender.Name),
        new Money(row.AmountFen), row.Points, new Money(row.RestoredFen), row.Lapsed);
}
