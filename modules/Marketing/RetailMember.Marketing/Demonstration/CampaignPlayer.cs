using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Packages;
using RetailMember.Marketing.Queue;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Demonstration;

/// <summary>Takes a campaign of the demonstration as far as its fate says.</summary>
internal sealed class CampaignPlayer(UseCaseEntry entry, IServiceScopeFactory scopes, TimeProvider time)
{
    private const int MembersAtOnce = 1_000;

    /// <summary>When shops send, by the brand's clock.</summary>
    private static readonly TimeOnly Noon = new(12, 0);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task PlayAsync(DemoCampaign campaign, CallContext call, CancellationToken cancel)
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

    /// <summary>Noon of its day in the brand's time zone; where that of today is still to come, noon of yesterday.</summary>
    internal static DateTime BeganAt(int daysAgo, Brand brand, DateTime utc)
    {
        var day = brand.DateOf(utc).AddDays(-daysAgo);
        var noon = brand.UtcOf(day.ToDateTime(Noon));
        return noon <= utc ? noon : brand.UtcOf(day.AddDays(-1).ToDateTime(Noon));
    }

    private Task DeliverAsync(DemoCampaign campaign, Brand brand, CancellationToken cancel) => InTablesAsync(brand, async tables =>
    {
        var row = await RowAsync(tables, campaign, cancel);
        await ActivatorUtilities.CreateInstance<DemoProvider>(tables)
            .PlayAsync(row.Id, campaign.Fate, BeganAt(campaign.DaysAgo, brand, Now), Now, cancel);
        if (campaign.Fate != DemoFate.Unpaid) return;
        var left = await tables.GetRequiredService<MarketingDb>().Packages.SumAsync(p => p.Bought + p.Free - p.Used, cancel);
        await tables.GetRequiredService<PackageBook>().TakeAsync(PackageUse.NoBatch, left, cancel);
        await tables.GetRequiredService<MessageQueue>().AwaitPackageAsync(row.Id, cancel);
    });

    /// <summary>It began some days ago and took a day: no use case runs in the past.</summary>
    private Task MoveBackAsync(DemoCampaign campaign, Brand brand, CancellationToken cancel) => InTablesAsync(brand, async tables =>
    {
        var row = await RowAsync(tables, campaign, cancel);
        var began = BeganAt(campaign.DaysAgo, brand, Now);
        if (row.StartedAt is not null) row.StartedAt = began;
        if (row.EndedAt is { } ended && began.AddDays(1) < ended) row.EndedAt = began.AddDays(1);
        await tables.GetRequiredService<IRows>().UpdateAsync([row], MessageCampaign.Moving, cancel);
    });

    private static Task<MessageCampaign> RowAsync(IServiceProvider tables, DemoCampaign campaign, CancellationToken cancel) =>
        tables.GetRequiredService<MarketingDb>().Campaigns.AsNoTracking().SingleAsync(c => c.Code == campaign.Code, cancel);

    private async Task InTablesAsync(Brand brand, Func<IServiceProvider, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DataSession>();
        session.Brand = brand.Id;
        await session.BeginAsync();
        await work(scope.ServiceProvider);
        await session.CommitAsync();
    }
}
