using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Deciding;

/// <summary>
/// What a journey's messages say at the moment of handing over, however long they waited for an hour, a limit or a package:
/// who has bought since is not won back, and days, goals, points and rewards are what they are now.
/// </summary>
internal sealed class JourneyTruth(
    MarketingDb db, IMemberFiles files, IMemberPoints points, JourneyWaits waits, JourneyGoals goals, JourneyValues values)
{
    /// <summary>What the purpose of a journey's batch begins with.</summary>
    public const string Prefix = "journey:";

    /// <summary>The values of a batch's letters as they are now; who is absent gets none any more.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>> NowAsync(
        Dispatch dispatch, IReadOnlyList<WaitingLetter> letters, DateTime now, CancellationToken cancel)
    {
        var today = dispatch.Brand.DateOf(now);
        var members = await files.ReadAsync([.. letters.Select(l => l.Member).Distinct()], cancel);
        var decided = await DecidedAsync(dispatch.Batch.Id, letters, cancel);
        var said = letters.Where(l => !decided.ContainsKey(l.WrittenTo)).DistinctBy(l => l.Member)
            .ToDictionary(l => l.Member, l => l.Values);
        foreach (var own in letters.Where(l => decided.ContainsKey(l.WrittenTo) && members.ContainsKey(l.Member))
            .DistinctBy(l => l.Member).GroupBy(l => decided[l.WrittenTo].Number))
        {
            var terms = await TermsOfAsync(decided[own.First().WrittenTo], cancel);
            List<JourneyCase> cases = [.. own.Select(l => CaseOf(decided[l.WrittenTo], l, members[l.Member], today))];
            var undone = await waits.UndoneAsync(terms, cases, dispatch.Brand, cancel);
            cases.RemoveAll(c => undone.ContainsKey(c.Id));
            var told = await ToldNowAsync(terms.Trigger, cases, today, cancel);
            var gathered = await values.GatherAsync(told, dispatch.Terms, today, now, cancel);
            foreach (var one in told.Where(c => gathered.ContainsKey(c.Id))) said[one.Member.Id] = gathered[one.Id];
        }

        return said;
    }

    private async Task<Dictionary<Guid, JourneyDecision>> DecidedAsync(
        Guid batch, IReadOnlyList<WaitingLetter> letters, CancellationToken cancel)
    {
        Guid[] written = [.. letters.Select(l => l.WrittenTo).Distinct()];
        return await db.JourneyDecisions.AsNoTracking()
            .Where(d => EF.Parameter(written).Contains(d.MemberId) && d.BatchId == batch)
            .ToDictionaryAsync(d => d.MemberId, cancel);
    }

    private async Task<JourneyTerms> TermsOfAsync(JourneyDecision decision, CancellationToken cancel) => JourneyTerms.Of(
        await db.JourneyVersions.AsNoTracking()
            .SingleAsync(v => v.JourneyId == decision.JourneyId && v.Number == decision.Number, cancel));

    private static JourneyCase CaseOf(JourneyDecision decision, WaitingLetter letter, MemberSummary member, DateOnly today) => new(
        decision.Id, decision.Occasion,
        new JourneyCause(member.Id, decision.Occasion, decision.On, today)
        {
            WaitedSince = decision.DecidedAt, Facts = letter.Values,
        },
        member);

    /// <summary>The cases with what there is to tell of them now; those of whom there is nothing any more are left out.</summary>
    private async Task<IReadOnlyList<JourneyCase>> ToldNowAsync(
        JourneyTrigger trigger, List<JourneyCase> cases, DateOnly today, CancellationToken cancel)
    {
        switch (trigger)
        {
            case JourneyTrigger.Goal:
                var way = await goals.FactsAsync([.. cases.Select(c => c.Member.Id)], today, cancel);
                return [.. cases.Where(c => way.ContainsKey(c.Member.Id)).Select(c => Told(c, way[c.Member.Id]))];
            case JourneyTrigger.Birthday:
                return [.. cases.Select(c => Told(c, DaysBefore(c, today)))];
            case JourneyTrigger.PointsExpiry:
                var lapsing = new List<JourneyCase>(cases.Count);
                foreach (var day in cases.GroupBy(c => c.Cause.On))
                {
                    var left = await points.LapsingAsync([.. day.Select(c => c.Member.Id)], day.Key, cancel);
                    lapsing.AddRange(
                        from one in day
                        where left.ContainsKey(one.Member.Id)
                        select Told(one, [.. DaysBefore(one, today), new("expiring", JourneyWords.Of(left[one.Member.Id]))]));
                }

                return lapsing;
            default:
                return cases;
        }
    }

    private static KeyValuePair<string, string>[] DaysBefore(JourneyCase one, DateOnly today) =>
        [new("days", JourneyWords.Of(Math.Max(0, one.Cause.On.DayNumber - today.DayNumber)))];

    private static JourneyCase Told(JourneyCase one, IEnumerable<KeyValuePair<string, string>> now)
    {
        var facts = new Dictionary<string, string>(one.Cause.Facts);
        foreach (var (name, value) in now) facts[name] = value;
        return one with { Cause = one.Cause with { Facts = facts } };
    }
}

/// <summary>A message that is about to go.</summary>
/// <param name="Member">Who stands for whom it was written to.</param>
/// <param name="Values">What it says, as it was written.</param>
internal sealed record WaitingLetter(Guid WrittenTo, Guid Member, IReadOnlyDictionary<string, string> Values)
{
    public static WaitingLetter Of(Message message, Guid member) => new(
        message.MemberId!.Value, member,
        message.Values is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(
            message.Values, Json.Options)!);
}
