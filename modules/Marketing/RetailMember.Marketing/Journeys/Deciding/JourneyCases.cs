using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Queue;
using RetailMember.Membership;

namespace RetailMember.Marketing.Journeys.Deciding;

/// <summary>Puts together whose occasions they are and what of them was decided before, under whatever number.</summary>
internal sealed class JourneyCases(MarketingDb db, IMemberFiles files, IMergedMembers merged)
{
    public async Task<OpenCases> OpenAsync(
        JourneyInForce journey, IReadOnlyCollection<JourneyCause> causes, CancellationToken cancel)
    {
        var standing = await merged.StandingForAsync([.. causes.Select(c => c.Member).Distinct()], cancel);
        var told = causes.Select(c => c with { Member = standing.GetValueOrDefault(c.Member, c.Member) }).ToList();
        Guid[] ids = [.. told.Select(c => c.Member).Distinct()];
        var members = await files.ReadAsync(ids, cancel);
        var persons = (await merged.IntoAsync(ids, cancel)).ToDictionary(m => m.Id, m => m.Into);
        Guid[] numbers = [.. ids, .. persons.Keys];
        string[] keys = [.. told.Select(c => c.KeyFor(journey.Terms.Once)).Distinct()];
        var decided = await db.JourneyDecisions.AsNoTracking()
            .Where(d => d.JourneyId == journey.Id && EF.Parameter(numbers).Contains(d.MemberId) && EF.Parameter(keys).Contains(d.Occasion))
            .Select(d => new { d.Id, d.MemberId, d.Occasion, d.Outcome }).ToListAsync(cancel);
        var had = decided.Where(d => d.Outcome is JourneyOutcome.Queued or JourneyOutcome.Waiting)
            .ToLookup(d => (persons.GetValueOrDefault(d.MemberId, d.MemberId), d.Occasion), d => d.Outcome);
        var fresh =
            from cause in told
            let key = cause.KeyFor(journey.Terms.Once)
            let before = had[(cause.Member, key)]
            where members.ContainsKey(cause.Member)
                && before.All(outcome => outcome == JourneyOutcome.Waiting && cause.WaitedSince is not null)
            select new JourneyCase(StableKey.Of($"{journey.Id}|{cause.Member}|{key}"), key, cause, members[cause.Member]);
        return new OpenCases([.. fresh.DistinctBy(c => c.Id)], decided.Select(d => d.Id).ToHashSet());
    }
}

/// <param name="Fresh">Neither queued yet nor waiting, but for those whose wait is over.</param>
/// <param name="Known">Decisions that are there.</param>
internal sealed record OpenCases(IReadOnlyList<JourneyCase> Fresh, IReadOnlySet<Guid> Known);
