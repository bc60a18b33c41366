using Microsoft.EntityFrameworkCore;
using RetailMember.Rules;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.Values;

namespace RetailMember.StoredValue.Accounting;

/// <summary>
/// Reckons the commission of every delivered sale again, by the rules in force at its delivery: its present seller has it
/// once, by the rate of the role that its line names, less what refunds took back, and nobody else has anything of it.
/// </summary>
internal sealed class CommissionAudit(StoredValueDb db, CommissionRuleBook rulebook, TimeProvider time)
{
    /// <summary>Numbers of sales whose lines are missing, doubled or wrong.</summary>
    public async Task<IReadOnlyList<long>> FindAsync(CancellationToken cancel)
    {
        var all = await rulebook.AllAsync(time.GetUtcNow().UtcDateTime, cancel);
        var versions = all.Where(v => v.EffectiveFrom is not null).OrderBy(v => v.EffectiveFrom).ThenBy(v => v.Version).ToList();
        var lines = (await db.CommissionLines.AsNoTracking().Where(l => l.Kind == CommissionKind.Commission).OrderBy(l => l.Id)
            .Select(l => new Line(l.SaleId!.Value, l.SellerId, l.Fen, l.PerMille, l.RuleVersion, l.Role, l.Reverses != null))
            .ToListAsync(cancel))
            .ToLookup(l => l.Sale);
        var wrong = new List<long>();
        await foreach (var sale in db.CardSales.AsNoTracking().OrderBy(s => s.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var rules = versions.FindLast(v => v.EffectiveFrom <= sale.DeliveredAt) ?? all[^1];
            if (!Holds(sale, rules, [.. lines[sale.Id]])) wrong.Add(sale.Id);
        }

        return wrong;
    }

    private static bool Holds(CardSale sale, RulesView<CommissionTerms> rules, IReadOnlyList<Line> lines)
    {
        if (sale is not { DeliveredAt: not null, SellerId: { } seller })
            return lines.GroupBy(l => l.Seller).All(g => g.Sum(l => l.Fen) == 0);
        if (lines.Where(l => l.Seller != seller).GroupBy(l => l.Seller).Any(g => g.Sum(l => l.Fen) != 0)) return false;
        var own = lines.Where(l => l.Seller == seller).ToList();
        if (own.FindLast(l => !l.TakesBack) is not { } last)
            return own.Count == 0 && (sale.NetFen == 0 || MayEarnNothing(sale, rules.Wording));
        var (fen, perMille, role) = CommissionJudge.Of(rules.Wording, Judged(sale, last.Role));
        return (last.RuleVersion, last.PerMille, last.Role) == (rules.Version, perMille, role)
            && own.Sum(l => l.Fen) == fen - CommissionJudge.TakenBack(fen, sale.PrincipalFen, 0, sale.RefundedFen);
    }

    /// <summary>No line is written for nothing, so that it is not known what role the seller had.</summary>
    private static bool MayEarnNothing(CardSale sale, CommissionTerms terms) =>
        terms.Rates.Select(r => r.Role).Append(null).Any(role => CommissionJudge.Of(terms, Judged(sale, role)).Fen == 0);

    private static SaleJudged Judged(CardSale sale, string? role) =>
        new(sale.PrincipalFen, sale.BonusFen, role is null ? [] : [role], sale.CardType, sale.Campaign);

    private sealed record Line(long Sale, Guid Seller, long Fen, int PerMille, int RuleVersion, string? Role, bool TakesBack);
}
