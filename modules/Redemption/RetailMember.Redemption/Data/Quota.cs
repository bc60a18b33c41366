using RetailMember.Data;

namespace RetailMember.Redemption.Data;

/// <summary>How much of a limited thing a member has taken in a period. Counted under a lock, so that limits hold.</summary>
internal sealed class Quota : IBrandOwned
{
    public const string Ever = "ever";

    /// <summary>The <see cref="Taken"/> of a counter that must be counted from orders before it counts.</summary>
    public const long NotCounted = -1;

    public int BrandId { get; init; }

    public Guid MemberId { get; init; }

    /// <summary>What is limited: a definition of vouchers, a reward, a receipt that opens a price.</summary>
    public Guid Subject { get; init; }

    /// <summary>Such as <c>2026-03</c>, <c>2026</c> or <see cref="Ever"/>.</summary>
    public required string Period { get; init; }

    public long Taken { get; set; }
}
