using RetailMember.Membership.Programmes;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Programmes.Editing.Parts;

/// <summary>A worked example as its form has it: money in yuan.</summary>
internal sealed record ExampleForm
{
    public string? Name { get; init; }
    public DateTime? At { get; init; }
    public string? Store { get; init; }
    public string? Tier { get; init; }
    public DateOnly? Birthday { get; init; }
    public DateOnly? JoinedOn { get; init; }
    public long? PointsBalance { get; init; }
    public Money? Spend { get; init; }
    public long? Purchases { get; init; }
    public long? Growth { get; init; }
    public long? PointsEarned { get; init; }
    public long? Participation { get; init; }
    public IReadOnlyList<BasketForm> Basket { get; init; } = [];
    public Money? Voucher { get; init; }
    public ExpectForm Expect { get; init; } = new();
}

/// <param name="Paid">Left out where the programme's prices decide.</param>
internal sealed record BasketForm(Money? List = null, Money? Paid = null, int? Quantity = null, string? Category = null);

/// <summary>What is left empty is not looked at.</summary>
internal sealed record ExpectForm
{
    public Money? Pay { get; init; }
    public long? Points { get; init; }
    public long? Growth { get; init; }
    public string? TierAfter { get; init; }
    public DateOnly? UsableFrom { get; init; }
    public DateOnly? ExpiresOn { get; init; }
}
