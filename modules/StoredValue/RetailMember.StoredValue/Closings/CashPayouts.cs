using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Accounting;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Law;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Closings;

/// <summary>
/// Keeps cash that goes back to one holder on one day below what the card's terms, and the law where the brand wants it
/// enforced, let be paid in cash: several cards or sales together, not each by itself.
/// </summary>
internal sealed class CashPayouts(StoredValueDb db, CardBooks books, GuardRails law)
{
    /// <summary>
    /// Locks a card and, for cash, all others of its holder, so that two hands at once do not pay twice what one may.
    /// </summary>
    public async Task<CardBook> OpenAsync(Guid card, IReadOnlyCollection<Guid> loads, bool forCash, CancellationToken cancel) =>
        await books.OpenAsync(
            forCash
                ? await db.Cards.Where(c => c.Id == card || db.Cards.Any(o => o.Id == card && o.MemberId == c.MemberId))
                    .Select(c => c.Id).ToListAsync(cancel)
                : [card],
            loads, cancel);

    /// <summary>Refuses cash that is too much, with what is paid or asked for on the same day.</summary>
    /// <param name="money">What is to be paid.</param>
    /// <param name="terms">Of the card.</param>
    /// <param name="call">When and where.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task RequireLittleAsync(CashPayout money, CardTypeTerms terms, CallContext call, CancellationToken cancel)
    {
        var most = law.MostCash(terms.Refund.CashUpTo, call.RequiredBrand.Id);
        var before = money.Fen > most.Fen ? 0 : await OfDayAsync(money, call.RequiredBrand, call.At, cancel);
        if (money.Fen + before > most.Fen)
            throw new Refusal(
                "storedvalue.too-much-for-cash", RefusalKind.Conflict, ("most", most), ("paid", new Money(before)));
    }

    /// <summary>Whether it may be paid in cash, for who only proposes it.</summary>
    public async Task<bool> IsLittleAsync(
        CashPayout money, CardTypeTerms terms, Brand brand, DateTime at, CancellationToken cancel) =>
        money.Fen <= law.MostCash(terms.Refund.CashUpTo, brand.Id).Fen - await OfDayAsync(money, brand, at, cancel);

    /// <summary>What the holder gets in cash on the day beside this, whether it is paid or waits for a decision.</summary>
    private async Task<long> OfDayAsync(CashPayout money, Brand brand, DateTime at, CancellationToken cancel)
    {
        var day = brand.DateOf(at);
        var (since, until) = AccountDays.Utc((day, day), brand);
        var closings = Cash(db.CardClosings.AsNoTracking(), money, since, until).Where(c => c.Payout.Way == PayoutWay.Cash);
        var refunds = Cash(db.SaleRefunds.AsNoTracking(), money, since, until).Where(r => r.Payout.Way == PayoutWay.Cash);
        if (money.Holder is null)
        {
            closings = closings.Where(c => c.CardId == money.Card);
            refunds = refunds.Where(r => db.CardSales.Any(s => s.Id == r.SaleId && s.CardId == money.Card));
        }

        return await closings.SumAsync(c => c.PrincipalFen, cancel) + await refunds.SumAsync(r => r.PrincipalFen, cancel);
    }

    private static IQueryable<T> Cash<T>(IQueryable<T> requests, CashPayout money, DateTime since, DateTime until)
        where T : CardRequest => requests.Where(r => r.MemberId == money.Holder && r.Id != money.Request
            && (r.State == ClosingState.Requested
                || (r.State == ClosingState.Approved && r.DecidedAt >= since && r.DecidedAt < until)));
}

/// <summary>Cash that somebody is about to be paid.</summary>
/// <param name="Holder">Who gets it; null: whoever carries the card.</param>
/// <param name="Request">The request for it, which counts once; empty: there is none yet.</param>
internal sealed record CashPayout(long Fen, Guid? Holder, Guid Card, Guid Request = default);
