using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Targets;
using RetailMember.StoredValue.Targets.Assessments.Data;

namespace RetailMember.StoredValue.Accounting;

/// <summary>
/// Every row of assessment pay that is fixed comes to what it says and is one line to be paid, and every such line is a row.
/// </summary>
internal sealed class AssessmentAudit(StoredValueDb db)
{
    /// <summary>Months whose rows are not their lines, or not what was approved.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(CancellationToken cancel)
    {
        var fixedRows =
            from entry in db.AssessmentEntries.AsNoTracking()
            join closing in db.AssessmentClosings.AsNoTracking() on entry.ClosedIn equals closing.Month
            where closing.State == AssessmentState.Approved
            select entry;
        var lines = db.CommissionLines.AsNoTracking().Where(l => l.Kind == CommissionKind.Assessment);
        var unpaid = await fixedRows.Where(e => e.PayFen != 0 && !lines.Any(l => l.Id == e.Id
            && l.Fen == e.PayFen && l.SellerId == e.SellerId && l.Month == e.Month)).Select(e => e.Month).ToListAsync(cancel);
        var unfounded = await lines.Where(l => !fixedRows.Any(e => e.Id == l.Id)).Select(l => l.Month!.Value).ToListAsync(cancel);
        var changed = await db.AssessmentClosings.AsNoTracking()
            .Where(c => db.AssessmentEntries.Where(e => e.ClosedIn == c.Month).Sum(e => e.PayFen) != c.Fen)
            .Select(c => c.Month).ToListAsync(cancel);
        var wrong = unpaid.Concat(unfounded).Concat(changed).Concat(await MisreckonedAsync(fixedRows, cancel)).Distinct().Order();
        return [.. wrong.Select(m => m.ToString("yyyy-MM", CultureInfo.InvariantCulture))];
    }

    /// <summary>Of every row, all that was paid up to it is what its own target, net and full pay come to.</summary>
    private static async Task<IEnumerable<DateOnly>> MisreckonedAsync(IQueryable<AssessmentEntry> fixedRows, CancellationToken cancel)
    {
        var entries = await fixedRows.ToListAsync(cancel);
        return entries.GroupBy(e => (e.BrandId, e.Month, e.SellerId)).Where(rows =>
        {
            var paid = 0L;
            return rows.OrderBy(e => e.ClosedIn)
                .Any(e => (paid += e.PayFen) != Assessment.PayOf(e.NetFen, e.TargetFen, e.FullPayFen, e.Capped));
        }).Select(rows => rows.Key.Month);
    }
}
