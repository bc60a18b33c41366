using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Journeys.Days;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.Marketing.Journeys.Reading;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Marketing.Templates;
using RetailMember.People;
using RetailMember.Redemption;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Demonstration;

/// <summary>Journeys of each brand of the demonstration, as if they had run for two weeks.</summary>
internal sealed class JourneyDemonstration(
    UseCaseEntry entry, IBrandDirectory brands, IServiceScopeFactory scopes, TimeProvider time) : IDemonstration
{
    private static readonly string[] Preferred = ["return-20", "refill-30", "meal-20"];

    private const string Greeted = "recent-buyers";

    private static readonly Dictionary<string, IReadOnlyList<string>> LastNinetyDays = new() { ["atMost"] = ["90"] };

    public int Order => 510;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        foreach (var brand in brands.Brands)
        {
            var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
            var chief = call with { Caller = Caller.House("head-office") };
            var today = time.Today(brand);
            var voucher = await VoucherAsync(brand, today, cancel);
            await entry.RunAsync(new EditSegment.Input(Greeted, new SegmentTerms
            {
                Name = new LocalName("近90天有消费", "Bought within 90 days"),
                Members = new SegmentGroup { Conditions = [new("membership.days-since-purchase") { Values = LastNinetyDays }] },
            }), call, cancel);
            var journeys = DemoJourney.All(brand.Name, voucher, Greeted, today).Where(j => voucher is not null || !j.NeedsVoucher).ToList();
            foreach (var journey in journeys)
            {
                var words = await entry.RunAsync(new EditTemplate.Input(journey.Terms.Template, journey.Words), call, cancel);
                await entry.RunAsync(new ApproveTemplate.Input(words.Template, words.Revision, words.WordingMark!), chief, cancel);
                await entry.RunAsync(new EditJourney.Input(journey.Code, journey.Terms), call, cancel);
                var read = await entry.RunAsync(new ReadJourney.Input(journey.Code), chief, cancel);
                await entry.RunAsync(
                    new ActivateJourney.Input(journey.Code, read.WordingMark!, today.AddDays(-journey.Since)), chief, cancel);
            }

            var past = new JourneyPast(brand, scopes);
            await past.LiveAsync(today.AddDays(-DemoJourney.Days), today, cancel);
            await past.TellReceiptsAsync(today, call with { At = time.GetUtcNow().UtcDateTime }, cancel);
            var walked = await entry.RunAsync(new WalkJourneys.Input(), call, cancel);
            await entry.RunAsync(new HandOverMessages.Input(), call, cancel);
            notes.Line($"{brand.Code}: {journeys.Count} journeys, {walked.Queued} messages of them");
        }
    }

    private async Task<string?> VoucherAsync(Brand brand, DateOnly today, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = brand.Id;
        return (await scope.ServiceProvider.GetRequiredService<IGiftChoices>().AtAsync(today, cancel))
            .FirstOrDefault(c => c.Kind == GiftChoiceKind.Voucher && Preferred.Contains(c.Code))?.Code;
    }
}
