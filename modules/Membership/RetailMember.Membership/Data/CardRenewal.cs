using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Data;

/// <summary>A card that was renewed, and the fee that was taken for it.</summary>
internal sealed class CardRenewal : IBrandOwned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; set; }

    /// <summary>Business date of the brand.</summary>
    public DateOnly On { get; init; }

    /// <summary>Last day of the card with it.</summary>
    public DateOnly Through { get; init; }

    public long FeeFen { get; init; }

    public int? StoreId { get; init; }

    public required string RenewedBy { get; init; }

    /// <summary>Each member's, the oldest first.</summary>
    public static Dictionary<Guid, IReadOnlyList<RenewedCard>> ByMember(IEnumerable<CardRenewal> renewals) =>
        renewals.GroupBy(r => r.MemberId).ToDictionary(g => g.Key, g => (IReadOnlyList<RenewedCard>)
            [.. g.OrderBy(r => r.On).ThenBy(r => r.Through).Select(r => new RenewedCard(r.On, r.Through))]);

    public static void Describe(ModelBuilder model) => model.Entity<CardRenewal>(renewal =>
    {
        renewal.Property(r => r.Id).ValueGeneratedNever();
        renewal.Property(r => r.RenewedBy).HasMaxLength(MembershipDb.CodeLength);
        renewal.HasIndex(r => r.MemberId);
    });
}
