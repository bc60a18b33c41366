using RetailMember.Membership;
using RetailMember.Values;

namespace RetailMember.Marketing.Journeys.Deciding;

/// <summary>What members are on the way to, and what words may say of it.</summary>
internal sealed class JourneyGoals(IEnumerable<IMemberGoals> sources)
{
    /// <summary>The goal of each of these members to which least is missing on a business day; who has none is absent.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>> FactsAsync(
        IReadOnlyCollection<Guid> members, DateOnly on, CancellationToken cancel)
    {
        var nearest = new Dictionary<Guid, MemberGoal>();
        foreach (var source in sources)
            foreach (var (member, goal) in await source.NextAsync(members, on, cancel))
                if (!nearest.TryGetValue(member, out var other) || goal.MissingFen < other.MissingFen) nearest[member] = goal;
        return nearest.ToDictionary(n => n.Key, IReadOnlyDictionary<string, string> (n) => FactsOf(n.Value));
    }

    private static Dictionary<string, string> FactsOf(MemberGoal goal) => new()
    {
        ["goal"] = goal.Name.In(JourneyWords.Language),
        ["reached"] = JourneyWords.Of(new Money(goal.ReachedFen)),
        ["missing"] = JourneyWords.Of(new Money(goal.MissingFen)),
    };
}
