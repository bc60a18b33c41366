using Microsoft.EntityFrameworkCore;
using RetailMember.Ledger;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;

namespace RetailMember.StoredValue.Accounting;

/// <summary>The books of sales: each is the load it made, came back as its card says, and earned what its lines say.</summary>
internal sealed class SalesChecks(
    StoredValueDb db, CommissionAudit commissions, AwardAudit awards, AssessmentAudit assessments) : IBookCheck
{
    public string Module => "StoredValue";

    public async Task<IReadOnlyList<BookFault>> FindAsync(CancellationToken cancel)
    {
        var found = new List<BookFault>();
        await AddAsync("sales-are-not-loads", SalesAreNotLoads());
        await AddAsync("sale-refunds-are-not-moves", RefundsAreNotMoves());
        await AddAsync("settlements-are-not-lines", SettlementsAreNotLines());
        await AddAsync("payment-returns-are-not-payments", ReturnsAreNotPayments());
        Report("commissions-are-not-sales", await commissions.FindAsync(cancel));
        Report("awards-are-not-the-winners", await awards.FindAsync(cancel));
        Report("assessments-are-not-lines", await assessments.FindAsync(cancel));
        return found;

        void Report<T>(string code, IReadOnlyList<T> wrong)
        {
            if (wrong.Count > 0) found.Add(new BookFault(code, wrong.Count, $"{wrong[0]}"));
        }

        async Task AddAsync(string code, IQueryable<long> wrong)
        {
            var count = await wrong.LongCountAsync(cancel);
            if (count > 0) found.Add(new BookFault(code, count, $"{await wrong.OrderBy(id => id).FirstAsync(cancel)}"));
        }
    }

    private IQueryable<long> SalesAreNotLoads() => db.CardSales.AsNoTracking()
        .Where(s => s.LoadId != null && !db.CardLoads.Any(l => l.Id == s.LoadId && l.CardId == s.CardId
            && l.PrincipalFen == s.PrincipalFen && l.BonusFen == s.BonusFen))
        .Select(s => s.Id);

    private IQueryable<long> RefundsAreNotMoves() => db.CardSales.AsNoTracking()
        .Where(s => s.LoadId != null && s.RefundedFen + (
            from part in db.CardMoveParts
            join move in db.CardMoves on part.MoveId equals move.Id
            where part.LoadId == s.LoadId && (move.Kind == CardMoveKind.TakenBack || move.Kind == CardMoveKind.Closed)
            select part.PrincipalFen).Sum() != 0)
        .Select(s => s.Id);

    private IQueryable<long> ReturnsAreNotPayments() => db.UnexpectedPayments.AsNoTracking()
        .Where(p => db.PaymentReturns.Any(r => r.PaymentId == p.Id && r.State == ClosingState.Approved && r.Fen != p.Fen)
            || db.PaymentReturns.Count(r => r.PaymentId == p.Id && r.State == ClosingState.Approved) > 1
            || (!db.UnexpectedMoney.Any(u => u.Id == p.Id)
                && db.PaymentReturns.Any(r => r.PaymentId == p.Id && r.State != ClosingState.Declined))
            || ((p.Cause == UnexpectedCause.Expected || p.Cause == UnexpectedCause.ToldLater)
                && !db.CardSales.Any(s => s.Id == p.SaleId && s.PaymentReference == p.Reference && s.PrincipalFen == p.Fen)))
        .Select(p => p.OrderNo);

    private IQueryable<long> SettlementsAreNotLines() => db.SettlementBatches.AsNoTracking()
        .Where(b => b.State != SettlementState.Discarded
            && db.CommissionLines.Where(l => l.BatchId == b.Id).Sum(l => l.Fen) != b.Fen)
        .Select(b => b.Id);
}
