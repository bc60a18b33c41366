using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Membership;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Marketing.Journeys.Reading;

/// <summary>
/// Why members were written to or not, the latest first: of one journey, of one member, or both. What was decided under a
/// number that was merged with his is his. What
/// journeys for sensitive segments decided is not listed.
/// </summary>
[Needs(JourneyRights.View)]
internal sealed class FindDecisions(
    MarketingDb db, SensitiveJourneys sensitive, IMemberFiles files, IMergedMembers merged)
    : Query<FindDecisions.Input, PageOf<DecisionView>>
{
    protected override async Task<PageOf<DecisionView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var hidden = await sensitive.KeysAsync(cancel);
        var decisions = db.JourneyDecisions.AsNoTracking().Where(d => !EF.Parameter(hidden).Contains(d.JourneyId));
        if (input.Verdict is { } outcome) decisions = decisions.Where(d => d.Outcome == outcome);
        if (input.Member is { } identifier)
        {
            var his = await merged.FilesOfAsync((await files.OneAsync(identifier, cancel)).Id, cancel);
            decisions = decisions.Where(d => EF.Parameter(his).Contains(d.MemberId));
        }

        if (Cursor.Read<Place>(input.After) is { } after)
            decisions = decisions.Where(d => d.DecidedAt < after.At || (d.DecidedAt == after.At && d.Id > after.Id));
        var rows = await (
            from decision in decisions
            join journey in db.Journeys.AsNoTracking() on decision.JourneyId equals journey.Id
            where input.Journey == null || journey.Code == input.Journey
            join version in db.JourneyVersions.AsNoTracking()
                on new { decision.JourneyId, decision.Number } equals new { version.JourneyId, version.Number }
            join message in db.Messages.AsNoTracking()
                on new { decision.BatchId, MemberId = (Guid?)decision.MemberId } equals new { message.BatchId, message.MemberId }
                into messages
            from message in messages.DefaultIfEmpty()
            orderby decision.DecidedAt descending, decision.Id
            select new DecisionRow(decision, journey.Code, version, message)).Take(input.Size + 1).ToListAsync(cancel);
        var members = await files.ReadAsync([.. rows.Select(r => r.Decision.MemberId).Distinct()], cancel);
        return PageOf<DecisionView>.Of(
            rows, input.Size, r => new Place(r.Decision.DecidedAt, r.Decision.Id),
            r => DecisionView.Of(r, members.GetValueOrDefault(r.Decision.MemberId)?.MemberNo));
    }

    private sealed record Place(DateTime At, Guid Id);

    internal sealed record Input : IInput<PageOf<DecisionView>>
    {
        /// <summary>Its code.</summary>
        public string? Journey { get; init; }

        /// <summary>Member number, card or mobile.</summary>
        [Personal]
        public string? Member { get; init; }

        public JourneyOutcome? Verdict { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}

internal sealed record DecisionRow(JourneyDecision Decision, string Journey, JourneyVersion Version, Message? Message);
