using RetailMember.Data;

namespace RetailMember.Membership.Data;

/// <summary>A membership was admitted, refused, closed or taken up again. Its beginning is no change.</summary>
internal sealed class StatusChange : IBrandOwned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>The business day from which it holds.</summary>
    public DateOnly On { get; init; }

    public MemberStatus From { get; init; }

    public MemberStatus To { get; init; }
}
