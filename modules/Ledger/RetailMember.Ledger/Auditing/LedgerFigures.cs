using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Auditing;

/// <summary>Sums the books of every brand and unit as of a business day: a fixed number of grouped queries.</summary>
internal sealed class LedgerFigures(LedgerDb db, DataSession session)
{
    private enum LotState
    {
        Usable = 0,
        Pending = 1,
        Lapsed = 2,
    }

    public async Task<List<LedgerAuditLine>> ReadAsync(DateOnly asOf, CancellationToken ct)
    {
        var accounts = await Rows<Account>().GroupBy(a => new { a.BrandId, a.Unit })
            .Select(g => new { g.Key.BrandId, g.Key.Unit, Count = g.LongCount() }).ToListAsync(ct);
        var sums = (await ReadSumsAsync(asOf, ct)).ToLookup(s => (s.BrandId, s.Unit));
        var lots = await ReadLotsAsync(asOf, ct);

        return accounts.OrderBy(a => a.BrandId).ThenBy(a => a.Unit, StringComparer.Ordinal).Select(a =>
        {
            var kinds = sums[(a.BrandId, a.Unit)].ToDictionary(s => s.Kind, s => s.Amount);
            long Of(params PostingKind[] of) => of.Sum(kind => kinds.GetValueOrDefault(kind));
            long In(LotState state) => lots.GetValueOrDefault((a.BrandId, a.Unit, state));
            var pending = In(LotState.Pending);
            var lapsed = In(LotState.Lapsed);
            return new LedgerAuditLine(
                a.BrandId, a.Unit, a.Count, sums[(a.BrandId, a.Unit)].Sum(s => s.Count),
                Of(PostingKind.Earn, PostingKind.Adjust, PostingKind.Open), -Of(PostingKind.Spend),
                lapsed - Of(PostingKind.Expire), kinds.Values.Sum() - pending - lapsed, pending,
                -Of(PostingKind.Transfer), []);
        }).ToList();
    }

    private Task<List<KindSum>> ReadSumsAsync(DateOnly asOf, CancellationToken ct) => (
        from posting in Rows<PostingRow>()
        where posting.BusinessDate <= asOf
        join account in Rows<Account>() on posting.AccountId equals account.Id
        group posting.Amount by new { account.BrandId, account.Unit, posting.Kind } into g
        select new KindSum(g.Key.BrandId, g.Key.Unit, g.Key.Kind, g.LongCount(), g.Sum())).ToListAsync(ct);

    // What lots held on the day: what was put in by then less what was taken by then.
    private async Task<Dictionary<(int, string, LotState), long>> ReadLotsAsync(DateOnly asOf, CancellationToken ct)
    {
        var put =
            from lot in Rows<Lot>()
            join posting in Rows<PostingRow>() on lot.Id equals posting.Id
            where posting.BusinessDate <= asOf
            select new { lot.AccountId, lot.StartsOn, lot.ExpiresOn, lot.Amount };
        var taken =
            from take in Rows<Take>()
            join posting in Rows<PostingRow>() on take.PostingId equals posting.Id
            where posting.BusinessDate <= asOf
            join lot in Rows<Lot>() on take.LotId equals lot.Id
            select new { lot.AccountId, lot.StartsOn, lot.ExpiresOn, Amount = -take.Amount };
        var sums = await (
            from moved in put.Concat(taken)
            join account in Rows<Account>() on moved.AccountId equals account.Id
            group moved.Amount by new
            {
                account.BrandId,
                account.Unit,
                State = moved.ExpiresOn < asOf ? 2 : moved.StartsOn > asOf ? 1 : 0,
            }
            into g
            select new { g.Key.BrandId, g.Key.Unit, g.Key.State, Amount = g.Sum() }).ToListAsync(ct);
        return sums.ToDictionary(s => (s.BrandId, s.Unit, (LotState)s.State), s => s.Amount);
    }

    private IQueryable<T> Rows<T>()
        where T : class, IBrandOwned => session.AllBrands ? db.AcrossBrands<T>() : db.Set<T>();

    private sealed record KindSum(int BrandId, string Unit, PostingKind Kind, long Count, long Amount);
}
