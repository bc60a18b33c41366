using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Campaigns;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Values;

namespace RetailMember.Marketing.Tests.Campaigns;

public abstract partial class CampaignTests
{
    [Fact]
    public async Task The_list_is_read_page_by_page_in_the_order_and_of_what_is_asked_for()
    {
        var name = "页" + Shop.Chain.Key()[^8..];
        var (first, second, third) = (await NamedAsync(), await NamedAsync(), await NamedAsync());
        await second.ApproveAsync();

        (await ListAsync(new FindMessageCampaigns.Input { Search = name })).ShouldBe([third.Code, second.Code, first.Code]);
        (await ListAsync(new FindMessageCampaigns.Input { Search = name, Sort = "made" })).ShouldBe([first.Code, second.Code, third.Code]);
        (await ListAsync(new FindMessageCampaigns.Input { Search = name, Sort = "-code" })).ShouldBe(
            ((string[])[first.Code, second.Code, third.Code]).OrderDescending(StringComparer.Ordinal));
        (await ListAsync(new FindMessageCampaigns.Input { Search = name, State = MessageCampaignState.Approved })).ShouldBe([second.Code]);
        (await ListAsync(new FindMessageCampaigns.Input { Search = third.Code })).ShouldBe([third.Code]);
        (await chain.RefusalOf(new FindMessageCampaigns.Input { Sort = "members" })).ShouldBe("field.malformed");

        Task<CampaignTrial> NamedAsync() => CampaignTrial.DraftAsync(chain, t => t with { Name = new LocalName(name, name) });

        async Task<List<string>> ListAsync(FindMessageCampaigns.Input input)
        {
            var (read, after) = (new List<string>(), (string?)null);
            do
            {
                var page = await chain.Do(input with { After = after, Size = 1 });
                read.Add(page.Items.ShouldHaveSingleItem().Campaign);
                after = page.Next;
            }
            while (after is not null);
            return read;
        }
    }

    [Fact]
    public async Task The_run_finds_what_runs_and_what_is_due_the_oldest_first_and_nothing_else()
    {
        var later = await CampaignTrial.SentOffAsync(chain, t => t with { StartsAt = new DateTime(2026, 3, 5, 9, 0, 0) });
        var (second, first) = (await CampaignTrial.SentOffAsync(chain), await CampaignTrial.SentOffAsync(chain));
        await BeDueAsync(second, new DateTime(2026, 3, 1, 2, 0, 0, DateTimeKind.Utc));
        await BeDueAsync(first, new DateTime(2026, 3, 1, 1, 0, 0, DateTimeKind.Utc));
        await chain.Do(new StartMessageCampaign.Input(second.Code));

        var due = (await chain.Do(new FindDueCampaigns.Input())).Campaigns.ToList();

        due.ShouldNotContain(later.Code);
        due.IndexOf(first.Code).ShouldBeInRange(0, due.IndexOf(second.Code) - 1);
        await chain.Do(new PauseMessageCampaign.Input(second.Code));
        (await chain.Do(new FindDueCampaigns.Input())).Campaigns.ShouldNotContain(second.Code);
        foreach (var one in (CampaignTrial[])[first, second, later]) await chain.Do(new StopMessageCampaign.Input(one.Code));

        Task<int> BeDueAsync(CampaignTrial trial, DateTime at) => chain.InTables(tables => tables.GetRequiredService<MarketingDb>()
            .Campaigns.Where(c => c.Code == trial.Code).ExecuteUpdateAsync(set => set.SetProperty(c => c.DueAt, at)));
    }
}
