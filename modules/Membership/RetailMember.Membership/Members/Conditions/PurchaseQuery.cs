using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;
using Kinds = RetailMember.Membership.Members.Conditions.ConditionKinds;

namespace RetailMember.Membership.Members.Conditions;

/// <summary>Finds members by what they bought, refunds taken off.</summary>
internal sealed class PurchaseQuery(MembershipDb db, DataSession session)
{
    /// <summary>Null where the condition is not about purchases.</summary>
    public IQueryable<Member>? Narrow(IQueryable<Member> members, MemberCondition condition, Brand brand, DateOnly today)
    {
        var days = (int?)condition.Number(Kinds.Days);
        return condition.Kind switch
        {
            Kinds.Spend when days is null => Spent(members, condition.Fen(Kinds.AtLeast), condition.Fen(Kinds.AtMost)),
            Kinds.Spend => Below(
                members, condition.Fen(Kinds.AtMost), tooMuch => Paid(Since(brand, today, days), tooMuch)),
            Kinds.Receipts when days is null => Bought(
                members, condition.Number(Kinds.AtLeast), condition.Number(Kinds.AtMost)),
            Kinds.Receipts => Below(
                members, condition.Number(Kinds.AtMost), tooMany => Counted(Since(brand, today, days), tooMany)),
            Kinds.Recency => Last(
                members, brand, today, condition.Number(Kinds.AtLeast), condition.Number(Kinds.AtMost)),
            Kinds.Categories => Of(members, Since(brand, today, days), condition.All(Kinds.OneOf)),
            _ => null,
        };
    }

    /// <summary>Those of some members who bought as much in a window of days as a condition says, where one says so.</summary>
    public IQueryable<Guid> Reaching(IQueryable<Guid> among, MemberCondition condition, Brand brand, DateOnly today)
    {
        if (condition.Number(Kinds.Days) is not { } days) return among;
        return condition.Kind switch
        {
            Kinds.Spend when condition.Fen(Kinds.AtLeast) is { } fen and > 0 => Of(p => Paid(p, fen)),
            Kinds.Receipts when condition.Number(Kinds.AtLeast) is { } receipts and > 0 => Of(p => Counted(p, receipts)),
            _ => among,
        };

        // PostgreSQL sums up the purchases of who is meant anyhow, and skips all others; SQLite looks up in a list of members
        // for longer than it sums up everybody's.
        IQueryable<Guid> Of(Func<IQueryable<Purchase>, IQueryable<Guid>> reaching)
        {
            var bought = Since(brand, today, (int)days);
            if (session.Kind != DatabaseKind.Sqlite) return reaching(bought.Where(p => among.Contains(p.MemberId)));
            var enough = reaching(bought);
            return among.Where(member => enough.Contains(member));
        }
    }

    private static IQueryable<Member> Spent(IQueryable<Member> members, long? atLeast, long? atMost)
    {
        if (atLeast is { } least) members = members.Where(m => m.LifetimeSpendFen >= least);
        if (atMost is { } most) members = members.Where(m => m.LifetimeSpendFen <= most);
        return members;
    }

    private static IQueryable<Member> Bought(IQueryable<Member> members, long? atLeast, long? atMost)
    {
        if (atLeast is { } least) members = members.Where(m => m.LifetimePurchases >= least);
        if (atMost is { } most) members = members.Where(m => m.LifetimePurchases <= most);
        return members;
    }

    /// <summary>Who bought nothing in the window has zero, and so is below any upper bound.</summary>
    private static IQueryable<Member> Below(IQueryable<Member> members, long? atMost, Func<long, IQueryable<Guid>> reaching)
    {
        if (atMost is not { } most) return members;
        var tooMuch = reaching(most + 1);
        return members.Where(m => !tooMuch.Contains(m.Id));
    }

    private static IQueryable<Guid> Paid(IQueryable<Purchase> purchases, long least) => purchases
        .GroupBy(p => p.MemberId)
        .Where(g => g.Sum(p => p.EarningFen - p.RefundedEarningFen) >= least)
        .Select(g => g.Key);

    private static IQueryable<Guid> Counted(IQueryable<Purchase> purchases, long least) => purchases
        .Where(p => p.PaidFen > p.RefundedFen)
        .GroupBy(p => p.MemberId)
        .Where(g => g.LongCount() >= least)
        .Select(g => g.Key);

    /// <summary>Days since the last receipt; of who never bought nothing is true.</summary>
    private static IQueryable<Member> Last(
        IQueryable<Member> members, Brand brand, DateOnly today, long? atLeast, long? atMost)
    {
        if (atLeast is { } least)
        {
            var end = Begin(brand, today.AddDays(1 - (int)least));
            members = members.Where(m => m.LastPurchaseAt < end);
        }

        if (atMost is { } most)
        {
            var begin = Begin(brand, today.AddDays(-(int)most));
            members = members.Where(m => m.LastPurchaseAt >= begin);
        }

        return members;
    }

    private IQueryable<Member> Of(IQueryable<Member> members, IQueryable<Purchase> purchases, IReadOnlyList<string> categories)
    {
        var buyers = from purchase in purchases
                     join line in db.PurchaseLines on purchase.Id equals line.PurchaseId
                     where purchase.PaidFen > purchase.RefundedFen && EF.Parameter(categories).Contains(line.Category)
                     select purchase.MemberId;
        return members.Where(m => buyers.Contains(m.Id));
    }

    /// <summary>Of so many days, the present one included; null: of all time.</summary>
    private IQueryable<Purchase> Since(Brand brand, DateOnly today, int? days)
    {
        var end = Begin(brand, today.AddDays(1));
        var purchases = db.Purchases.AsNoTracking().Where(p => p.OccurredAt < end);
        if (days is not { } some) return purchases;
        var begin = Begin(brand, today.AddDays(1 - some));
        return purchases.Where(p => p.OccurredAt >= begin);
    }

    /// <summary>UTC: the index of purchases has times, and a business day is a day of the brand's time zone.</summary>
    private static DateTime Begin(Brand brand, DateOnly day) => brand.UtcOf(day.ToDateTime(TimeOnly.MinValue));
}
