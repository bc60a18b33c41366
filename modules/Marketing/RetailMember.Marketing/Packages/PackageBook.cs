using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Values;

namespace RetailMember.Marketing.Packages;

/// <summary>
/// Takes messages out of the brand's packages, oldest first, and says what they cost. A brand without any package pays by
/// the month: it is not limited, and its messages have no price here.
/// </summary>
internal sealed class PackageBook(MarketingDb db, IRows rows, DataSession session)
{
    private int Brand => session.Brand ?? throw new InvalidOperationException("Packages belong to a brand: the session has none.");

    /// <summary>Opens the packages for a batch: nobody else takes anything until the transaction ends.</summary>
    public async Task<PackageDraw> DrawAsync(MessageBatch batch, CancellationToken cancel)
    {
        var packages = await HoldAsync(cancel);
        var spent = batch.MostFen is null ? 0 : (await PaidAsync(batch.Id, cancel)).Sum(p => p.Fen);
        return new PackageDraw(packages, spent, batch.MostFen);
    }

    /// <summary>Writes down what was taken for a batch; <see cref="PackageUse.NoBatch"/> for messages of none.</summary>
    public async Task SaveAsync(Guid batch, PackageDraw draw, CancellationToken cancel)
    {
        await rows.UpdateAsync(draw.Taken.Keys.ToList(), MessagePackage.Moving, cancel);
        List<PackageUse> uses = [.. draw.Taken.Select(t => UseOf(batch, t.Key.Id, t.Value))];
        if (draw.Owed > 0) uses.Add(UseOf(batch, PackageUse.Owed, draw.Owed));
        await rows.AddToAsync(uses, [nameof(PackageUse.Parts)], cancel);
    }

    /// <summary>
    /// Takes the parts of messages that go whatever the packages hold, such as codes, within the running transaction.
    /// </summary>
    /// <returns>The parts that no package covers yet: the next one does.</returns>
    public async Task<long> TakeAsync(Guid batch, long parts, CancellationToken cancel)
    {
        var draw = new PackageDraw(await HoldAsync(cancel), spentFen: 0, mostFen: null);
        draw.TakeOrOwe(parts);
        await SaveAsync(batch, draw, cancel);
        return draw.Owed;
    }

    /// <summary>Puts back what was taken for messages of a batch that the provider did not take, the last taken first.</summary>
    public async Task GiveBackAsync(Guid batch, long parts, CancellationToken cancel)
    {
        var packages = (await HoldAsync(cancel)).ToDictionary(p => p.Id);
        var uses = await db.PackageUses.AsNoTracking().Where(u => u.BatchId == batch && u.Parts > 0).ToListAsync(cancel);
        List<PackageUse> moved = [];
        List<MessagePackage> filled = [];
        foreach (var use in uses.OrderByDescending(u => OrderOf(packages.GetValueOrDefault(u.PackageId))))
        {
            if (parts == 0) break;
            var some = Math.Min(parts, use.Parts);
            (use.Parts, parts) = (use.Parts - some, parts - some);
            moved.Add(use);
            if (!packages.TryGetValue(use.PackageId, out var package)) continue;
            package.Used -= some;
            filled.Add(package);
        }

        await rows.UpdateAsync(filled, MessagePackage.Moving, cancel);
        await rows.UpdateAsync(moved, [nameof(PackageUse.Parts)], cancel);
    }

    /// <summary>Takes what messages owe out of a package that is new, and not yet written.</summary>
    public async Task SettleAsync(MessagePackage bought, CancellationToken cancel)
    {
        await HoldAsync(cancel);
        var owed = await db.PackageUses.AsNoTracking()
            .Where(u => u.PackageId == PackageUse.Owed && u.Parts > 0).OrderBy(u => u.BatchId).ToListAsync(cancel);
        List<PackageUse> paid = [];
        foreach (var use in owed)
        {
            var some = Math.Min(use.Parts, bought.Left);
            use.Parts -= some;
            bought.Used += some;
            if (some > 0) paid.Add(UseOf(use.BatchId, bought.Id, some));
        }

        await rows.UpdateAsync(owed, [nameof(PackageUse.Parts)], cancel);
        await rows.AddToAsync(paid, [nameof(PackageUse.Parts)], cancel);
    }

    /// <summary>What so many parts would cost from now on.</summary>
    public async Task<CostEstimate> EstimateAsync(long parts, CancellationToken cancel)
    {
        var packages = await ToldAsync(cancel);
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

    /// <summary>What a batch has cost so far; null where packages have not paid for all parts that it is billed.</summary>
    public async Task<Money?> CostAsync(Guid batch, long billed, CancellationToken cancel)
    {
        var paid = await PaidAsync(batch, cancel);
        return paid.Sum(p => p.Parts) < billed ? null : paid.Sum(p => p.Fen).Rounded();
    }

    /// <summary>What packages have paid for a batch.</summary>
    private async Task<List<(long Parts, decimal Fen)>> PaidAsync(Guid batch, CancellationToken cancel)
    {
        var uses = await (
            from use in db.PackageUses.AsNoTracking()
            join package in db.Packages on use.PackageId equals package.Id
            where use.BatchId == batch && use.Parts > 0
            select new { use.Parts, Package = package }).ToListAsync(cancel);
        return uses.ConvertAll(u => (u.Parts, CostOf(u.Package).Of(u.Parts)));
    }

    public static UnitCost CostOf(MessagePackage package) => new(package.PriceFen, package.Total);

    /// <summary>
    /// The packages in the order in which they are used up, as far as they are told: what was taken for members who meet
    /// sensitive conditions must not be read from what is left, so that the use of such a package is rounded down to tens.
    /// Not to be saved.
    /// </summary>
    public async Task<IReadOnlyList<MessagePackage>> ToldAsync(CancellationToken cancel)
    {
        var coarse = await db.PackageUses
            .Where(u => db.Batches.Any(b => b.Id == u.BatchId && b.MeantSegmentId != null))
            .Select(u => u.PackageId).Distinct().ToListAsync(cancel);
        List<MessagePackage> packages = [.. InOrder(await db.Packages.AsNoTracking().ToListAsync(cancel))];
        foreach (var package in packages.Where(p => coarse.Contains(p.Id))) package.Used -= package.Used % ToldCount.Step;
        return packages;
    }

    private async Task<List<MessagePackage>> HoldAsync(CancellationToken cancel) =>
        [.. InOrder(await rows.LockAsync<MessagePackage, int>(p => p.BrandId, [Brand], cancel))];

    private PackageUse UseOf(Guid batch, Guid package, long parts) =>
        new() { PackageId = package, BatchId = batch, BrandId = Brand, Parts = parts };

    /// <summary>What is owed was taken last of all.</summary>
    private static (DateOnly, Guid) OrderOf(MessagePackage? package) =>
        package is null ? (DateOnly.MaxValue, Guid.Empty) : (package.BoughtOn, package.Id);

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
