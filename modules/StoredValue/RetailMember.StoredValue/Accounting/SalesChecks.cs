using Microsoft.EntityFrameworkCore;
using RetailMember.Ledger;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;

namespace RetailMember.StoredValue.Accounting;

/// <summary>The books of sales: each is the load it made, and earned what its lines say.</summary>
internal sealed class SalesChecks(StoredValueDb db) : IBookCheck
{
    public string Module => "StoredValue";

    public async Task<IReadOnlyList<BookFault>> FindAsync(CancellationToken cancel)
    {
        var found = new List<BookFault>();
        await AddAsync("sales-are-not-loads", SalesAreNotLoads());
        await AddAsync("settlements-are-not-lines", SettlementsAreNotLines());
        var commissions = await CommissionsDifferAsync(cancel);
        if (commissions.Count > 0) found.Add(new BookFault("commissions-are-not-sales", commissions.Count, $"{commissions[0]}"));
        return found;

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

    private IQueryable<long> SettlementsAreNotLines() => db.SettlementBatches.AsNoTracking()
        .Where(b => b.State != SettlementState.Discarded
            && db.CommissionLines.Where(l => l.BatchId == b.Id).Sum(l => l.Fen) != b.Fen)
        .Select(b => b.Id);

    /// <summary>Of what a sale earned, as much was taken back as its customer got back of the principal.</summary>
    private async Task<IReadOnlyList<long>> CommissionsDifferAsync(CancellationToken cancel)
    {
        var earned = await (
            from line in db.CommissionLines.AsNoTracking()
            join sale in db.CardSales.AsNoTracking() on line.SaleId equals sale.Id
            where line.Kind == CommissionKind.Commission
            group line.Fen by new { sale.Id, sale.PrincipalFen, sale.RefundedFen } into lines
            select new
            {
                lines.Key.Id,
                lines.Key.PrincipalFen,
                lines.Key.RefundedFen,
                Earned = lines.Sum(f => f > 0 ? f : 0),
                Back = lines.Sum(f => f < 0 ? -f : 0),
            }).ToListAsync(cancel);
        return
        [
            .. earned.Where(e => CommissionJudge.TakenBack(e.Earned, e.PrincipalFen, 0, e.RefundedFen) != e.Back)
                .Select(e => e.Id).Order(),
        ];
    }
}
