using System.Text.Json;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members.Merging;

/// <summary>How the two stood when they were merged.</summary>
/// <param name="DuplicateCounted">What the duplicate's receipts said of his running period then.</param>
/// <param name="SurvivorTierAfter">Code of the tier that the merge led to.</param>
/// <param name="PersonMoved">The survivor had nobody's name and took the duplicate's.</param>
internal sealed record MergeBefore(
    MemberStanding Survivor, MemberStanding Duplicate, TierMetrics DuplicateCounted, string SurvivorTierAfter, bool PersonMoved)
{
    /// <summary>To which day the survivor's card was renewed, or stood in for by the duplicate's, once they were one.</summary>
    public DateOnly? SurvivorRenewedThroughAfter { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json.Options);

    public static MergeBefore Read(string kept) => JsonSerializer.Deserialize<MergeBefore>(kept, Json.Options)!;
}

/// <summary>Where a member stands.</summary>
internal sealed record MemberStanding(
    MemberStatus Status, Guid? PersonId, string Tier, DateOnly TierSince, string CarriedTier, DateOnly PeriodStart,
    int MetricsEpoch, TierMetrics Metrics, TierValidity? Extended, DateOnly? RenewedThrough = null)
{
    public static MemberStanding Of(Member member) => new(
        member.Status, member.PersonId, member.Tier, member.TierSince, member.CarriedTier, member.PeriodStart,
        member.MetricsEpoch, member.Metrics, member.Extended, member.RenewedThrough);
}
