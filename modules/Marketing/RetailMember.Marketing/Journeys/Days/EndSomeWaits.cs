using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Deciding;
using RetailMember.Marketing.Journeys.Reading;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Days;

/// <summary>Looks again at some occasions of a journey whose wait is over: one transaction's share of the job.</summary>
[Needs(JourneyRights.Run)]
internal sealed class EndSomeWaits(
    MarketingDb db, IRows rows, JourneyShelf shelf, JourneyJudge judge, SensitiveJourneys sensitive)
    : UseCase<EndSomeWaits.Input, EndSomeWaits.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        Guid[] due = await db.JourneyWaits.Where(w => w.JourneyId == input.Journey && w.DueAt <= call.At)
            .OrderBy(w => w.DueAt).ThenBy(w => w.DecisionId).Select(w => w.DecisionId).Take(input.Limit).ToArrayAsync(cancel);
        var waits = await rows.LockAsync<JourneyWait, Guid>(w => w.DecisionId, due, cancel);
        var queued = 0;
        var running = (await shelf.RunningAsync(cancel)).FirstOrDefault(j => j.Journey.Id == input.Journey);
        foreach (var sameTerms in waits.GroupBy(w => running?.On(JourneyWaits.CauseOf(w).On)))
            if (sameTerms.Key is { } terms)
                queued += await judge.JudgeAsync(terms, [.. sameTerms.Select(JourneyWaits.CauseOf)], call, cancel) ?? 0;
            else await CloseAsync([.. sameTerms.Select(w => w.DecisionId)], JourneyOutcome.JourneyEnded, cancel);
        Guid[] over = await db.JourneyWaits.Where(w => EF.Parameter(due).Contains(w.DecisionId) && w.DueAt <= call.At)
            .Select(w => w.DecisionId).ToArrayAsync(cancel);
        // What waits still was that of a number which has been merged since: it is decided for the one who stays.
        await CloseAsync(over, JourneyOutcome.NotActive, cancel);
        await db.JourneyWaits.Where(w => EF.Parameter(over).Contains(w.DecisionId)).ExecuteDeleteAsync(cancel);
        return new Result(waits.Count, queued, (await sensitive.KeysAsync(cancel)).Contains(input.Journey));
    }

    private Task<int> CloseAsync(Guid[] decisions, JourneyOutcome outcome, CancellationToken cancel) => db.JourneyDecisions
        .Where(d => EF.Parameter(decisions).Contains(d.Id) && d.Outcome == JourneyOutcome.Waiting)
        .ExecuteUpdateAsync(set => set.SetProperty(d => d.Outcome, outcome), cancel);

    /// <param name="Journey">Its key.</param>
    internal sealed record Input(Guid Journey, int Limit) : IInput<Result>;

    /// <param name="Looked">Occasions; 0: none waits any longer than it should.</param>
    /// <param name="Queued">Messages.</param>
    /// <param name="IsSensitive">The journey is for a segment with sensitive conditions: how many is for nobody to read.</param>
    internal sealed record Result(int Looked, int Queued, bool IsSensitive);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Limit).InclusiveBetween(1, 5_000);
    }
}
