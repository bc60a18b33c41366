using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Marketing.Packages;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.Redemption;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Marketing.Demonstration;

/// <summary>
/// Segments, packages and campaigns of the demonstration: one brand has them in every state, with results. Those that are
/// sent off today come after all else that is: <see cref="TodaysCampaigns"/>.
/// </summary>
internal sealed class CampaignDemonstration(
    UseCaseEntry entry, IBrandDirectory brands, IServiceScopeFactory scopes, TimeProvider time) : IDemonstration
{
    public int Order => 520;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        foreach (var (place, brand) in brands.Brands.Index())
        {
            var (call, today) = (new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand }, time.Today(brand));
            foreach (var (code, terms) in DemoCampaigns.Segments(await TiersAsync(brand, cancel)))
                await entry.RunAsync(new EditSegment.Input(code, terms), call, cancel);
            if (place == DemoCampaigns.ShortBrand) await BuyAsync("P-1", 50, 0, 1.50m, today.AddDays(-60), call, cancel);
            else
            {
                await BuyAsync("P-1", 200, 20, 6m, today.AddDays(-90), call, cancel);
                await BuyAsync("P-2", 1_000, 100, 30m, today.AddDays(-30), call, cancel);
            }

            var (player, campaigns) = (
                new CampaignPlayer(entry, scopes, time),
                DemoCampaigns.Of(place, today, await VoucherAsync(brand, today, cancel)).Where(c => !c.IsOfToday).ToList());
            foreach (var campaign in campaigns) await player.PlayAsync(campaign, call, cancel);
            notes.Line($"{brand.Code}: {campaigns.Count} message campaigns");
        }
    }

    private Task<PackageView> BuyAsync(
        string code, long parts, long free, decimal yuan, DateOnly on, CallContext call, CancellationToken cancel) =>
        entry.RunAsync(new BuyPackage.Input(code, parts, Money.FromYuan(yuan), on, free), call, cancel);

    private async Task<IReadOnlyList<MemberTier>> TiersAsync(Brand brand, CancellationToken cancel)
    {
        await using var scope = ScopeOf(brand);
        return await scope.ServiceProvider.GetRequiredService<IMemberTiers>().AtAsync(Now, cancel);
    }

    private async Task<string?> VoucherAsync(Brand brand, DateOnly today, CancellationToken cancel)
    {
        await using var scope = ScopeOf(brand);
        return (await scope.ServiceProvider.GetRequiredService<IGiftChoices>().AtAsync(today, cancel))
            .FirstOrDefault(c => c.Kind == GiftChoiceKind.Voucher)?.Code;
    }

    private AsyncServiceScope ScopeOf(Brand brand)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = brand.Id;
        return scope;
    }
}

/// <summary>
/// What is sent off today: it meets whom plug-ins have written to this morning, and waits with those until tomorrow.
/// </summary>
internal sealed class TodaysCampaigns(
    UseCaseEntry entry, IBrandDirectory brands, IServiceScopeFactory scopes, TimeProvider time) : IDemonstration
{
    public int Order => 860;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        foreach (var (place, brand) in brands.Brands.Index())
        {
            var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
            var player = new CampaignPlayer(entry, scopes, time);
            foreach (var campaign in DemoCampaigns.Of(place, time.Today(brand), voucher: null).Where(c => c.IsOfToday))
            {
                await player.PlayAsync(campaign, call, cancel);
                notes.Line($"{brand.Code}: message campaign {campaign.Code} of today");
            }
        }
    }
}
