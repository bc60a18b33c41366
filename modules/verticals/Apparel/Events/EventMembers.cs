using RetailMember.Membership;

namespace RetailMember.Apparel.Events;

/// <summary>The members of whom events tell, as they stand by now.</summary>
internal sealed class EventMembers(IMemberAwards awards, IMergedMembers merged)
{
    /// <summary>
    /// By the key that was told, the member or the one into whom he was merged since, locked until the transaction ends.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, MemberSummary>> HoldAsync(IEnumerable<Guid> members, CancellationToken cancel)
    {
        Guid[] told = [.. members.Distinct()];
        var standing = await merged.StandingForAsync(told, cancel);
        var held = await awards.HoldAsync([.. told.Select(m => standing.GetValueOrDefault(m, m)).Distinct()], cancel);
        return told.Where(m => held.ContainsKey(standing.GetValueOrDefault(m, m)))
            .ToDictionary(m => m, m => held[standing.GetValueOrDefault(m, m)]);
    }
}
