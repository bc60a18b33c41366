using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Gifts;

/// <summary>Whether what gifts are made of is there, before they are promised to anybody.</summary>
internal sealed class GiftContentsCheck(RedemptionDb db, RewardGates gates)
{
    /// <summary>The grants that name an unknown voucher or reward, or a reward that cannot be given.</summary>
    public async Task<IReadOnlySet<GiftGrant>> UnfitAsync(IReadOnlyCollection<GiftGrant> grants, CancellationToken cancel)
    {
        string[] vouchers = [.. grants.SelectMany(g => g.Contents.Vouchers).Distinct()];
        string[] rewards = [.. grants.SelectMany(g => g.Contents.Rewards).Distinct()];
        var known = vouchers.Length == 0
            ? []
            : await db.VoucherDefinitions.Where(d => EF.Parameter(vouchers).Contains(d.Code)).Select(d => d.Code).ToListAsync(cancel);
        var given = rewards.Length == 0 ? [] : await GivenAsync(rewards, cancel);
        return grants.Where(g => g.Contents.Vouchers.Except(known).Any() || g.Contents.Rewards.Except(given).Any())
            .ToHashSet();
    }

    private async Task<IEnumerable<string>> GivenAsync(string[] rewards, CancellationToken cancel)
    {
        var found = (await db.Rewards.AsNoTracking().Where(r => EF.Parameter(rewards).Contains(r.Code)).ToListAsync(cancel))
            .Select(r => (r.Code, Terms: CatalogueShelf.TermsOf(r))).Where(r => GiftOrders.CanBeGiven(r.Terms)).ToList();
        return found.Select(r => r.Code).Except((await gates.RefusedAsync(found, cancel)).Keys);
    }
}
