using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;

namespace RetailMember.StoredValue.Targets;

/// <summary>
/// What was delivered, came back and was earned by days: a sale counts on the day of its delivery, and what is refunded of
/// it is taken off the same sale, so that a month that was refunded away was not reached.
/// </summary>
internal sealed class SalesFigures(StoredValueDb db)
{
    /// <param name="from">First business day of delivery.</param>
    /// <param name="to">Last business day.</param>
    /// <param name="stores">Of these alone; null: of all.</param>
    /// <param name="channel">Code of the one alone that is meant; null: all.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyList<SoldSale>> OfAsync(
        DateOnly from, DateOnly to, IReadOnlyList<int>? stores, string? channel, CancellationToken cancel)
    {
        var delivered = db.CardSales.AsNoTracking().Where(s => s.DeliveredOn >= from && s.DeliveredOn <= to);
        if (stores is not null) delivered = delivered.Where(s => EF.Parameter(stores).Contains(s.StoreId));
        if (channel is not null) delivered = delivered.Where(s => s.Channel == channel);
        var sales = await delivered
            .Select(s => new { s.Id, s.DeliveredOn, s.StoreId, s.Seller, s.Attribution, s.Channel, s.PrincipalFen, s.RefundedFen })
            .ToListAsync(cancel);
        var earned = await (
            from line in db.CommissionLines.AsNoTracking()
            join sale in delivered on line.SaleId equals (long?)sale.Id
            group line by sale.Id into lines
            select new { Sale = lines.Key, Fen = lines.Sum(l => l.Fen) }).ToDictionaryAsync(l => l.Sale, l => l.Fen, cancel);
        return
        [
            .. sales.Select(s => new SoldSale(
                s.DeliveredOn!.Value, s.StoreId, s.Seller, s.Channel, s.PrincipalFen, s.RefundedFen, earned.GetValueOrDefault(s.Id))
            {
                IsNobodys = s.Attribution == Attribution.Nobody,
            }),
        ];
    }

    /// <summary>Who is credited with something that was delivered at other stores than these, by months.</summary>
    /// <param name="from">First business day of delivery.</param>
    /// <param name="to">Last business day.</param>
    /// <param name="stores">Those that do not count.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyList<SellerOfMonth>> SellersElsewhereAsync(
        DateOnly from, DateOnly to, IReadOnlyList<int> stores, CancellationToken cancel)
    {
        var found = await db.CardSales.AsNoTracking()
            .Where(s => s.Seller != null && s.DeliveredOn >= from && s.DeliveredOn <= to && !EF.Parameter(stores).Contains(s.StoreId))
            .Select(s => new { s.DeliveredOn!.Value.Year, s.DeliveredOn!.Value.Month, s.Seller }).Distinct().ToListAsync(cancel);
        return [.. found.Select(s => new SellerOfMonth(new DateOnly(s.Year, s.Month, 1), s.Seller!))];
    }

    /// <summary>What everybody sold in each of some months, less what came back of it.</summary>
    /// <param name="from">First day of the first month.</param>
    /// <param name="to">First day of the last month.</param>
    /// <param name="only">Whose alone; null: everybody's.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyList<SoldInMonth>> NetOfAsync(DateOnly from, DateOnly to, Guid? only, CancellationToken cancel)
    {
        var end = to.AddMonths(1);
        var delivered = db.CardSales.AsNoTracking().Where(s => s.DeliveredOn >= from && s.DeliveredOn < end);
        delivered = only is { } seller ? delivered.Where(s => s.SellerId == seller) : delivered.Where(s => s.SellerId != null);
        var sold = await delivered
            .GroupBy(s => new { Seller = s.SellerId!.Value, s.DeliveredOn!.Value.Year, s.DeliveredOn!.Value.Month })
            .Select(g => new { g.Key, Name = g.Max(s => s.Seller)!, Fen = g.Sum(s => s.PrincipalFen - s.RefundedFen) }).ToListAsync(cancel);
        return [.. sold.Select(s => new SoldInMonth(new DateOnly(s.Key.Year, s.Key.Month, 1), s.Key.Seller, s.Name, s.Fen))];
    }
}

/// <param name="Month">First day of the month of delivery.</param>
/// <param name="SellerName">User name.</param>
internal sealed record SellerOfMonth(DateOnly Month, string SellerName);

/// <param name="Month">First day of the month of delivery.</param>
/// <param name="SellerName">User name.</param>
internal sealed record SoldInMonth(DateOnly Month, Guid Seller, string SellerName, long NetFen);

/// <param name="Seller">User name; null: the store's.</param>
/// <param name="Channel">Code of the sales channel; null: nobody named one.</param>
/// <param name="EarnedFen">Commission and awards, less what was taken back.</param>
internal sealed record SoldSale(
    DateOnly On, int StoreId, string? Seller, string? Channel, long SoldFen, long RefundedFen, long EarnedFen)
{
    /// <summary>Neither anybody's performance nor the store's.</summary>
    public bool IsNobodys { get; init; }

    public long NetFen => SoldFen - RefundedFen;
}
