using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Ledger;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Gifts;

namespace RetailMember.Redemption.Auditing;

/// <summary>Holds gifts against the vouchers and orders that were made of them, some members at a time.</summary>
internal sealed class GiftChecks(RedemptionDb db)
{
    private const int MembersAtOnce = 500;
    private const string VoucherKeys = "gift/";

    public async Task<IEnumerable<BookFault>> FindAsync(CancellationToken cancel)
    {
        var found = new Dictionary<string, List<Guid>>();
        var definitions = await db.VoucherDefinitions.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.Code, cancel);
        Guid? last = null;
        while (await NextAsync(last, cancel) is { Count: > 0 } members)
        {
            foreach (var (code, gift) in await FaultsAsync(members, definitions, cancel))
            {
                if (!found.TryGetValue(code, out var gifts)) found.Add(code, gifts = []);
                gifts.Add(gift);
            }

            last = members[^1];
        }

        return found.Select(f => new BookFault(f.Key, f.Value.Count, $"{f.Value.Min()}"));
    }

    private async Task<List<(string Code, Guid Gift)>> FaultsAsync(
        List<Guid> members, Dictionary<Guid, string> definitions, CancellationToken cancel)
    {
        var gifts = await db.Gifts.AsNoTracking().Where(g => EF.Parameter(members).Contains(g.MemberId)).ToListAsync(cancel);
        var parts = gifts.ToDictionary(g => g.Id, GiftPart.Of);
        string[] keys = [.. parts.Values.SelectMany(p => p).Where(p => p is { IsReward: false, Key: not null }).Select(p => p.Key!)];
        var vouchers = await db.Vouchers.AsNoTracking()
            .Where(v => EF.Parameter(keys).Contains(v.IssueKey)
                || (EF.Parameter(members).Contains(v.MemberId) && v.IssueKey.StartsWith(VoucherKeys)))
            .Select(v => new { v.IssueKey, v.DefinitionId, v.State }).ToDictionaryAsync(v => v.IssueKey, cancel);
        var orders = await db.RewardOrders.AsNoTracking()
            .Where(o => o.Points == 0 && EF.Parameter(members).Contains(o.MemberId))
            .Select(o => new { o.Id, o.MemberId, o.State }).ToDictionaryAsync(o => o.Id, cancel);
        var faults = new List<(string, Guid)>();
        foreach (var gift in gifts)
        {
            if (!StateFits(gift, parts[gift.Id])) faults.Add(("gift-state-is-not-parts", gift.Id));
            if (parts[gift.Id].Any(p => p.Held && !IsThere(p, gift.MemberId))) faults.Add(("gift-part-was-not-given", gift.Id));
        }

        var held = parts.Values.SelectMany(p => p).Where(p => p.Held).Select(p => p.Key).ToHashSet();
        foreach (var (key, voucher) in vouchers)
            if (voucher.State != VoucherState.Revoked && !held.Contains(key) && GiftOf(key) is { } gift && parts.ContainsKey(gift))
                faults.Add(("gift-was-given-twice", gift));
        foreach (var (id, order) in orders)
            if (order.State == RewardOrderState.Collected && !held.Contains(KeyOf(id))) faults.Add(("gift-was-given-twice", id));
        return faults;

        bool IsThere(GiftPart part, Guid member) => part.IsReward
            ? Guid.TryParseExact(part.Key, "N", out var order) && orders.TryGetValue(order, out var made) && made.MemberId == member
            : part.Key is { } key && vouchers.TryGetValue(key, out var issued)
                && definitions.GetValueOrDefault(issued.DefinitionId) == part.Code;
    }

    private static bool StateFits(Gift gift, GiftPart[] parts) => gift.State switch
    {
        GiftState.Given => parts.Any(p => p.Held),
        GiftState.Earned or GiftState.Lapsed or GiftState.Declined => gift.ClaimUntil is not null && !parts.Any(p => p.Held),
        GiftState.Failed => gift.Refusal is not null && !parts.Any(p => p.Held),
        _ => !parts.Any(p => p.Held),
    };

    private static Guid? GiftOf(string voucherKey) =>
        Guid.TryParseExact(voucherKey.Split('/') is [_, var id, ..] ? id : "", "N", out var gift) ? gift : null;

    private static string KeyOf(Guid order) => order.ToString("N", CultureInfo.InvariantCulture);

    private Task<List<Guid>> NextAsync(Guid? last, CancellationToken cancel)
    {
        var members = db.Gifts.AsNoTracking().Select(g => g.MemberId);
        if (last is { } after) members = members.Where(m => m > after);
        return members.Distinct().OrderBy(m => m).Take(MembersAtOnce).ToListAsync(cancel);
    }
}
