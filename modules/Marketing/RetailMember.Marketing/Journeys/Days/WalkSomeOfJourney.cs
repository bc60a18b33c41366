using FluentValidation;
using RetailMember.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Deciding;
using RetailMember.Marketing.Journeys.Reading;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Days;

/// <summary>Looks at some members for days of one journey: one transaction's share of the job.</summary>
[Needs(JourneyRights.Run)]
internal sealed class WalkSomeOfJourney(
    IRows rows, JourneyShelf shelf, DatedOccasions occasions, JourneyJudge judge, SensitiveJourneys sensitive)
    : UseCase<WalkSomeOfJourney.Input, WalkSomeOfJourney.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var due = (await shelf.RunningAsync(cancel))
            .FirstOrDefault(j => j.Journey.Code == input.Journey && j.Trigger.IsDated() && NextDay(j.Journey) <= input.AsOf);
        if (due is null) return new Result(true, 0, 0);
        var journey = (await rows.LockAsync<Journey, Guid>(j => j.Id, [due.Journey.Id], cancel))[0];
        var (looked, queued, waits) = (0, 0, false);
        while (looked < input.Limit && NextDay(journey) <= input.AsOf)
        {
            var day = NextDay(journey);
            var terms = due.On(day) ?? throw new InvalidOperationException("A journey is walked from its first version's day on.");
            var page = await occasions.FindAsync(terms.Terms, day, journey.WalkedTo, input.Limit, call.RequiredBrand, cancel);
            var written = await judge.JudgeAsync(terms, page.Causes, call, cancel);
            if (waits = written is null) break;
            queued += written ?? 0;
            looked += page.Causes.Count;
            journey.WalkedTo = page.Next;
            if (page.Next is not null) break;
            journey.DoneUntil = day;
        }

        await rows.UpdateAsync([journey], [nameof(Journey.WalkedTo), nameof(Journey.DoneUntil)], cancel);
        return new Result(waits, looked, (await sensitive.KeysAsync(cancel)).Contains(journey.Id) ? 0 : queued);
    }

    private static DateOnly NextDay(Journey journey) => journey.DoneUntil!.Value.AddDays(1);

    internal sealed record Input(string Journey, DateOnly AsOf, int Limit) : IInput<Result>;

    /// <param name="Done">Nothing is left to do, or its segment cannot be asked now: a later run goes on.</param>
    /// <param name="Queued">Messages; 0 where the journey is for a segment with sensitive conditions.</param>
    internal sealed record Result(bool Done, int Members, int Queued);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Limit).InclusiveBetween(1, 5_000);
    }
}
