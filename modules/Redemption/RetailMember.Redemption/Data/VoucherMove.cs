using RetailMember.Data;

namespace RetailMember.Redemption.Data;

/// <summary>One thing that happened to a voucher; never changed.</summary>
internal sealed class VoucherMove : IBrandOwned
{
    public long Id { get; set; }

    public int BrandId { get; init; }

    public Guid VoucherId { get; init; }

    public VoucherMoveKind Kind { get; init; }

    /// <summary>What the voucher's remaining value changed by, in fen, signed; its issue moves none.</summary>
    public long ValueFen { get; init; }

    /// <summary>What the receipt was relieved of, in fen; below zero where a return took that back.</summary>
    public long DiscountFen { get; init; }

    /// <summary>The holder after it.</summary>
    public Guid MemberId { get; init; }

    /// <summary>The receipt, or the reason.</summary>
    public required string Reference { get; init; }

    public int? StoreId { get; init; }

    public required string Operator { get; init; }

    /// <summary>Of a use by a code that staff had seen: who of them last.</summary>
    public string? DisclosedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>The business date in the brand's time zone.</summary>
    public DateOnly On { get; init; }
}

internal enum VoucherMoveKind
{
    Issued,
    Used,

    /// <summary>A use, or part of it, was given back.</summary>
    Returned,
    Revoked,
    Expired,

    /// <summary>Passed on to another member.</summary>
    Transferred,
}
