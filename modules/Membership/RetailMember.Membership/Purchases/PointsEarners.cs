using RetailMember.Brands;
using RetailMember.Modules;

namespace RetailMember.Membership.Purchases;

/// <summary>Asks the modules that let members earn for somebody else.</summary>
internal sealed class PointsEarners(IEnumerable<IPointsEarner> earners, ModuleCatalogue modules, IBrandDirectory brands)
{
    /// <summary>Who earns for whom at which store; whoever earns for himself is absent.</summary>
    public async Task<IReadOnlyDictionary<(Guid Buyer, int Store), Guid>> OfAsync(
        int brand, IReadOnlyCollection<(Guid Buyer, int Store)> buyers, CancellationToken cancel)
    {
        var known = new Dictionary<(Guid Buyer, int Store), Guid>();
        foreach (var earner in earners.Where(e => modules.IsRunning(e.Module)).OrderBy(e => e.Module, StringComparer.Ordinal))
        {
            var asked = buyers.Where(b => brands.IsOn(earner.Module, brand, b.Store)).ToHashSet();
            if (asked.Count == 0) continue;
            var named = await earner.OfAsync([.. asked.Select(b => b.Buyer).Distinct()], cancel);
            foreach (var buyer in asked)
                if (named.TryGetValue(buyer.Buyer, out var other) && other != buyer.Buyer) known.TryAdd(buyer, other);
        }

        return known;
    }
}
