using RetailMember.Jobs;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Running;

/// <summary>
/// Takes the brand's campaigns a step on: begins those that are due, queues the messages of those that run in many short
/// transactions, gives vouchers to those who were written to, and ends those that are through. Run again it goes on.
/// </summary>
[Needs(MarketingRights.RunCampaigns)]
internal sealed class RunMessageCampaigns(UseCaseEntry entry, IRunProgress progress)
    : Process<RunMessageCampaigns.Input, RunMessageCampaigns.Result>
{
    private const int MembersAtOnce = 1_000;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var moving = (await entry.RunAsync(new FindDueCampaigns.Input(), call, cancel)).Campaigns;
        var owing = (await entry.RunAsync(new FindOwing.Input(), call, cancel)).Campaigns;
        var turns = new Turns(cancel);
        foreach (var code in moving) await turns.TakeAsync(() => MoveAsync(code, call, cancel));
        foreach (var code in owing) await turns.TakeAsync(() => RewardAsync(code, call, cancel));
        turns.End();
        return new Result(moving.Count);
    }

    private async Task MoveAsync(string code, CallContext call, CancellationToken cancel)
    {
        var campaign = await entry.RunAsync(new StartMessageCampaign.Input(code), call, cancel);
        // Whoever reads of jobs must not count those who meet a sensitive condition.
        var (done, all) = campaign.IsRounded ? (0, null) : (campaign.Spread ?? 0, campaign.Members);
        while (await entry.RunAsync(new SpreadMessageCampaign.Input(code, MembersAtOnce), call, cancel) is { Decided: > 0 } step)
            if (all is { } members) progress.Report(done += step.Decided, members);
        await RewardAsync(code, call, cancel);
        await entry.RunAsync(new CloseMessageCampaign.Input(code), call, cancel);
    }

    private async Task RewardAsync(string code, CallContext call, CancellationToken cancel)
    {
        while (await entry.RunAsync(new RewardRecipients.Input(code, MembersAtOnce), call, cancel) is { Done: > 0 })
        {
        }
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Campaigns">That were looked after.</param>
    internal sealed record Result(int Campaigns);
}
