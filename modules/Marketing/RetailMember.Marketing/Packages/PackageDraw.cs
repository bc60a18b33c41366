using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.Packages;

/// <summary>
/// Takes messages one by one out of packages that the running transaction has locked, the oldest package first, and says of
/// each whether it is paid for. A brand without any package pays by the month: everything is.
/// </summary>
/// <param name="packages">In the order in which they are used up.</param>
/// <param name="spentFen">What the batch has cost so far.</param>
/// <param name="mostFen">What it may cost; null: no bound.</param>
internal sealed class PackageDraw(IReadOnlyList<MessagePackage> packages, decimal spentFen, long? mostFen)
{
    /// <summary>Digits that tell more than a fen from less: thirds of a fen do not add up to the last one.</summary>
    private const int Digits = 12;

    private readonly Dictionary<MessagePackage, long> taken = [];
    private decimal spent = spentFen;

    /// <summary>Parts that went although no package held them.</summary>
    public long Owed { get; private set; }

    /// <summary>What was taken out of each package.</summary>
    public IReadOnlyDictionary<MessagePackage, long> Taken => taken;

    /// <summary>Takes a message whole or not at all.</summary>
    public Payment Take(long parts)
    {
        if (packages.Count == 0) return Payment.Paid;
        var (missing, cost) = (parts, 0m);
        List<(MessagePackage Package, long Parts)> from = [];
        foreach (var package in packages.Where(p => p.Left > 0))
        {
            if (missing == 0) break;
            var some = Math.Min(missing, package.Left);
            from.Add((package, some));
            cost += PackageBook.CostOf(package).Of(some);
            missing -= some;
        }

        if (mostFen is { } most && Math.Round(spent + cost, Digits) > most) return Payment.OverBudget;
        if (missing > 0) return Payment.NoPackage;
        foreach (var (package, some) in from) Move(package, some);
        spent += cost;
        return Payment.Paid;
    }

    /// <summary>Takes what there is; the rest is taken from the next package that is bought.</summary>
    public void TakeOrOwe(long parts)
    {
        if (packages.Count == 0) return;
        foreach (var package in packages.Where(p => p.Left > 0))
        {
            if (parts == 0) return;
            var some = Math.Min(parts, package.Left);
            Move(package, some);
            parts -= some;
        }

        Owed += parts;
    }

    private void Move(MessagePackage package, long parts)
    {
        package.Used += parts;
        taken[package] = taken.GetValueOrDefault(package) + parts;
    }
}

internal enum Payment
{
    Paid,

    /// <summary>The packages do not hold it: it waits for the next one.</summary>
    NoPackage,

    /// <summary>The batch would cost more than it may.</summary>
    OverBudget,
}
