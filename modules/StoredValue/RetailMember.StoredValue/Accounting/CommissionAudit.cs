using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.Values;

namespace RetailMember.StoredValue.Accounting;

/// <summary>
/// Reckons the commission of every delivered sale again, by the rules in force at its delivery: its present seller has it
/// once, less what refunds took back, and nobody else has anything of it. What roles the seller had then is not kept, so that
/// any rate passes that could have been his.
/// </summary>
internal sealed class CommissionAudit(StoredValueDb db)
{
    /// <summary>Numbers of sales whose lines are missing, doubled or wrong.</summary>
    public async Task<IReadOnlyList<long>> FindAsync(CancellationToken cancel)
    {
        var versions = (await db.CommissionVersions.AsNoTracking().Where(v => v.EffectiveFrom != null).ToListAsync(cancel))
            .Select(v => (From: v.EffectiveFrom!.Value, Known: new KnownTerms(v.Number, CommissionShelf.TermsOf(v.Terms))))
            .OrderBy(v => v.From).ThenBy(v => v.Known.Number).ToList();
        var lines = (await db.CommissionLines.AsNoTracking().Where(l => l.Kind == CommissionKind.Commission)
            .Select(l => new Line(l.SaleId, l.SellerId, l.Fen, l.RuleVersion, l.Reverses != null)).ToListAsync(cancel))
            .ToLookup(l => l.Sale);
        var wrong = new List<long>();
        await foreach (var sale in db.CardSales.AsNoTracking().OrderBy(s => s.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var rules = versions.LastOrDefault(v => v.From <= sale.DeliveredAt).Known ?? CommissionShelf.Usual;
            if (!Holds(sale, rules, [.. lines[sale.Id]])) wrong.Add(sale.Id);
        }

        return wrong;
    }

    private static bool Holds(CardSale sale, KnownTerms rules, IReadOnlyList<Line> lines)
    {
        if (sale is not { DeliveredAt: not null, SellerId: { } seller })
            return lines.GroupBy(l => l.Seller).All(g => g.Sum(l => l.Fen) == 0);
        if (lines.Where(l => l.Seller != seller).GroupBy(l => l.Seller).Any(g => g.Sum(l => l.Fen) != 0)) return false;
        var own = lines.Where(l => l.Seller == seller).ToList();
        var has = own.Sum(l => l.Fen);
        if (own.FindLast(l => !l.TakesBack) is { } last && last.RuleVersion != rules.Number) return false;
        return PossibleOf(sale, rules.Terms)
            .Any(fen => has == fen - CommissionJudge.TakenBack(fen, sale.PrincipalFen, 0, sale.RefundedFen));
    }

    /// <summary>What the sale could earn, by the roles that its seller may have had.</summary>
    private static IEnumerable<long> PossibleOf(CardSale sale, CommissionTerms terms)
    {
        var judged = new SaleJudged(sale.PrincipalFen, sale.BonusFen, [], sale.CardType, sale.Campaign);
        yield return CommissionJudge.Of(terms, judged).Fen;
        foreach (var role in terms.Rates.Select(r => r.Role).OfType<string>().Distinct())
        {
            judged = new SaleJudged(sale.PrincipalFen, sale.BonusFen, [role], sale.CardType, sale.Campaign);
            yield return CommissionJudge.Of(terms, judged).Fen;
        }
    }

    private sealed record Line(long Sale, Guid Seller, long Fen, int RuleVersion, bool TakesBack);
}
