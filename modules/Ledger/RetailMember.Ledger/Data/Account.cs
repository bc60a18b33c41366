using RetailMember.Data;

namespace RetailMember.Ledger.Data;

/// <summary>What one owner has of one unit. Its balance is the sum of its postings, kept by the posting itself.</summary>
internal sealed class Account : IBrandOwned
{
    public long Id { get; set; }

    public int BrandId { get; init; }

    public Guid Owner { get; init; }

    public required string Unit { get; init; }

    public long Balance { get; set; }

    /// <summary>The lowest balance that the database accepts; null sets no bound.</summary>
    public long? Floor { get; init; }

    /// <summary>Who has taken over all that was here, as when two members turn out to be one; null while it stands alone.</summary>
    public Guid? Successor { get; set; }

    /// <summary>How much was taken beyond what was there. Credits fill this hole first.</summary>
    public long Overdraft { get; set; }
}
