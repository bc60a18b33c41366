using RetailMember.Data;

namespace RetailMember.Redemption.Data;

/// <summary>
/// What a kind of voucher is worth and when. Only a draft is edited: what was promised to whoever holds a voucher never
/// changes.
/// </summary>
internal sealed class VoucherDefinition : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Unique in the brand.</summary>
    public required string Code { get; init; }

    public VoucherDefinitionState State { get; set; }

    /// <summary><see cref="Vouchers.Rules.VoucherTerms"/> as JSON.</summary>
    public required string Terms { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    public long Version { get; set; }
}

internal enum VoucherDefinitionState
{
    Draft,

    /// <summary>Vouchers are issued by it; it changes no more.</summary>
    Active,

    /// <summary>No more vouchers are issued; those that are out stay good.</summary>
    Ended,
}
