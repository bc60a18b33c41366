using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;

namespace RetailMember.StoredValue.Accounting;

/// <summary>Money that changed hands for cards, and the value that came onto them for it, each from books of its own.</summary>
internal sealed class CardMoney(StoredValueDb db)
{
    /// <summary>What sales say was paid on these business days; of a cheque, that the bank has paid.</summary>
    public async Task<IReadOnlyList<MoneyMoved>> PaidAsync((DateOnly From, DateOnly To) days, CancellationToken cancel) =>
        await db.CardSales.AsNoTracking().Where(s => s.PaidOn >= days.From && s.PaidOn <= days.To)
            .GroupBy(s => new { s.StoreId, s.Tender, s.PaidBy })
            .Select(g => new MoneyMoved(g.Key.StoreId, g.Key.Tender, g.Key.PaidBy ?? "")
            {
                Sales = g.Count(), PaidFen = g.Sum(s => s.PrincipalFen),
            })
            .ToListAsync(cancel);

    /// <summary>What was paid and on no card when its sale was cancelled on these days: it went back.</summary>
    public async Task<IReadOnlyList<MoneyMoved>> GivenBackAsync(
        (DateOnly From, DateOnly To) days, Brand brand, CancellationToken cancel)
    {
        var (since, until) = AccountDays.Utc(days, brand);
        return await db.CardSales.AsNoTracking()
            .Where(s => s.State == SaleState.Cancelled && s.PaidOn != null && s.EndedAt >= since && s.EndedAt < until)
            .GroupBy(s => new { s.StoreId, s.Tender, s.PaidBy })
            .Select(g => new MoneyMoved(g.Key.StoreId, g.Key.Tender, g.Key.PaidBy ?? "") { GivenBackFen = g.Sum(s => s.PrincipalFen) })
            .ToListAsync(cancel);
    }

    /// <summary>What has arrived online on these days that no order waited for.</summary>
    public async Task<IReadOnlyList<MoneyMoved>> UnexpectedAsync((DateOnly From, DateOnly To) days, CancellationToken cancel) =>
        await db.UnexpectedMoney.AsNoTracking().Where(p => p.On >= days.From && p.On <= days.To)
            .GroupBy(p => new { p.StoreId, p.ReportedBy })
            .Select(g => new MoneyMoved(g.Key.StoreId, SaleTender.Online, g.Key.ReportedBy)
            {
                Sales = g.Count(), PaidFen = g.Sum(p => p.Fen),
            })
            .ToListAsync(cancel);

    /// <summary>What journals of cards say came onto them on these days, by the sale that it was paid with.</summary>
    public async Task<IReadOnlyList<MoneyMoved>> LoadedAsync((DateOnly From, DateOnly To) days, CancellationToken cancel)
    {
        var loaded =
            from move in db.CardMoves.AsNoTracking()
            join part in db.CardMoveParts.AsNoTracking() on move.Id equals part.MoveId
            where move.Kind == CardMoveKind.Loaded && move.On >= days.From && move.On <= days.To && part.PrincipalFen > 0
            select new { move.StoreId, move.Operator, part.LoadId, part.PrincipalFen, part.BonusFen };
        var sold = await (
            from load in loaded
            join sale in db.CardSales.AsNoTracking() on load.LoadId equals sale.LoadId
            group load by new { sale.StoreId, sale.Tender, sale.PaidBy } into g
            select new MoneyMoved(g.Key.StoreId, g.Key.Tender, g.Key.PaidBy ?? "")
            {
                PrincipalFen = g.Sum(l => l.PrincipalFen), BonusFen = g.Sum(l => l.BonusFen),
            }).ToListAsync(cancel);
        var unsold = await loaded.Where(l => !db.CardSales.Any(s => s.LoadId == l.LoadId))
            .GroupBy(l => new { l.StoreId, l.Operator })
            .Select(g => new MoneyMoved(g.Key.StoreId, null, g.Key.Operator)
            {
                PrincipalFen = g.Sum(l => l.PrincipalFen), BonusFen = g.Sum(l => l.BonusFen),
            })
            .ToListAsync(cancel);
        return [.. sold, .. unsold];
    }

