using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Queue;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Deciding;

/// <summary>
/// Puts a journey's messages into the queue. Those of one day go in one batch; who gets several on a day, such as one for
/// each receipt, finds the second in the day's second batch, because a member has one message of a batch.
/// </summary>
internal sealed class JourneyLetters(
    MarketingDb db, MessageQueue queue, JourneySegments segments, JourneyGates gates)
{
    public async Task<IReadOnlyList<JourneyDecision>> QueueAsync(
        JourneyInForce journey, MessageTemplate template, IReadOnlyList<JourneyLetter> letters, DateOnly today, CallContext call,
        CancellationToken cancel)
    {
        if (letters.Count == 0) return [];
        var again = await segments.AgainAsync(journey, cancel);
        var had = await HadAsync(journey, letters, call, today, cancel);
        var decided = new List<JourneyDecision>(letters.Count);
        var placed = letters.Select(l => (Letter: l, Place: Next(had, l.Case.Member.Id))).ToList();
        foreach (var batch in placed.GroupBy(p => (p.Place, Until: p.Letter.Case.Cause.GoodUntil)))
        {
            var id = StableKey.Of($"{journey.Id}|{template.Id}|{today:O}|{batch.Key.Until:O}|{batch.Key.Place}{KeyOf(again)}");
            var opened = new NewBatch(id, JourneyTruth.Prefix + journey.Code, template.Id)
            {
                NeedsCommercialWords = journey.Terms.IsCommercial ? JourneyTerms.NeedsCommercialWords : null,
                NotAfter = call.RequiredBrand.UtcOf(batch.Key.Until.AddDays(1).ToDateTime(TimeOnly.MinValue)),
                Meant = again.Meant, IsProfiling = again.IsProfiling,
            };
            await queue.OpenAsync(opened, call, cancel);
            await queue.AddAsync(
                id, [.. batch.Select(p => new NewMessage(p.Letter.Case.Member.Id, p.Letter.Values))], call, cancel);
            decided.AddRange(batch.Select(p => Queued(journey, p.Letter, id, call)));
        }

        return decided;
    }

    private static string KeyOf(AskedAgain again) =>
        (again.Meant is { } meant ? FormattableString.Invariant($"|{meant.Segment}|{meant.Number}") : "")
        + (again.IsProfiling ? "|profiling" : "");

    private JourneyDecision Queued(JourneyInForce journey, JourneyLetter letter, Guid batch, CallContext call)
    {
        var decision = gates.Decide(journey, letter.Case, JourneyOutcome.Queued, call);
        return decision.In(batch, letter.Voucher);
    }

    /// <summary>How many each of them has had of this journey today.</summary>
    private async Task<Dictionary<Guid, int>> HadAsync(
        JourneyInForce journey, IReadOnlyList<JourneyLetter> letters, CallContext call, DateOnly today, CancellationToken cancel)
    {
        Guid[] members = [.. letters.Select(l => l.Case.Member.Id).Distinct()];
        var start = call.RequiredBrand.UtcOf(today.ToDateTime(TimeOnly.MinValue));
        return await db.JourneyDecisions.AsNoTracking()
            .Where(d => d.JourneyId == journey.Id && EF.Parameter(members).Contains(d.MemberId)
                && d.Outcome == JourneyOutcome.Queued && d.DecidedAt >= start)
            .GroupBy(d => d.MemberId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }

    private static int Next(Dictionary<Guid, int> had, Guid member)
    {
        var place = had.GetValueOrDefault(member);
        had[member] = place + 1;
        return place;
    }
}

/// <summary>What a member is to read.</summary>
internal sealed record JourneyLetter(JourneyCase Case, IReadOnlyDictionary<string, string> Values, Guid? Voucher);
