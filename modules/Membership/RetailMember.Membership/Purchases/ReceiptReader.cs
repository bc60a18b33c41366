using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Purchases;

/// <summary>Puts a receipt together as people read it. Who may see it is for the use cases to say.</summary>
internal sealed class ReceiptReader(
    MembershipDb db, IBrandDirectory brands, ProgrammeShelf shelf, TenderDesk desk, ITexts texts)
{
    /// <param name="store">Where it was printed.</param>
    public async Task<ReadPurchase.Result> ReadAsync(CallContext call, Store store, string receiptNo, CancellationToken cancel)
    {
        var purchase = await db.Purchases.AsNoTracking()
            .SingleOrDefaultAsync(p => p.StoreId == store.Id && p.ReceiptNo == receiptNo, cancel)
            ?? throw new Refusal("purchase.not-found", RefusalKind.NotFound, ("receipt", receiptNo));
        var member = await db.Members.AsNoTracking().SingleAsync(m => m.Id == purchase.MemberId, cancel);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == member.PersonId, cancel);
        var earnerNo = purchase.HasOtherEarner
            ? await db.Members.Where(m => m.Id == purchase.EarnerId).Select(m => m.MemberNo).SingleOrDefaultAsync(cancel)
            : null;
        var lines = await db.PurchaseLines.AsNoTracking().Where(l => l.PurchaseId == purchase.Id)
            .OrderBy(l => l.LineNo).ToListAsync(cancel);
        var refunds = await db.Refunds.AsNoTracking().Where(r => r.PurchaseId == purchase.Id)
            .OrderBy(r => r.OccurredAt).ToListAsync(cancel);
        var tenders = await ReadTendersAsync(purchase, cancel);
        var programmes = await shelf.OfAsync(db, call.RequiredBrand.Id, cancel);
        var programme = programmes.Find(purchase.ProgrammeVersion)?.Programme;
        var names = programmes.At(call.At).Programme.Ladder.Tiers.ToDictionary(t => t.Code, t => t.Name.In(texts.Language));
        return new ReadPurchase.Result
        {
            ReceiptNo = purchase.ReceiptNo,
            StoreCode = store.Code,
            MemberNo = member.MemberNo,
            MaskedName = MaskedName.Of(person?.Name),
            OccurredAt = purchase.OccurredAt,
            List = new Money(purchase.ListFen),
            Paid = new Money(purchase.PaidFen),
            Refunded = new Money(purchase.RefundedFen),
            Points = purchase.Points,
            EarnerNo = earnerNo,
            PointsTaken = purchase.RefundedPoints,
            Growth = purchase.Growth,
            Tier = TierName.Of(purchase.Tier, programme, texts.Language),
            ProgrammeVersion = purchase.ProgrammeVersion,
            Operator = purchase.Operator,
            Money = new Money(purchase.EarningFen),
            Lines = [.. lines.Select(l => ReadPurchase.Line.Of(l, tenders.SharesOf(l.LineNo)))],
            Tenders = tenders.Paid(),
            Refunds =
            [
                .. refunds.Select(r => ReadPurchase.GivenBack.Of(r, brands.FindStore(r.StoreId), tenders.BacksOf(r.Id)) with
                {
                    TierNames = names,
                }),
            ],
        };
    }

    private async Task<ReceiptTenders> ReadTendersAsync(Purchase purchase, CancellationToken cancel)
    {
        var tenders = await db.PurchaseTenders.AsNoTracking().Where(t => t.PurchaseId == purchase.Id)
            .OrderBy(t => t.Number).ToListAsync(cancel);
        if (tenders.Count == 0) return ReceiptTenders.None;
        return new ReceiptTenders(
            tenders,
            await db.PurchaseTenderLines.AsNoTracking().Where(l => l.PurchaseId == purchase.Id)
                .OrderBy(l => l.Number).ToListAsync(cancel),
            await db.RefundTenders.AsNoTracking()
                .Where(t => db.Refunds.Any(r => r.Id == t.RefundId && r.PurchaseId == purchase.Id))
                .OrderBy(t => t.Number).ToListAsync(cancel),
            await desk.TitlesAsync(tenders.Select(t => (t.Kind, t.Name)), cancel));
    }
}
