using RetailMember.Marketing.Journeys.Rules;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Days;

/// <summary>Running journeys with dates that have days which were not walked to their end.</summary>
[Needs(JourneyRights.Run)]
internal sealed class FindDueJourneys(JourneyShelf shelf) : Query<FindDueJourneys.Input, FindDueJourneys.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) => new(
        [.. (await shelf.RunningAsync(cancel))
            .Where(j => j.Trigger.IsDated() && j.Journey.DoneUntil < input.AsOf).Select(j => j.Journey.Code)]);

    internal sealed record Input(DateOnly AsOf) : IInput<Result>;

    /// <param name="Journeys">Their codes.</param>
    internal sealed record Result(IReadOnlyList<string> Journeys);
}
