using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>
/// Puts the receipts of the window together as tills sent them: lines, what the till left to price, tenders.
/// </summary>
internal sealed class ReceiptContents(IRows rows, IBrandDirectory brands)
{
    public async Task AddAsync(ReplayWindow window, FactsPage page, CancellationToken cancel)
    {
        var lines = await rows.SelectAsync<PurchaseLine>(
            $"""
            WHERE purchase_id IN (SELECT id FROM membership_purchase
                WHERE member_id >= {page.First} AND member_id <= {page.Last} AND brand_id + 0 = {page.BrandId}
                AND occurred_at >= {window.Start} AND occurred_at < {window.End})
            """, cancel);
        var tendered = await rows.SelectAsync<PurchaseTenderLine>(
            $"""
            WHERE purchase_id IN (SELECT id FROM membership_purchase
                WHERE member_id >= {page.First} AND member_id <= {page.Last} AND brand_id + 0 = {page.BrandId}
                AND occurred_at >= {window.Start} AND occurred_at < {window.End})
            """, cancel);
        var linesOf = Grouped(lines, l => l.PurchaseId);
        var tenderedOf = Grouped(tendered, l => l.PurchaseId);
        var stores = brands.StoresOf(page.BrandId).ToDictionary(s => s.Id, s => s.Code);
        foreach (var receipt in page.Receipts.Values)
            if (window.Contains(receipt.Row.BusinessDate))
                Fill(
                    receipt,
                    window.Brand.LocalOf(receipt.Row.OccurredAt),
                    stores.GetValueOrDefault(receipt.Row.StoreId) ?? "",
                    linesOf?.GetValueOrDefault(receipt.Row.Id), tenderedOf?.GetValueOrDefault(receipt.Row.Id));
    }

    private static Dictionary<Guid, List<T>>? Grouped<T>(List<T> all, Func<T, Guid> by)
    {
        if (all.Count == 0) return null;
        var groups = new Dictionary<Guid, List<T>>();
        foreach (var one in all)
        {
            var key = by(one);
            if (!groups.TryGetValue(key, out var group)) groups.Add(key, group = new List<T>(4));
            group.Add(one);
        }

        return groups;
    }

    private static void Fill(
        ReceiptFacts facts, DateTime local, string store, List<PurchaseLine>? lines, List<PurchaseTenderLine>? tendered)
    {
        var row = facts.Row;
        lines?.Sort((a, b) => a.LineNo.CompareTo(b.LineNo));
        var basket = lines is null
            ? [new BasketLine(row.PaidFen, row.PaidFen)]
            : lines.Select(LineOf).ToArray();
        facts.DiscountFen = lines?.Sum(l => l.PriceRule is null ? 0 : l.ListFen - l.PaidFen) ?? 0;
        var byLine = tendered is null ? null : new long[basket.Length];
        foreach (var share in tendered ?? [])
            if (share.LineNo <= basket.Length) byLine![share.LineNo - 1] += share.AmountFen;
        var vouchers = Math.Max(0, row.PaidFen - row.EarningFen - (byLine?.Sum() ?? 0));
        facts.Receipt = new Receipt(local, store, basket, vouchers, byLine);
    }

    private static BasketLine LineOf(PurchaseLine line) =>
        new(line.ListFen, line.PriceRule is null ? line.PaidFen : null, line.Quantity, line.Category);
}
