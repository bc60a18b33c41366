using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Book;

/// <summary>A posting that is to be reversed, and what has become of it since.</summary>
internal sealed class Origin(PostingRow posting)
{
    public PostingRow Posting { get; } = posting;

    /// <summary>The lot that it opened.</summary>
    public Lot? Opened { get; init; }

    /// <summary>How much of that lot has lapsed.</summary>
    public long Expired { get; set; }

    /// <summary>Where a successor undoes it: by the lot that it moved, his lots that stand in for that one.</summary>
    public ILookup<long, Lot>? Heirs { get; set; }

    /// <summary>What its reversals asked for so far.</summary>
    public long Reversed { get; set; }

    /// <summary>What its reversals asked for and did not take: it had lapsed, or the asker spared it.</summary>
    public long Spared { get; set; }

    /// <summary>What lapsed and no reversal has reckoned with yet: it needs no taking back.</summary>
    public long LapsedLeft => Math.Max(0, Expired - Spared);

    /// <summary>Per lot, what it took less what its reversals put back; a hole that it left counts as taken.</summary>
    public IEnumerable<(Lot Lot, long Amount)> Outside => Opened is { Amount: < 0 } hole
        ? Of(1).Append((hole, -hole.Amount))
        : Of(1);

    /// <summary>Per lot, what it brought less what its reversals took: the lot it opened, or those it put back into.</summary>
    public IEnumerable<(Lot Lot, long Amount)> Inside => Heirs is null
        ? Own
        : Own.SelectMany(own => Heirs[own.Lot.Id].Select(heir => (heir, Math.Min(own.Amount, heir.Amount))));

    private Dictionary<Lot, long> Taken { get; } = [];

    private IEnumerable<(Lot Lot, long Amount)> Own => Opened is { Amount: > 0 } own
        ? Of(-1).Prepend((own, own.Amount))
        : Of(-1);

    public void Count(Lot lot, long taken) => Taken[lot] = Taken.GetValueOrDefault(lot) + taken;

    private IEnumerable<(Lot Lot, long Amount)> Of(int sign) =>
        Taken.Where(t => t.Value * sign > 0).Select(t => (t.Key, t.Value * sign));
}
