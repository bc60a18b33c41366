using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Packages;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Segments.Editing;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.Redemption;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Marketing.Demonstration;

/// <summary>Segments, packages and campaigns of the demonstration: one brand has them in every state, with results.</summary>
internal sealed class CampaignDemonstration(
    UseCaseEntry entry, IBrandDirectory brands, IServiceScopeFactory scopes, TimeProvider time) : IDemonstration
{
    private const int MembersAtOnce = 1_000;

    /// <summary>The brand that has bought too few messages.</summary>
    private const int ShortBrand = 0;

    /// <summary>The brand that shows them all.</summary>
    private const int FullBrand = 1;

    public int Order => 520;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        foreach (var (place, brand) in brands.Brands.Index())
        {
            var (call, today) = (new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand }, time.Today(brand));
            foreach (var (code, terms) in DemoCampaigns.Segments(await TiersAsync(brand, cancel)))
                await entry.RunAsync(new EditSegment.Input(code, terms), call, cancel);
            if (place == ShortBrand) await BuyAsync("P-1", 50, 0, 1.50m, today.AddDays(-60), call, cancel);
            else
            {
                await BuyAsync("P-1", 200, 20, 6m, today.AddDays(-90), call, cancel);
                await BuyAsync("P-2", 1_000, 100, 30m, today.AddDays(-30), call, cancel);
            }

            var campaigns = (place == ShortBrand
                ? DemoCampaigns.Short(today)
                : DemoCampaigns.All(today, await VoucherAsync(brand, today, cancel))
                    .Where(c => place == FullBrand || IsUsual(c.Fate))).ToList();
            foreach (var campaign in campaigns) await PlayAsync(campaign, call, cancel);
            notes.Line($"{brand.Code}: {campaigns.Count} message campaigns");
        }
    }

    /// <summary>One brand shows them all; the others what is usual.</summary>
    private static bool IsUsual(DemoFate fate) => fate is DemoFate.Finished or DemoFate.Scheduled or DemoFate.Draft;

    private async Task PlayAsync(DemoCampaign campaign, CallContext call, CancellationToken cancel)
    {
        var chief = call with { Caller = Caller.House("head-office") };
        await entry.RunAsync(new EditMessageCampaign.Input(campaign.Code, campaign.Terms), call, cancel);
        if (campaign.Fate == DemoFate.Draft) return;
        var read = await entry.RunAsync(new ReadMessageCampaign.Input(campaign.Code), chief, cancel);
        await entry.RunAsync(new ApproveMessageCampaign.Input(campaign.Code, read.WordingMark!), chief, cancel);
        if (campaign.Fate == DemoFate.Approved) return;
        await entry.RunAsync(new ScheduleMessageCampaign.Input(campaign.Code), call, cancel);
        if (campaign.Fate == DemoFate.Scheduled) return;
        await entry.RunAsync(new StartMessageCampaign.Input(campaign.Code), call, cancel);
        await entry.RunAsync(new SpreadMessageCampaign.Input(campaign.Code, MembersAtOnce), call, cancel);
        if (campaign.Fate == DemoFate.Paused)
        {
            await entry.RunAsync(new PauseMessageCampaign.Input(campaign.Code), call, cancel);
            return;
        }

        await DeliverAsync(campaign, call.RequiredBrand, cancel);
        await entry.RunAsync(new RewardRecipients.Input(campaign.Code, MembersAtOnce), call, cancel);
        if (campaign.Fate == DemoFate.Stopped) await entry.RunAsync(new StopMessageCampaign.Input(campaign.Code), call, cancel);
        else if (campaign.Fate != DemoFate.Unpaid) await entry.RunAsync(new CloseMessageCampaign.Input(campaign.Code), call, cancel);
        await MoveBackAsync(campaign, call.RequiredBrand, cancel);
    }

    private Task DeliverAsync(DemoCampaign campaign, Brand brand, CancellationToken cancel) => InTablesAsync(brand, async tables =>
    {
        var row = await RowAsync(tables, campaign, cancel);
        await ActivatorUtilities.CreateInstance<DemoProvider>(tables)
            .PlayAsync(row.Id, campaign.Fate, Now.AddDays(-campaign.DaysAgo), Now, cancel);
        if (campaign.Fate != DemoFate.Unpaid) return;
        var left = await tables.GetRequiredService<MarketingDb>().Packages.SumAsync(p => p.Bought + p.Free - p.Used, cancel);
        await tables.GetRequiredService<PackageBook>().TakeAsync(PackageUse.NoBatch, left, cancel);
        await tables.GetRequiredService<MessageQueue>().AwaitPackageAsync(row.Id, cancel);
    });

    /// <summary>It began some days ago and took a day: no use case runs in the past.</summary>
    private Task MoveBackAsync(DemoCampaign campaign, Brand brand, CancellationToken cancel) => InTablesAsync(brand, async tables =>
    {
        var row = await RowAsync(tables, campaign, cancel);
        row.StartedAt = row.StartedAt?.AddDays(-campaign.DaysAgo);
        row.EndedAt = row.EndedAt?.AddDays(Math.Min(0, 1 - campaign.DaysAgo));
        await tables.GetRequiredService<IRows>().UpdateAsync([row], MessageCampaign.Moving, cancel);
    });

    private static Task<MessageCampaign> RowAsync(IServiceProvider tables, DemoCampaign campaign, CancellationToken cancel) =>
        tables.GetRequiredService<MarketingDb>().Campaigns.AsNoTracking().SingleAsync(c => c.Code == campaign.Code, cancel);

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

    private async Task InTablesAsync(Brand brand, Func<IServiceProvider, Task> work)
    {
        await using var scope = ScopeOf(brand);
        var session = scope.ServiceProvider.GetRequiredService<DataSession>();
        await session.BeginAsync();
        await work(scope.ServiceProvider);
        await session.CommitAsync();
    }

    private AsyncServiceScope ScopeOf(Brand brand)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = brand.Id;
        return scope;
    }
}
