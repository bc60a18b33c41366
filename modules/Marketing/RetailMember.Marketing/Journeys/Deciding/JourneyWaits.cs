using System.Text.Json;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Deciding;

/// <summary>Puts occasions off, and says what has become of them when their wait is over.</summary>
internal sealed class JourneyWaits(IRows rows, IMemberReceipts receipts)
{
    /// <summary>The start of the occasions that are receipts.</summary>
    public const string Receipt = "purchase:";

    /// <summary>Between one look at a segment that cannot be asked and the next.</summary>
    private static readonly TimeSpan PutOff = TimeSpan.FromMinutes(10);

    public static JourneyCause CauseOf(JourneyWait wait) => JsonSerializer.Deserialize<JourneyCause>(wait.Cause, Json.Stored)!;

    public Task BeginAsync(
        JourneyInForce journey, IReadOnlyCollection<JourneyCase> cases, CallContext call, CancellationToken cancel)
    {
        var due = call.At.AddMinutes(journey.Terms.WaitMinutes);
        var last = call.RequiredBrand.DateOf(due).AddDays(1);
        return rows.InsertMissingAsync(
            [
                .. cases.Select(c => new JourneyWait
                {
                    DecisionId = c.Id, BrandId = call.RequiredBrand.Id, JourneyId = journey.Id, DueAt = due,
                    Cause = JsonSerializer.Serialize(
                        c.Cause with { WaitedSince = call.At, GoodUntil = c.Cause.GoodUntil > last ? c.Cause.GoodUntil : last },
                        Json.Options),
                }),
            ],
            cancel);
    }

    /// <summary>
    /// Until its segment can be asked: looked at again soon, for as long as it makes sense to write, and no longer.
    /// </summary>
    public async Task PutOffAsync(
        JourneyInForce journey, IReadOnlyCollection<JourneyCase> cases, CallContext call, CancellationToken cancel)
    {
        List<JourneyWait> putOff =
        [
            .. cases.Select(c => new JourneyWait
            {
                DecisionId = c.Id, BrandId = call.RequiredBrand.Id, JourneyId = journey.Id, DueAt = call.At + PutOff,
                Cause = JsonSerializer.Serialize(c.Cause with { WaitedSince = c.Cause.WaitedSince ?? call.At }, Json.Options),
            }),
        ];
        await rows.InsertMissingAsync(putOff, cancel);
        await rows.UpdateAsync(putOff, [nameof(JourneyWait.DueAt)], cancel);
    }

    /// <summary>Why those that have waited are not worth a message any more: what led to them was undone since.</summary>
    public async Task<IReadOnlyDictionary<Guid, JourneyOutcome>> UndoneAsync(
        JourneyTerms terms, IReadOnlyCollection<JourneyCase> cases, Brand brand, CancellationToken cancel)
    {
        var undone = new Dictionary<Guid, JourneyOutcome>();
        var waited = cases.Where(c => c.Cause.WaitedSince is not null).ToList();
        foreach (var one in waited.Where(c => HasBought(terms, c, brand))) undone[one.Id] = JourneyOutcome.BoughtSince;
        foreach (var day in waited.Where(c => c.Cause.Occasion.StartsWith(Receipt, StringComparison.Ordinal)).GroupBy(c => c.Cause.On))
        {
            var bought = await receipts.OfDayAsync([.. day.Select(c => c.Member.Id).Distinct()], day.Key, cancel);
            foreach (var one in day)
                if (bought.GetValueOrDefault(one.Member.Id)?.FirstOrDefault(r => Receipt + r.Id.ToString("N") == one.Cause.Occasion)
                    is not { NetFen: > 0 })
                    undone[one.Id] = JourneyOutcome.TakenBack;
        }

        return undone;
    }

    /// <summary>What was to bring him back is not needed any more.</summary>
    private static bool HasBought(JourneyTerms terms, JourneyCase one, Brand brand) => terms.Trigger switch
    {
        JourneyTrigger.ShopEvent => one.Member.LastPurchaseAt >= one.Cause.WaitedSince,
        JourneyTrigger.Lapse => one.Member.LastPurchaseAt is { } last
            && brand.DateOf(last).AddMonths(terms.Months!.Value) > one.Cause.On,
        _ => false,
    };
}
