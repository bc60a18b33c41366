using RetailMember.Data;

namespace RetailMember.Ledger.Data;

/// <summary>
/// What one credit brought, with the days on which it can be used. A lot below zero is a hole: what a debit took
/// beyond what was there.
/// </summary>
internal sealed class Lot : IBrandOwned
{
    /// <summary>Stands for 'never': a date rather than a null, which the three databases sort differently.</summary>
    public static readonly DateOnly Never = DateOnly.MaxValue;

    /// <summary>The id of the posting that opened it.</summary>
    public long Id { get; set; }

    public int BrandId { get; set; }

    public long AccountId { get; set; }

    public DateOnly StartsOn { get; init; }

    /// <summary>The last valid day.</summary>
    public DateOnly ExpiresOn { get; init; }

    public long Amount { get; init; }

    /// <summary>The lot of another account that a transfer took it from; null where it came about here.</summary>
    public long? FromLotId { get; set; }

    /// <summary><see cref="Amount"/> less everything taken.</summary>
    public long Remaining { get; set; }

    public bool IsUsable(DateOnly on) => StartsOn <= on && on <= ExpiresOn;

    public LedgerLot ToView() => new(Id, StartsOn, ExpiresOn == Never ? null : ExpiresOn, Amount, Remaining);
}

/// <summary>How much a posting took from a lot; below zero, how much it put back.</summary>
internal sealed class Take : IBrandOwned
{
    public long PostingId { get; set; }

    public long LotId { get; set; }

    public int BrandId { get; init; }

    public long Amount { get; init; }
}
