using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Settings;
using RetailMember.StoredValue.Data;

namespace RetailMember.StoredValue.Law;

/// <summary>
/// Who has left stays known as long as a card of his holds something, somebody must decide on his money, or he bought a card
/// in the years for which the law keeps buyers known.
/// </summary>
internal sealed class KnownBuyers(StoredValueDb db, ISettings settings, DataSession session, TimeProvider time) : IMemberRetention
{
    public string Module => "StoredValue";

    public async Task<IReadOnlySet<Guid>> AmongAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        Guid?[] asked = [.. members.Select(m => (Guid?)m)];
        var years = (int)LawFigures.Of(settings, session.Brand!.Value).KeepYears;
        var since = time.GetUtcNow().UtcDateTime.AddYears(-years);
        var known = new HashSet<Guid>();
        await AddAsync(db.Cards.Where(c => c.PrincipalFen + c.BonusFen + c.FrozenPrincipalFen + c.FrozenBonusFen > 0)
            .Select(c => c.MemberId));
        await AddAsync(db.CardSales.Where(s => s.PaidAt >= since).Select(s => s.MemberId));
        await AddAsync(Open(db.CardClosings, since));
        await AddAsync(Open(db.SaleRefunds, since));
        await AddAsync(Open(db.PaymentReturns, since));
        await AddAsync(db.CardSales.Where(s => db.UnexpectedMoney.Any(p => p.SaleId == s.Id
            && !db.PaymentReturns.Any(r => r.PaymentId == p.Id && r.State == ClosingState.Approved))).Select(s => s.MemberId));
        return known;

        async Task AddAsync(IQueryable<Guid?> holders) => known.UnionWith(
            (await holders.Where(m => EF.Parameter(asked).Contains(m)).Distinct().ToListAsync(cancel)).OfType<Guid>());
    }

    private static IQueryable<Guid?> Open<T>(IQueryable<T> requests, DateTime since)
        where T : CardRequest =>
        requests.Where(r => r.State == ClosingState.Requested || r.DecidedAt >= since).Select(r => r.MemberId);
}
