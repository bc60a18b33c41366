using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Campaigns.Behaviours;
using RetailMember.Campaigns.Editing;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Demonstration;

/// <summary>
/// Campaigns with awards for the brands of the demonstration; one of them has spent its budget. Where a vertical has cards of
/// its own no sprint raises anybody.
/// </summary>
internal sealed class CampaignsDemonstration(
    UseCaseEntry entry, IBrandDirectory brands, IServiceScopeFactory scopes, TimeProvider time) : IDemonstration
{
    private const int MostMembers = 40;
    private const int Sharers = 24;
    private const int EarlyBirds = 10;
    private const int Writers = 5;
    private const string Sprinters = "restaurant";

    private static readonly string[] Brands = ["pharmacy", "apparel", Sprinters];

    public int Order => 300;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        foreach (var brand in Brands.Select(brands.Find).OfType<Brand>())
        {
            var (members, tiers) = await KnownAsync(brand, cancel);
            if (members.Count == 0 || tiers.Count == 0 || brands.StoresOf(brand.Id) is not [var store, ..]) continue;
            var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
            var day = time.Today(brand);
            var campaigns = DemoCampaigns.From(
                new DateOnly(day.Year, day.Month, 1), brand.Code == Sprinters ? tiers[tiers.Count / 2].Code : null).ToList();
            foreach (var (code, terms) in campaigns)
            {
                await entry.RunAsync(new EditCampaign.Input(code, terms), call, cancel);
                await entry.RunAsync(new ActivateCampaign.Input(code), call, cancel);
            }

            await RewardAsync(DemoCampaigns.SharePoster, members.Take(Sharers), store, call, cancel);
            await RewardAsync(DemoCampaigns.EarlyBirds, members.Take(EarlyBirds), store, call, cancel);
            foreach (var (i, member) in members.Take(Writers).Index())
                await entry.RunAsync(
                    new AwardContent.Input
                    {
                        Key = FormattableString.Invariant($"demonstration-{i}"),
                        Campaign = DemoCampaigns.Notes,
                        Member = member.MemberNo,
                        Points = 120 + (20 * i),
                        Reason = "experience",
                        Note = "小红书笔记",
                    },
                    call, cancel);
            notes.Line($"{brand.Code}: {campaigns.Count} campaigns, {Sharers + EarlyBirds + Writers} awards");
        }
    }

    private async Task RewardAsync(
        string behaviour, IEnumerable<MemberSummary> members, Store store, CallContext call, CancellationToken cancel)
    {
        foreach (var (i, member) in members.Index())
            await entry.RunAsync(
                new AwardBehaviour.Input
                {
                    Key = FormattableString.Invariant($"demonstration-{behaviour}-{i}"),
                    StoreCode = store.Code,
                    Member = member.MemberNo,
                    Behaviour = behaviour,
                },
                call, cancel);
    }

    private async Task<(IReadOnlyList<MemberSummary> Members, IReadOnlyList<MemberTier> Tiers)> KnownAsync(
        Brand brand, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = brand.Id;
        return (
            await scope.ServiceProvider.GetRequiredService<IMemberFiles>()
                .WalkAsync(new MemberSegment([]), after: null, MostMembers, cancel),
            await scope.ServiceProvider.GetRequiredService<IMemberTiers>().AtAsync(time.GetUtcNow().UtcDateTime, cancel));
    }
}
