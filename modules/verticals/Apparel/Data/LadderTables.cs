using System.Linq.Expressions;
using RetailMember.Data;

namespace RetailMember.Apparel.Data;

/// <summary>A receipt that counts on the ladder: the module was on where it was bought.</summary>
internal sealed class LadderReceipt : IBrandOwned
{
    public Guid PurchaseId { get; init; }

    public int BrandId { get; init; }

    /// <summary>The buyer's key at the time; who was merged since is found by his survivor.</summary>
    public Guid MemberId { get; init; }

    /// <summary>First day of its month.</summary>
    public DateOnly Month { get; init; }
}

/// <summary>
/// A rung that a member has reached in a month. Whether it was claimed is told by the gift of its key.
/// </summary>
internal sealed class EarnedRung : IBrandOwned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; set; }

    /// <summary>Who has reached it, whoever has it since he was merged.</summary>
    public Guid ReachedBy { get; init; }

    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; init; }

    /// <summary>The rung's threshold.</summary>
    public long Points { get; init; }

    /// <summary>Where the receipt was bought that reached it.</summary>
    public int StoreId { get; init; }

    /// <summary>Code of the voucher definition.</summary>
    public required string Voucher { get; init; }

    public long WorthFen { get; init; }

    /// <summary>Business day of the receipt that reached it.</summary>
    public DateOnly ReachedOn { get; init; }

    /// <summary>Last business day to claim it.</summary>
    public DateOnly ClaimUntil { get; init; }

    public RungState State { get; set; }

    /// <summary>Its gift; null where the voucher could not be given.</summary>
    public Guid? GiftId { get; set; }

    /// <summary>Those whose voucher could not be given, although the points of the month carry them.</summary>
    public static Expression<Func<EarnedRung, bool>> NotGiven => r => r.State == RungState.Standing && r.GiftId == null;

    /// <summary>The key under which its gift is granted.</summary>
    public string GiftKey => $"apparel:rung:{Id:N}";
}

internal enum RungState
{
    /// <summary>The points of the month carry it.</summary>
    Standing,

    /// <summary>A refund left too few points, or a higher rung took its place.</summary>
    TakenBack,

    /// <summary>As before, but its voucher was used already and stays with the member.</summary>
    Kept,
}

/// <summary>A reminder that was handed to marketing for a member: one of each kind and occasion.</summary>
internal sealed class SentReminder : IBrandOwned
{
    public Guid MemberId { get; init; }

    public ReminderKind Kind { get; init; }

    /// <summary>Of the gap: its day. Of what waits: the first day of the month that brought it. Of a season: its first day.</summary>
    public DateOnly Occasion { get; init; }

    public int BrandId { get; init; }

    /// <summary>Business day on which it was handed over.</summary>
    public DateOnly On { get; init; }

    /// <summary>Of the gap: of the month so far. Of what waits: the highest rung's threshold. Of a season: 0.</summary>
    public long Points { get; init; }

    /// <summary>Points to the next rung; 0 where it is not about that.</summary>
    public long Missing { get; init; }

    /// <summary>Of the next rung's voucher, or of all that wait; 0 of a season.</summary>
    public long WorthFen { get; init; }
}

internal enum ReminderKind
{
    /// <summary>How far the next rung is.</summary>
    Gap,

    /// <summary>Rungs wait to be claimed, and their last day is near.</summary>
    Claim,

    /// <summary>A new season has come.</summary>
    Season,
}
