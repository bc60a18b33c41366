using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Reading;

/// <summary>
/// A journey with its versions, and what was decided in the last days; not where its segment has sensitive conditions.
/// </summary>
[Needs(JourneyRights.View)]
internal sealed class ReadJourney(
    MarketingDb db, JourneyShelf shelf, JourneyNames names, SensitiveJourneys sensitive, BarredVouchers barred,
    WaitingJourneys waiting, DeliveryBook deliveries)
    : Query<ReadJourney.Input, ReadJourney.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var journey = await shelf.FindAsync(input.Journey, cancel);
        var versions = await shelf.VersionsAsync(journey.Id, cancel);
        var isSensitive = (await sensitive.KeysAsync(cancel)).Contains(journey.Id);
        var today = call.RequiredBrand.DateOf(call.At);
        var arrived = await deliveries.OfJourneyAsync(journey.Id, DecidedDays.FirstDay(call), cancel);
        return new Result(
            [.. versions.Select(v => JourneyView.Of(journey, v))],
            isSensitive
                ? []
                : await db.JourneyDecisions.AsNoTracking().Where(d => d.JourneyId == journey.Id).LastDaysAsync(call, cancel))
        {
            IsSensitive = isSensitive,
            IsBarred = (await barred.KeysAsync(today, cancel)).Contains(journey.Id),
            AwaitsConditions = (await waiting.KeysAsync(today, cancel)).Contains(journey.Id),
            Deliveries = isSensitive ? arrived?.Coarsely() : arrived,
            WordingMark = versions is [{ From: null } draft, ..] ? await names.MarkAsync(draft, cancel) : null,
        };
    }

    internal sealed record Input(string Journey) : IInput<Result>;

    /// <param name="Versions">The newest first.</param>
    /// <param name="Days">The last days up to today; none where they are not told.</param>
    internal sealed record Result(IReadOnlyList<JourneyView> Versions, IReadOnlyList<DecidedDay> Days)
    {
        /// <summary>Its segment has sensitive conditions: neither days nor decisions are told.</summary>
        public bool IsSensitive { get; init; }

        /// <summary>It writes to nobody: it gives a voucher, and its segment has come to have sensitive conditions.</summary>
        public bool IsBarred { get; init; }

        /// <summary>
        /// A condition of its segment cannot be asked, as while its module is off: on nobody is decided until it can; then it is made up
        /// for, as far as it still makes sense to write.
        /// </summary>
        public bool AwaitsConditions { get; init; }

        /// <summary>Of the messages of these days; null where none went, or no channel of theirs tells what arrived.</summary>
        public JourneyDeliveries? Deliveries { get; init; }

        /// <summary>Of the draft as it is read here: whoever activates it gives it back. Null: there is none.</summary>
        public string? WordingMark { get; init; }
    }
}
