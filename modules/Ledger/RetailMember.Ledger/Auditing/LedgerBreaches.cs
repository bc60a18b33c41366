using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Auditing;

/// <summary>Looks for rows that contradict each other. Good books yield nothing.</summary>
internal sealed class LedgerBreaches(
    LedgerDb db, DataSession session, IReadOnlyDictionary<string, LedgerUnit> units)
{
    public async Task<List<(int BrandId, string Unit, LedgerBreach Breach)>> FindAsync(CancellationToken ct)
    {
        object[] lotUnits = [.. units.Values.Where(u => u.KeepsLots).Select(u => u.Code)];
        var places = lotUnits.Length == 0 ? "''" : string.Join(", ", lotUnits.Select((_, i) => $"{{{i}}}"));
        var found = new List<(int, string, LedgerBreach)>();
        foreach (var (code, sql) in BreachQueries.All)
        {
            var rows = db.Database.SqlQueryRaw<Fault>(sql.Replace("{lots}", places, StringComparison.Ordinal), lotUnits)
                .Where(f => session.AllBrands || f.brand_id == session.Brand);
            var sums = await rows.GroupBy(f => new { f.brand_id, f.unit })
                .Select(g => new { g.Key.brand_id, g.Key.unit, Count = g.LongCount(), First = g.Min(f => f.id) }).ToListAsync(ct);
            found.AddRange(sums.Select(s => (s.brand_id, s.unit, new LedgerBreach(code, s.Count, s.First))));
        }
        return found;
    }

#pragma warning disable IDE1006, SA1300, CA1707 // The names are those of the queries' columns.
    private sealed record Fault(int brand_id, string unit, long id);
#pragma warning restore IDE1006, SA1300, CA1707
}
