using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Book;

/// <summary>A posting that is to be reversed, and what has become of it since.</summary>
internal sealed class Origin(PostingRow posting)
{
    public PostingRow Posting { get; } = posting;

    /// <summary>The lot that it opened.</summary>
    public Lot? Opened { get; init; }

    /// <summary>How much of that lot has lapsed.</summary>
    public long Expired { get; init; }

    /// <summary>What its reversals asked for so far.</summary>
    public long Reversed { get; set; }

    private Dictionary<Lot, long> Taken { get; } = [];

    /// <summary>Per lot, what it took less what its reversals put back.</summary>
    public IEnumerable<(Lot Lot, long Amount)> Outside => Taken.Where(t => t.Value > 0).Select(t => (t.Key, t.Value));

    public void Count(Lot lot, long taken) => Taken[lot] = Taken.GetValueOrDefault(lot) + taken;
}