    /// <summary>
    /// What was paid out on these days: for cards given up, for sales taken back or cancelled after payment, and of what no
    /// order waited for.
    /// </summary>
    public async Task<IReadOnlyList<MoneyPaidOut>> PaidOutAsync(
        (DateOnly From, DateOnly To) days, Brand brand, CancellationToken cancel)
    {
        var (since, until) = AccountDays.Utc(days, brand);
        var closed = await db.CardClosings.AsNoTracking()
            .Where(c => c.State == ClosingState.Approved && c.DecidedAt >= since && c.DecidedAt < until)
            .GroupBy(c => new { c.StoreId, c.Payout.Way, c.DecidedBy })
            .Select(g => new MoneyPaidOut(g.Key.StoreId, g.Key.Way, null, g.Key.DecidedBy ?? "", g.Sum(c => c.PrincipalFen)))
            .ToListAsync(cancel);
        var refunded = await (
            from refund in db.SaleRefunds.AsNoTracking()
            join sale in db.CardSales.AsNoTracking() on refund.SaleId equals sale.Id
            where refund.State == ClosingState.Approved && refund.DecidedAt >= since && refund.DecidedAt < until
            group refund by new { sale.StoreId, sale.Tender, refund.Payout.Way, refund.DecidedBy } into g
            select new MoneyPaidOut(
                g.Key.StoreId, g.Key.Way, g.Key.Way == PayoutWay.AsPaid ? g.Key.Tender : null, g.Key.DecidedBy ?? "",
                g.Sum(r => r.PrincipalFen)))
            .ToListAsync(cancel);
        var returned = await (
            from back in db.PaymentReturns.AsNoTracking()
            join payment in db.UnexpectedPayments.AsNoTracking() on back.PaymentId equals payment.Id
            where back.State == ClosingState.Approved && back.DecidedAt >= since && back.DecidedAt < until
            group back by new { payment.StoreId, back.Payout.Way, back.DecidedBy } into g
            select new MoneyPaidOut(
                g.Key.StoreId, g.Key.Way, g.Key.Way == PayoutWay.AsPaid ? SaleTender.Online : null, g.Key.DecidedBy ?? "",
                g.Sum(r => r.Fen)))
            .ToListAsync(cancel);
        return [.. closed, .. refunded, .. returned];
    }

    /// <summary>What came onto cards on these days without being paid for: gift cards above all.</summary>
    public async Task<IReadOnlyList<ValueGiven>> GivenAsync((DateOnly From, DateOnly To) days, CancellationToken cancel) => await (
        from move in db.CardMoves.AsNoTracking()
        join part in db.CardMoveParts.AsNoTracking() on move.Id equals part.MoveId
        join card in db.Cards.AsNoTracking() on move.CardId equals card.Id
        join made in db.CardBatches.AsNoTracking() on card.BatchId equals (Guid?)made.Id into batches
        from batch in batches.DefaultIfEmpty()
        where move.Kind == CardMoveKind.Loaded && move.On >= days.From && move.On <= days.To && part.PrincipalFen == 0
        group part by new { move.StoreId, move.Operator, Batch = (string?)batch.Code } into g
        select new ValueGiven(g.Key.StoreId, g.Key.Operator, g.Key.Batch, g.Count(), g.Sum(p => p.BonusFen)))
        .ToListAsync(cancel);
}

/// <summary>Money that somebody was paid.</summary>
/// <param name="Tender">How the sale had been paid, where the money goes back in the same way.</param>
/// <param name="Operator">Who decided on it.</param>
internal sealed record MoneyPaidOut(int? StoreId, PayoutWay Way, SaleTender? Tender, string Operator, long Fen);

/// <summary>Bonus that nobody paid for.</summary>
/// <param name="Batch">Code of the batch of gift cards; null: none.</param>
/// <param name="Loads">How many.</param>
internal sealed record ValueGiven(int? StoreId, string Operator, string? Batch, int Loads, long BonusFen);

/// <summary>Money and value of one till, by the means of payment where one is known.</summary>
internal sealed record MoneyMoved(int? StoreId, SaleTender? Tender, string Operator)
{
    public int Sales { get; init; }

    public long PaidFen { get; init; }

    public long PrincipalFen { get; init; }

    public long BonusFen { get; init; }

    /// <summary>Of what was paid, what went back before it was on a card.</summary>
    public long GivenBackFen { get; init; }
}
