using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Tests.Shop;
using RetailMember.Redemption.Vouchers.Definitions;

namespace RetailMember.Marketing.Tests.Campaigns;

/// <summary>Who has his voucher, and when no more of it is promised.</summary>
public abstract partial class ResultTests
{
    [Fact, Trait("Req", "SMS-16")]
    public async Task Who_was_written_to_gets_his_voucher_also_while_the_campaign_pauses()
    {
        var voucher = await DefineAsync(Chain.Key());
        var trial = await CampaignTrial.SentOffAsync(chain, t => t with { Voucher = voucher });
        await trial.RunAsync();
        await trial.TurnAsync(MessageState.Accepted, 1);
        await trial.TurnAsync(MessageState.HandingOver, 1, ask: true);
        await chain.Do(new PauseMessageCampaign.Input(trial.Code));

        await trial.TurnAsync(MessageState.Delivered, 1, from: MessageState.HandingOver);
        await trial.RunAsync();

        var read = await trial.ReadAsync();
        (read.Effects.VouchersIssued, read.CampaignStanding.State).ShouldBe((2, MessageCampaignState.Paused));
        await chain.Do(new StopMessageCampaign.Input(trial.Code));
    }

    [Fact, Trait("Req", "SMS-16")]
    public async Task A_campaign_whose_voucher_has_ended_does_not_begin_and_one_that_runs_stops_before_more_words_promise_it()
    {
        var voucher = await DefineAsync(Chain.Key());
        var (through, running) = (await PromisingAsync(), await PromisingAsync());
        await through.RunAsync();
        await through.TurnAsync(MessageState.Delivered, 5);
        await running.TurnAsync(MessageState.Delivered, 2);
        var late = await PromisingAsync();
        await chain.Do(new StartMessageCampaign.Input(late.Code));
        await chain.Do(new SpreadMessageCampaign.Input(late.Code, 2));
        await late.TurnAsync(MessageState.Delivered, 1);
        var begun = await PromisingAsync();
        await chain.Do(new EndVoucherDefinition.Input(voucher));

        await begun.RunAsync();

        await ShouldBeAsync(begun, MessageCampaignState.Stopped, RecipientState.VoucherEnded);
        await ShouldBeAsync(
            running, MessageCampaignState.Stopped, RecipientState.VoucherEnded,
            (RecipientState.VoucherRefused, 2), (RecipientState.Queued, 3));
        await ShouldBeAsync(
            late, MessageCampaignState.Stopped, RecipientState.VoucherEnded,
            (RecipientState.VoucherRefused, 1), (RecipientState.Queued, 1), (RecipientState.Stopped, 3));
        await ShouldBeAsync(through, MessageCampaignState.Finished, null, (RecipientState.VoucherRefused, 5));
        (await begun.WrittenToAsync()).ShouldBeEmpty();
        (await running.ReadAsync()).Tallies.Where(t => t.Reason == MessageReason.Stopped).Sum(t => t.MessageCount).ShouldBe(3);
        (await running.ReadAsync()).Effects.VouchersIssued.ShouldBe(0);

        Task<CampaignTrial> PromisingAsync() => CampaignTrial.SentOffAsync(chain, t => t with { Voucher = voucher });
    }

    private static async Task ShouldBeAsync(
        CampaignTrial trial, MessageCampaignState state, RecipientState? why, params (RecipientState, long)[] decided)
    {
        var read = await trial.ReadAsync();
        (read.CampaignStanding.State, read.CampaignStanding.EndedFor).ShouldBe((state, why));
        read.Decisions.Select(d => (d.State, d.Members)).ShouldBe(decided, ignoreOrder: true);
    }
}
