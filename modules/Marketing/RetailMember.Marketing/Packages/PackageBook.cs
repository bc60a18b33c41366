using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Values;

namespace RetailMember.Marketing.Packages;

/// <summary>
/// Takes messages out of the brand's packages, oldest first, and says what they cost. A brand without any package pays by
/// the month: it is not limited, and its messages have no price here.
/// </summary>
internal sealed class PackageBook(MarketingDb db, IRows rows, DataSession session)
{
    private int Brand => session.Brand ?? throw new InvalidOperationException("Packages belong to a brand: the session has none.");

    /// <summary>Nobody else takes anything until the transaction ends.</summary>
    public Task<List<MessagePackage>> HoldAsync(CancellationToken cancel) =>
        rows.LockAsync<MessagePackage, int>(p => p.BrandId, [Brand], cancel);

    /// <summary>
    /// Takes the parts of a batch, within the running transaction; <see cref="PackageUse.NoBatch"/> for messages of none.
    /// What is more than the packages hold is taken from none: a message that the provider took cannot be called back.
    /// </summary>
    /// <returns>The parts that no package covers.</returns>
    public async Task<long> TakeAsync(Guid batch, long parts, CancellationToken cancel)
    {
        var packages = await HoldAsync(cancel);
        List<PackageUse> uses = [];
        List<MessagePackage> changed = [];
        foreach (var package in InOrder(packages).Where(p => p.Left > 0))
        {
            if (parts == 0) break;
            var taken = Math.Min(parts, package.Left);
            package.Used += taken;
            parts -= taken;
            changed.Add(package);
            uses.Add(new PackageUse { PackageId = package.Id, BatchId = batch, BrandId = Brand, Parts = taken });
        }

        await rows.UpdateAsync(changed, MessagePackage.Moving, cancel);
        await rows.AddToAsync(uses, [nameof(PackageUse.Parts)], cancel);
        return parts;
    }

    /// <summary>What so many parts would cost from now on.</summary>
    public async Task<CostEstimate> EstimateAsync(long parts, CancellationToken cancel)
    {
        var packages = await AllAsync(cancel);
        var (fen, left, covered) = (0m, packages.Sum(p => p.Left), parts);
        foreach (var package in packages.Where(p => p.Left > 0))
        {
            var taken = Math.Min(covered, package.Left);
            fen += CostOf(package).Of(taken);
            covered -= taken;
        }

        // What no package covers has to be bought first: the last price is the best guess.
        if (covered > 0 && packages is [.., var last]) fen += CostOf(last).Of(covered);
        return new CostEstimate(parts, packages.Count == 0 ? null : fen.Rounded(), packages.Count == 0 ? null : left);
    }

    /// <summary>What a batch has cost so far; null where no package paid for it.</summary>
    public async Task<Money?> CostAsync(Guid batch, CancellationToken cancel)
    {
        var uses = await (
            from use in db.PackageUses.AsNoTracking()
            join package in db.Packages on use.PackageId equals package.Id
            where use.BatchId == batch
            select new { use.Parts, Package = package }).ToListAsync(cancel);
        return uses.Count == 0 ? null : uses.Sum(u => CostOf(u.Package).Of(u.Parts)).Rounded();
    }

    public static UnitCost CostOf(MessagePackage package) => new(package.PriceFen, package.Total);

    private async Task<IReadOnlyList<MessagePackage>> AllAsync(CancellationToken cancel) =>
        [.. InOrder(await db.Packages.AsNoTracking().ToListAsync(cancel))];

    private static IEnumerable<MessagePackage> InOrder(IEnumerable<MessagePackage> packages) =>
        packages.OrderBy(p => p.BoughtOn).ThenBy(p => p.Id);
}

/// <param name="MessageParts">That were asked for.</param>
/// <param name="Cost">Yuan, rounded to the fen; null where the brand keeps no packages.</param>
/// <param name="Left">Parts that the packages hold; null where there are none.</param>
internal sealed record CostEstimate(long MessageParts, Money? Cost, long? Left)
{
    /// <summary>The packages do not hold so many.</summary>
    public bool IsShort => Left < MessageParts;
}
