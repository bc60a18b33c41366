using RetailMember.Modules;

namespace RetailMember.Membership;

/// <summary>
/// A seam of the core: a module adds points to receipts that are about to be recorded, or quoted while they are typed,
/// beside what the programme grants. All additions count.
/// An addition reads on a connection of its own, beside the receipts' transaction, and has one second for a batch. It
/// only looks: what it wants to write it writes in a subscriber of <see cref="PurchaseRecorded"/>, so that a quote
/// promises what the receipt will grant. One that throws or takes longer is left out of the batch and reported, and the
/// receipts go on without it; a plug-in that fails three times in a row is quarantined.
/// </summary>
[Seam]
public interface IEarningAddition : IModuleSeam
{
    /// <summary>Looks at the receipts of one batch and adds what it grants.</summary>
    ValueTask AddAsync(IReadOnlyList<ReceiptUnderway> receipts, CancellationToken cancel);
}

/// <summary>A receipt on its way into the books, or quoted only, judged by the programme already.</summary>
/// <param name="MemberId">The member's key.</param>
/// <param name="MemberNo">The member's number in the brand.</param>
/// <param name="Tier">Code of the tier held at the start of the receipt.</param>
/// <param name="BusinessDate">Calendar day in the brand's time zone.</param>
/// <param name="EarningFen">Paid with money, in fen.</param>
/// <param name="ProgrammePoints">What the programme itself grants.</param>
public sealed record ReceiptUnderway(
    int BrandId,
    int StoreId,
    Guid MemberId,
    string MemberNo,
    string Tier,
    DateOnly BusinessDate,
    long EarningFen,
    long ProgrammePoints) : IUnderway<ReceiptUnderway>
{
    /// <summary>The most points that modules together may add to one receipt.</summary>
    public const long MostPoints = 1_000_000;

    private readonly List<EarningAddition> additions = [];
    private long left = MostPoints;

    /// <summary>What modules added, in the order in which they were asked.</summary>
    public IReadOnlyList<EarningAddition> Additions => additions;

    /// <summary>Adds points; they share the lot, and the fate under a refund, of the programme's own.</summary>
    /// <param name="rule">Stable code of the rule, shown in 'why is it this number?'.</param>
    /// <param name="points">More than 0, at most what modules asked before left of <see cref="MostPoints"/>.</param>
    public void Add(string rule, long points)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(points);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, left);
        ArgumentException.ThrowIfNullOrWhiteSpace(rule);
        if (rule.Length > 64) throw new ArgumentException("A rule's code has at most 64 characters.", nameof(rule));
        additions.Add(new EarningAddition(rule, points));
        left -= points;
    }

    ReceiptUnderway IUnderway<ReceiptUnderway>.Fresh() => new(
        BrandId, StoreId, MemberId, MemberNo, Tier, BusinessDate, EarningFen, ProgrammePoints) { left = left };

    void IUnderway<ReceiptUnderway>.Take(ReceiptUnderway copy)
    {
        additions.AddRange(copy.additions);
        left = copy.left;
    }
}

/// <summary>Points that a module added to a receipt.</summary>
public sealed record EarningAddition(string Rule, long Points);
