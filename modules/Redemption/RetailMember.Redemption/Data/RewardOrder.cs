using RetailMember.Data;
using RetailMember.Redemption.Catalogue.Rules;

namespace RetailMember.Redemption.Data;

/// <summary>A reward that a member's points have bought, from the order to the hand-out or back.</summary>
internal sealed class RewardOrder : IBrandOwned, IDisclosable
{
    /// <summary>The columns that its steps move.</summary>
    public static readonly string[] Moving = [nameof(State), nameof(HandedOutBy), nameof(ClosedAt)];

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; init; }

    public Guid RewardId { get; init; }

    public RewardKind Kind { get; init; }

    public Guid EditionId { get; init; }

    /// <summary>Where it was ordered and is handed out; null: anywhere.</summary>
    public int? StoreId { get; init; }

    /// <summary>Of which stock it is: see <see cref="Catalogue.Stocks.PlaceOf"/>.</summary>
    public int? StockPlace { get; init; }

    public int Pieces { get; init; }

    /// <summary>For all pieces, as it was paid.</summary>
    public long Points { get; init; }

    /// <summary>Others paid a part of it: see <see cref="RewardOrderShare"/>.</summary>
    public bool Pooled { get; init; }

    /// <summary>Of the conditional price; null for the list price.</summary>
    public string? PriceCode { get; init; }

    /// <summary>The receipt that opened the price.</summary>
    public Guid? ReceiptId { get; init; }

    /// <summary>What that receipt must come to, refunds taken off, in fen.</summary>
    public long? ReceiptLeastFen { get; init; }

    /// <summary>Why staff should look at it: see <see cref="Orders.Privileges.ReceiptPrivileges"/>.</summary>
    public string? Mark { get; set; }

    /// <summary>The periods of the limits that it was held against, joined by spaces; for its history.</summary>
    public required string Periods { get; init; }

    public RewardOrderState State { get; set; }

    /// <summary>What the member shows at the counter; sealed at rest.</summary>
    public required string Code { get; init; }

    /// <summary>Finds the code without opening it.</summary>
    public required string CodeIndex { get; init; }

    /// <summary>Business date of the brand.</summary>
    public DateOnly OrderedOn { get; init; }

    /// <summary>Last day on which it waits.</summary>
    public DateOnly HeldUntil { get; init; }

    /// <summary>UTC.</summary>
    public DateTime OrderedAt { get; init; }

    /// <summary>Who handed it out: somebody else approves its return.</summary>
    public Guid? HandedOutBy { get; set; }

    /// <summary>When it was collected, cancelled, expired or returned, UTC.</summary>
    public DateTime? ClosedAt { get; set; }

    public string? DisclosedBy { get; set; }

    public DateTime? DisclosedAt { get; set; }

    public bool IsOpen => State is RewardOrderState.Reserved or RewardOrderState.Ready;

    /// <summary>Key of the posting that took the member's own points for it.</summary>
    public string PostingKey => $"redeem/{Id:N}";

    /// <summary>Key of the posting that gave them back.</summary>
    public string UndoKey => $"unredeem/{Id:N}";

    public QuotaKey? ReceiptCounter() => ReceiptId is { } receipt ? new QuotaKey(MemberId, receipt, PriceCode!) : null;
}

internal enum RewardOrderState
{
    Reserved,

    /// <summary>Lies at the store.</summary>
    Ready,
    Collected,
    Cancelled,
    Expired,
    Returned,
}

/// <summary>What another member of the pool paid of an order; never changed.</summary>
internal sealed class RewardOrderShare : IBrandOwned
{
    public Guid OrderId { get; init; }

    public Guid MemberId { get; init; }

    public int BrandId { get; init; }

    public long Points { get; init; }
}

/// <summary>One step of an order; never changed.</summary>
internal sealed class RewardOrderStep : IBrandOwned
{
    public long Id { get; set; }

    public int BrandId { get; init; }

    public Guid OrderId { get; init; }

    /// <summary>The state that it led to.</summary>
    public RewardOrderState State { get; init; }

    /// <summary>How it was checked, or why.</summary>
    public required string Note { get; init; }

    public int? StoreId { get; init; }

    public required string Operator { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }
}

/// <summary>What a member thought of a reward that he had.</summary>
internal sealed class RewardRating : IBrandOwned
{
    public Guid OrderId { get; init; }

    public int BrandId { get; init; }

    public Guid RewardId { get; init; }

    /// <summary>1 to 5; 1 and 2 are bad.</summary>
    public int Stars { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }
}

/// <summary>A service that a member may have so many times.</summary>
internal sealed class Entitlement : IBrandOwned
{
    /// <summary>The order that bought it.</summary>
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; init; }

    public Guid RewardId { get; init; }

    public int Uses { get; init; }

    public int Used { get; set; }

    /// <summary>How many in a <see cref="PacePeriod"/>; null: as quickly as the member likes.</summary>
    public int? PaceMost { get; init; }

    public LimitPeriod PacePeriod { get; init; }

    /// <summary>First day, in the brand's time zone.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly ExpiresOn { get; init; }

    public bool Revoked { get; set; }
}

/// <summary>One time that a service was had; never changed.</summary>
internal sealed class EntitlementUse : IBrandOwned
{
    public long Id { get; set; }

    public int BrandId { get; init; }

    public Guid EntitlementId { get; init; }

    public int StoreId { get; init; }

    public required string Operator { get; init; }

    /// <summary>How the member was known.</summary>
    public required string Note { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }
}
