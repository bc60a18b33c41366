using Microsoft.EntityFrameworkCore;
using RetailMember.Engagement.Data;
using RetailMember.Ledger;
using RetailMember.Membership;

namespace RetailMember.Engagement.Auditing;

/// <summary>
/// This module's share of the proof of the books: seats against sign-ups, and points against what Membership recorded of
/// them (which it holds against the ledger).
/// </summary>
internal sealed class EngagementChecks(EngagementDb db, IMemberAwards members) : IBookCheck
{
    private const int AtOnce = 500;

    public string Module => "Engagement";

    public async Task<IReadOnlyList<BookFault>> FindAsync(CancellationToken cancel)
    {
        var found = new List<BookFault>();
        var wrong = db.MemberEvents.Where(e =>
            e.Taken != db.SignUps.Where(s => s.EventId == e.Id
                && (s.State == SignUpState.SignedUp || s.State == SignUpState.Attended)).Sum(s => 1 + s.Guests)
            || e.Waiting != db.SignUps.Count(s => s.EventId == e.Id && s.State == SignUpState.Waiting)
            || e.Attended != db.SignUps.Count(s => s.EventId == e.Id && s.State == SignUpState.Attended)).Select(e => e.Code);
        if (await wrong.LongCountAsync(cancel) is > 0 and var count)
            found.Add(new BookFault("event-seats-are-not-sign-ups", count, await wrong.OrderBy(e => e).FirstAsync(cancel)));
        var given = await db.SignUps.AsNoTracking().Where(s => s.Points > 0)
            .Select(s => new { s.Id, s.Points, s.PointsTaken }).ToListAsync(cancel);
        Compare(
            "event-points-are-not-awards", given.ToDictionary(s => s.Id, s => (s.Points, s.PointsTaken)),
            await RecordedAsync(SignUp.AwardPrefix, cancel), found);
        var unequal = db.Surveys.Where(s => s.Responses != db.SurveyEntries.Count(e => e.SurveyId == s.Id)
            || s.Responses != db.SurveyAnswers.Count(a => a.SurveyId == s.Id)).Select(s => s.Code);
        if (await unequal.LongCountAsync(cancel) is > 0 and var surveys)
            found.Add(new BookFault("survey-responses-are-not-answers", surveys, await unequal.OrderBy(s => s).FirstAsync(cancel)));
        var answered = await db.SurveyEntries.AsNoTracking().Where(e => e.Points > 0)
            .ToDictionaryAsync(e => e.Id, e => (e.Points, 0L), cancel);
        Compare("survey-points-are-not-awards", answered, await RecordedAsync(SurveyEntry.AwardPrefix, cancel), found);
        return found;
    }

    private static void Compare(
        string code,
        Dictionary<Guid, (long Points, long Taken)> given,
        Dictionary<Guid, (long Points, long Taken)> recorded,
        List<BookFault> found)
    {
        Guid[] differ = [.. given.Keys.Union(recorded.Keys)
            .Where(id => given.GetValueOrDefault(id) != recorded.GetValueOrDefault(id)).Order()];
        if (differ.Length > 0) found.Add(new BookFault(code, differ.Length, differ[0].ToString()));
    }

    /// <summary>What was awarded under keys of this kind, by the row that each names after its prefix.</summary>
    private async Task<Dictionary<Guid, (long Points, long Taken)>> RecordedAsync(string prefix, CancellationToken cancel)
    {
        var recorded = new Dictionary<Guid, (long Points, long Taken)>();
        string? after = null;
        while (await members.WalkAsync(prefix, after, AtOnce, cancel) is { Count: > 0 } records)
        {
            foreach (var record in records)
            {
                _ = Guid.TryParseExact(record.Key[prefix.Length..].Split('/')[0], "N", out var id);
                var (points, taken) = recorded.GetValueOrDefault(id);
                recorded[id] = (points + record.Points, taken + record.PointsTaken);
            }

            after = records[^1].Key;
        }

        return recorded;
    }
}
