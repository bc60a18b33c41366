using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Members;

/// <summary>A tier that was made to last beyond its qualification period: reviews on the way do not take it away.</summary>
/// <param name="On">Business date of the extension; periods that had ended by then were reviewed without it.</param>
/// <param name="Until">Last day, the end of a period: the review of that one judges again.</param>
internal readonly record struct TierValidity(string Tier, DateOnly On, DateOnly Until)
{
    /// <summary>What a review of a period comes to, which raises nobody above the tier held.</summary>
    public CompiledTier Keep(TierLadder ladder, CompiledTier held, CompiledTier reviewed, in Period ended) =>
        ended.Last >= On && ended.Last < Until && ladder.Find(Tier) is { } kept
            ? ladder.NotBelow(reviewed, Math.Min(held.Step, kept.Step))
            : reviewed;
}
