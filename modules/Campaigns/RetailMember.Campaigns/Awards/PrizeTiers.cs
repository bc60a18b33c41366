using RetailMember.Membership;

namespace RetailMember.Campaigns.Awards;

/// <summary>Whether the programme still has the tiers that prizes raise to.</summary>
internal sealed class PrizeTiers(IMemberTiers tiers)
{
    /// <summary>The code of why not; null where it has them all.</summary>
    public async Task<string?> WhyNotAsync(IReadOnlyList<AwardAsked> asked, CancellationToken cancel)
    {
        if (asked.All(a => a.Prize.TierCode is null)) return null;
        var known = (await tiers.AtAsync(asked[0].Occasion.At, cancel)).Select(t => t.Code).ToHashSet();
        return asked.All(a => a.Prize.TierCode is not { } tier || known.Contains(tier)) ? null : AwardRefusals.TierUnknown;
    }
}
