using RetailMember.Data;

namespace RetailMember.Redemption.Data;

/// <summary>A voucher in a member's hands. Its history is in <see cref="VoucherMove"/>.</summary>
internal sealed class Voucher : IBrandOwned, IDisclosable
{
    /// <summary>The columns that uses, returns, revocations and expiry move.</summary>
    public static readonly string[] Moving = [nameof(State), nameof(RemainingFen)];

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid DefinitionId { get; init; }

    /// <summary>The holder.</summary>
    public Guid MemberId { get; set; }

    /// <summary>Whom it was issued to; he may have passed it on.</summary>
    public Guid IssuedTo { get; init; }

    /// <summary>What opens its value; sealed at rest. Another one once it is passed on.</summary>
    public required string Code { get; set; }

    /// <summary>Finds the code without opening it.</summary>
    public required string CodeIndex { get; set; }

    /// <summary>The business key of its issue; unique in the brand.</summary>
    public required string IssueKey { get; init; }

    /// <summary>Fen; 0 for a percentage.</summary>
    public long FaceFen { get; init; }

    /// <summary>Fen: face - uses + returns.</summary>
    public long RemainingFen { get; set; }

    public VoucherState State { get; set; }

    /// <summary>First day of use.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>Last day of use.</summary>
    public DateOnly ExpiresOn { get; init; }

    /// <summary>UTC.</summary>
    public DateTime IssuedAt { get; init; }

    public string? DisclosedBy { get; set; }

    public DateTime? DisclosedAt { get; set; }

    /// <summary>Whether somebody may still pay with it on a day.</summary>
    public bool IsOpenOn(DateOnly day) =>
        State is VoucherState.Issued or VoucherState.PartlyUsed && ExpiresOn >= day;
}

internal enum VoucherState
{
    Issued,
    PartlyUsed,
    Used,
    Expired,
    Revoked,
}
