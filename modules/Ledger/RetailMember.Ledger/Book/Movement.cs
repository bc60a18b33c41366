using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Book;

/// <summary>What one posting does to an account: an amount, perhaps a lot it opens, and what it takes from lots.</summary>
/// <remarks>Amount = what the opened lot held at first − the sum of the takes, always.</remarks>
internal sealed class Movement
{
    private readonly Dictionary<Lot, long> takes = [];

    public long Amount { get; set; }

    public Lot? Opened { get; set; }

    /// <summary>The lot of another account that <see cref="Opened"/> stands in for.</summary>
    public Lot? OpenedFrom { get; set; }

    /// <summary>The lots that a debit came from, without what merely filled a hole.</summary>
    public List<(Lot Lot, long Amount)> Parts { get; } = [];

    /// <summary>Per lot, what was taken; below zero, what was put back. Never zero.</summary>
    public IEnumerable<(Lot Lot, long Amount)> Takes => takes.Where(t => t.Value != 0).Select(t => (t.Key, t.Value));

    /// <summary>How much deeper the account's holes are after it; below zero, how much of them it filled.</summary>
    public long HoleChange =>
        Math.Max(0, -(Opened?.Amount ?? 0)) + takes.Where(t => t.Key.Amount < 0).Sum(t => t.Value);

    /// <summary>Takes an amount from a lot; below zero puts it back.</summary>
    public static Movement Taking(Lot lot, long amount)
    {
        var movement = new Movement { Amount = -amount };
        movement.Take(lot, amount);
        return movement;
    }

    public void Take(Lot lot, long amount)
    {
        lot.Remaining = checked(lot.Remaining - amount);
        takes[lot] = takes.GetValueOrDefault(lot) + amount;
    }

    public void PutAllBack()
    {
        foreach (var (lot, amount) in takes) lot.Remaining += amount;
        takes.Clear();
        Parts.Clear();
    }
}

/// <summary>A book's answer: a movement, or why not.</summary>
internal readonly record struct Decision(Movement? Movement, string? Refusal = null, long Available = 0)
{
    public static Decision Refuse(string code, long available = 0) => new(null, code, available);
}
