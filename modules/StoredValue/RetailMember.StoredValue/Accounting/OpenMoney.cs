using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;

namespace RetailMember.StoredValue.Accounting;

/// <summary>
/// Money of some days whose other half falls into other days, or has not come yet: what explains a difference between money
/// and value, in fen.
/// </summary>
internal sealed class OpenMoney(StoredValueDb db)
{
    /// <summary>What sales were paid and neither loaded nor given back in these days, less what is the other way about.</summary>
    public async Task<long> ToLoadAsync((DateOnly From, DateOnly To) days, Brand brand, CancellationToken cancel)
    {
        var (since, until) = AccountDays.Utc(days, brand);
        var sales = db.CardSales.AsNoTracking();
        var waits = await sales.Where(s => s.PaidOn >= days.From && s.PaidOn <= days.To
                && (s.LoadedOn == null || s.LoadedOn > days.To)
                && (s.State != SaleState.Cancelled || s.EndedAt >= until))
            .SumAsync(s => s.PrincipalFen, cancel);
        var late = await sales.Where(s => s.PaidOn < days.From
                && ((s.LoadedOn >= days.From && s.LoadedOn <= days.To)
                    || (s.State == SaleState.Cancelled && s.EndedAt >= since && s.EndedAt < until)))
            .SumAsync(s => s.PrincipalFen, cancel);
        return waits - late;
    }

    /// <summary>
    /// What went off cards that were given up before, or arrived for no order, and was not paid out in these days, less what
    /// is the other way about.
    /// </summary>
    public async Task<long> ToPayAsync((DateOnly From, DateOnly To) days, Brand brand, CancellationToken cancel)
    {
        var (since, until) = AccountDays.Utc(days, brand);
        return await OfReturnsAsync(days, since, until, cancel) + await OfUnexpectedAsync(days, since, until, cancel);
    }

    private async Task<long> OfReturnsAsync(
        (DateOnly From, DateOnly To) days, DateTime since, DateTime until, CancellationToken cancel)
    {
        var returns =
            from owed in db.CardClosings.AsNoTracking()
            join off in db.CardMoves.AsNoTracking() on owed.ReturnedBy equals (Guid?)off.Id
            select new { owed.PrincipalFen, off.On, owed.State, owed.DecidedAt };
        var waits = await returns.Where(r => r.On >= days.From && r.On <= days.To
                && (r.State != ClosingState.Approved || r.DecidedAt >= until))
            .SumAsync(r => r.PrincipalFen, cancel);
        var late = await returns.Where(r => r.On < days.From
                && r.State == ClosingState.Approved && r.DecidedAt >= since && r.DecidedAt < until)
            .SumAsync(r => r.PrincipalFen, cancel);
        return waits - late;
    }

    private async Task<long> OfUnexpectedAsync(
        (DateOnly From, DateOnly To) days, DateTime since, DateTime until, CancellationToken cancel)
    {
        var payments = db.UnexpectedMoney.AsNoTracking();
        var approved = db.PaymentReturns.AsNoTracking().Where(r => r.State == ClosingState.Approved && r.DecidedAt < until);
        var waits = await payments.Where(p => p.On >= days.From && p.On <= days.To && !approved.Any(r => r.PaymentId == p.Id))
            .SumAsync(p => p.Fen, cancel);
        var late = await payments
            .Where(p => p.On < days.From && approved.Any(r => r.PaymentId == p.Id && r.DecidedAt >= since))
            .SumAsync(p => p.Fen, cancel);
        return waits - late;
    }
}
