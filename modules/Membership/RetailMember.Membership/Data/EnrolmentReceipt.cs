using RetailMember.Data;

namespace RetailMember.Membership.Data;

/// <summary>A receipt that opened the door to somebody, where the programme asks for one: it serves once.</summary>
internal sealed class EnrolmentReceipt : IBrandOwned
{
    public int BrandId { get; init; }

    /// <summary>The store's key and the receipt's number.</summary>
    public required string Receipt { get; init; }

    public Guid MemberId { get; init; }
}
