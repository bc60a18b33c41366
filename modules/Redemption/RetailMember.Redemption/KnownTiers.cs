using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Redemption;

/// <summary>Whether tiers that head office names are there: what is for a tier that nobody can hold is for nobody.</summary>
internal sealed class KnownTiers(IMemberTiers tiers, TimeProvider time)
{
    /// <summary>The refusal of the first code that the brand's programme does not know; null where it knows all of them.</summary>
    public async Task<Refusal?> FaultAsync(IEnumerable<string> codes, CancellationToken cancel)
    {
        string[] named = [.. codes.Distinct()];
        if (named.Length == 0) return null;
        var known = await tiers.AtAsync(time.GetUtcNow().UtcDateTime, cancel);
        return Array.Find(named, code => known.All(t => t.Code != code)) is { } unknown
            ? new Refusal("membership.tier-not-found", RefusalKind.NotFound, ("tier", unknown))
            : null;
    }
}
