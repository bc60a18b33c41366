using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Tags;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Members.Analysis;

/// <summary>
/// How a member buys: the average ticket, the rhythm, spend by month and by category, where and when, over twelve months
/// with the present one as the last. Receipts that were wholly refunded count nowhere. Nothing of a member who objects.
/// </summary>
[Needs(MembershipPermissions.ViewPurchases)]
internal sealed class AnalyseMember(MembershipDb db, MemberDesk desk, IBrandDirectory brands, Objectors objectors)
    : Query<AnalyseMember.Input, AnalyseMember.Result>
{
    private const int MonthsBack = 11;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await desk.IdAsync(call, input.Member, cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        var from = new DateOnly(today.Year, today.Month, 1).AddMonths(-MonthsBack);
        if (await objectors.HasAsync(member, cancel)) return Untold(from, today);
        var standing = db.Purchases.AsNoTracking()
            .Where(p => p.MemberId == member && p.PaidFen > 0 && p.RefundedFen < p.PaidFen);
        var last = await standing.MaxAsync(p => (DateOnly?)p.BusinessDate, cancel);
        var within = standing.Where(p => p.BusinessDate >= from && p.BusinessDate <= today);
        var days = await within
            .GroupBy(p => p.BusinessDate)
            .Select(g => new BoughtDay(g.Key, g.LongCount(), g.Sum(p => p.PaidFen - p.RefundedFen)))
            .ToListAsync(cancel);
        var rhythm = new BuyingRhythm(days);
        return new Result
        {
            From = from,
            To = today,
            Purchases = rhythm.Purchases,
            Spend = rhythm.Spend,
            AverageTicket = rhythm.AverageTicket,
            DaysBetween = rhythm.DaysBetween,
            LastPurchaseOn = last,
            DaysSinceLast = last is { } on ? today.DayNumber - on.DayNumber : null,
            Months = [.. rhythm.ByMonth(from, MonthsBack + 1)],
            Categories = await CategoriesAsync(within, cancel),
            Stores = await StoresAsync(within, cancel),
            Hours = await HoursAsync(within, call.RequiredBrand, cancel),
        };
    }

    private static Result Untold(DateOnly from, DateOnly today) => new()
    {
        Objects = true,
        From = from,
        To = today,
        Purchases = 0,
        Spend = Money.Zero,
        Months = [],
        Categories = [],
        Stores = [],
        Hours = [],
    };

    /// <summary>Where he buys most often first.</summary>
    private async Task<IReadOnlyList<StoreVisits>> StoresAsync(IQueryable<Purchase> within, CancellationToken cancel)
    {
        var found = await within.GroupBy(p => p.StoreId)
            .Select(g => new { g.Key, Count = g.LongCount(), Fen = g.Sum(p => p.PaidFen - p.RefundedFen) }).ToListAsync(cancel);
        return
        [
            .. found.OrderByDescending(f => f.Count).ThenByDescending(f => f.Fen).ThenBy(f => f.Key)
                .Select(f => new StoreVisits(brands.FindStore(f.Key)?.Code, f.Count, new Money(f.Fen))),
        ];
    }

    private static async Task<IReadOnlyList<HourVisits>> HoursAsync(
        IQueryable<Purchase> within, Brand brand, CancellationToken cancel)
    {
        var found = (await within.Select(p => p.OccurredAt).ToListAsync(cancel)).CountBy(at => brand.LocalOf(at).Hour);
        return [.. found.OrderBy(f => f.Key).Select(f => new HourVisits(f.Key, f.Value))];
    }

    /// <summary>What was bought most first; at the end what no line told apart.</summary>
    private async Task<IReadOnlyList<Category>> CategoriesAsync(IQueryable<Purchase> within, CancellationToken cancel)
    {
        var told = await within
            .Join(db.PurchaseLines, p => p.Id, l => l.PurchaseId, (p, line) => line)
            .GroupBy(l => l.Category)
            .Select(g => new { g.Key, Pieces = g.Sum(l => (long)l.Quantity), Fen = g.Sum(l => l.PaidFen - l.RefundedFen) })
            .ToListAsync(cancel);
        var untold = await within.Where(p => !db.PurchaseLines.Any(l => l.PurchaseId == p.Id))
            .SumAsync(p => p.PaidFen - p.RefundedFen, cancel);
        var named = told.Where(t => t.Key is not null && t.Fen > 0).OrderByDescending(t => t.Fen).ThenBy(t => t.Key)
            .Select(t => new Category(t.Key, t.Pieces, new Money(t.Fen)));
        var nameless = told.Where(t => t.Key is null).ToList();
        var rest = untold + nameless.Sum(t => t.Fen);
        return rest > 0 ? [.. named, new Category(null, nameless.Sum(t => t.Pieces), new Money(rest))] : [.. named];
    }

    internal sealed record Input([property: Personal] string Member) : IInput<Result>;

    internal sealed record Result
    {
        /// <summary>He does not want conclusions drawn from what he buys: nothing is told.</summary>
        public bool Objects { get; init; }

        /// <summary>First business day that is looked at: the first of a month.</summary>
        public required DateOnly From { get; init; }

        /// <summary>Last one: today.</summary>
        public required DateOnly To { get; init; }

        public required long Purchases { get; init; }

        /// <summary>Yuan, refunds taken off.</summary>
        public required Money Spend { get; init; }

        /// <summary>Spend by purchases, to the fen; absent where nothing was bought.</summary>
        public Money? AverageTicket { get; init; }

        /// <summary>Days from one day of buying to the next, on average; absent before the second.</summary>
        public decimal? DaysBetween { get; init; }

        /// <summary>Also from before the twelve months.</summary>
        public DateOnly? LastPurchaseOn { get; init; }

        public int? DaysSinceLast { get; init; }

        /// <summary>Oldest first, those without purchases too.</summary>
        public required IReadOnlyList<MonthOfBuying> Months { get; init; }

        /// <summary>By what the lines of receipts cost; refunds that name no line are not taken off here.</summary>
        public required IReadOnlyList<Category> Categories { get; init; }

        /// <summary>Where he buys, the usual store first.</summary>
        public required IReadOnlyList<StoreVisits> Stores { get; init; }

        /// <summary>When he buys, in the brand's time zone; hours without a receipt are absent.</summary>
        public required IReadOnlyList<HourVisits> Hours { get; init; }
    }

    /// <param name="StoreCode">Absent for a store that is no longer known.</param>
    internal sealed record StoreVisits(string? StoreCode, long Purchases, Money Spend);

    /// <param name="Hour">0 to 23.</param>
    internal sealed record HourVisits(int Hour, long Purchases);

    /// <param name="Name">As the till names it; absent for receipts and lines that say none.</param>
    internal sealed record Category(string? Name, long Pieces, Money Spend);
}
