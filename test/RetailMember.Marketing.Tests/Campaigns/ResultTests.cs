using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Tests.Shop;
using RetailMember.Redemption;
using RetailMember.Redemption.Vouchers.Definitions;
using RetailMember.Redemption.Vouchers.Rules;
using RetailMember.Values;

namespace RetailMember.Marketing.Tests.Campaigns;

public sealed class ResultTestsOnSqlite(SqliteChain chain) : ResultTests(chain), IClassFixture<SqliteChain>;

public sealed class ResultTestsOnPostgres(PostgresChain chain) : ResultTests(chain), IClassFixture<PostgresChain>;

public abstract partial class ResultTests(Chain chain)
{
    [Theory, Trait("Req", "SMS-04")]
    [InlineData(10_000, 9_480, "0.948", true)]
    [InlineData(10_000, 9_500, "0.95", false)]
    [InlineData(10_000, 9_499, "0.9499", true)]
    [InlineData(0, 0, "1", false)]
    [InlineData(100, 94, "0.94", true, true)]
    [InlineData(99, 0, "0", false, true)]
    public void Fewer_than_95_of_a_hundred_delivered_is_an_alarm(
        long sent, long delivered, string share, bool alarms, bool goesOn = false)
    {
        var quality = new DeliveryQuality(sent, delivered) { GoesOn = goesOn };

        (quality.Share, quality.IsAlarming).ShouldBe((decimal.Parse(share, null), alarms));
    }

    [Fact, Trait("Req", "SMS-16")]
    public void The_effect_is_what_was_bought_beyond_as_many_of_those_held_out()
    {
        var effect = new CampaignEffect(Written: 900, WrittenFen: 90_000_00, HeldOut: 100, HeldOutFen: 8_000_00);

        effect.Extra.ShouldBe(Money.FromYuan(18_000m));
        effect.Profit(30, Money.FromYuan(264.55m), 1_000_00).ShouldBe(Money.FromYuan(5_400m - 264.55m - 1_000m));
        effect.Profit(null, Money.Zero, 0).ShouldBeNull();
        effect.Profit(30, null, 0).ShouldBeNull("What it cost is not known.");
        // Goods for 120 that cost 72, sold for 100 and a voucher of 20: 28 remain.
        new CampaignEffect(1, 120_00, 1, 0).Profit(40, Money.Zero, 20_00).ShouldBe(Money.FromYuan(28m));
        new CampaignEffect(900, 90_000_00, 0, 0).Extra.ShouldBeNull();
    }

    [Fact, Trait("Req", "SMS-16")]
    public async Task What_came_of_a_campaign_is_told_with_the_sales_since_it_began()
    {
        var trial = await CampaignTrial.SentOffAsync(chain);
        await chain.BuyAsync(trial.Members.NumberOf("gold"), 500m, "2026-03-01");
        await trial.RunAsync();
        var queued = (await trial.ReadAsync()).Effects;
        (queued.Written, queued.WrittenSales).ShouldBe((0, Money.Zero));
        await trial.TurnAsync(MessageState.Delivered, 3);
        await trial.TurnAsync(MessageState.Failed, 1);
        (await trial.TurnAsync(MessageState.Accepted, 1)).ShouldBe(1);
        var before = (await trial.ReadAsync()).Effects.WrittenSales;
        await chain.BuyAsync(trial.Members.NumberOf("gold"), 80m, "2026-03-02");
        await chain.BuyAsync(trial.Members.NumberOf("plain"), 20m, "2026-03-02");

        var read = (await trial.ReadAsync()).Effects;

        (read.Sent, read.Delivered, read.IsAlarming).ShouldBe((5, 3, false), "Two that failed of five tell nothing while it runs.");
        (read.Written, read.WrittenSales - before, read.ExtraSales).ShouldBe((5, Money.FromYuan(100m), null));
        before.ShouldBe(Money.FromYuan(400m));
        await trial.RunAsync();
        var ended = (await trial.ReadAsync()).Effects;
        (ended.DeliveryShare, ended.IsAlarming).ShouldBe((0.6m, true));
    }

    [Fact, Trait("Req", "SMS-04")]
    public async Task A_campaign_of_which_too_few_arrived_is_marked_in_the_list_once_it_has_ended()
    {
        var (poor, good) = (await CampaignTrial.SentOffAsync(chain), await CampaignTrial.SentOffAsync(chain));
        await poor.RunAsync();
        await poor.TurnAsync(MessageState.Delivered, 4);
        await poor.TurnAsync(MessageState.Failed, 1);
        await good.TurnAsync(MessageState.Delivered, 5);
        var running = await MarkedAsync();
        await poor.RunAsync();

        running.ShouldNotContain(poor.Code);
        var ended = await MarkedAsync();
        ended.ShouldContain(poor.Code);
        ended.ShouldNotContain(good.Code);

        async Task<string[]> MarkedAsync() =>
            [.. (await chain.Do(new FindMessageCampaigns.Input())).Items.Where(c => c.IsAlarming).Select(c => c.Campaign)];
    }

    [Fact, Trait("Req", "SMS-16")]
    public async Task Whoever_was_really_written_to_gets_the_voucher_once()
    {
        var voucher = Chain.Key();
        await DefineAsync(voucher);
        var trial = await CampaignTrial.SentOffAsync(chain, t => t with { Voucher = voucher });
        await trial.RunAsync();
        (await trial.ReadAsync()).Effects.VouchersIssued.ShouldBe(0);

        await trial.TurnAsync(MessageState.Accepted, 3);
        await trial.TurnAsync(MessageState.Skipped, 2);
        await trial.RunAsync();
        await trial.RunAsync();

        var read = (await trial.ReadAsync()).Effects;
        (read.VouchersIssued, read.VouchersUsed, read.VoucherDiscount).ShouldBe((3, 0, Money.Zero));
    }

    [Fact, Trait("Req", "SMS-04")]
    public async Task Before_the_provider_has_told_of_a_message_no_share_of_them_is_lost()
    {
        var trial = await CampaignTrial.SentOffAsync(chain);
        await trial.RunAsync();
        await trial.TurnAsync(MessageState.Accepted, 5, ask: true);

        var running = (await trial.ReadAsync()).Effects;
        await chain.Do(new StopMessageCampaign.Input(trial.Code));
        var stopped = (await trial.ReadAsync()).Effects;
        await trial.TurnAsync(MessageState.Delivered, 4, from: MessageState.Accepted);

        (running.Sent, running.DeliveryShare, running.IsAlarming).ShouldBe((5, null, false));
        (stopped.Sent, stopped.DeliveryShare, stopped.IsAlarming).ShouldBe((5, null, false));
        (await trial.ReadAsync()).Effects.DeliveryShare.ShouldBe(1);
    }

    [Fact, Trait("Req", "SMS-16")]
    public async Task Who_was_written_to_before_it_was_stopped_gets_his_voucher_whenever_that_is_known()
    {
        var voucher = await DefineAsync(Chain.Key());
        var trial = await CampaignTrial.SentOffAsync(chain, t => t with { Voucher = voucher });
        await trial.RunAsync();
        await trial.TurnAsync(MessageState.Accepted, 2, ask: true);
        await trial.TurnAsync(MessageState.HandingOver, 1, ask: true);
        await chain.Do(new StopMessageCampaign.Input(trial.Code));

        await trial.RunAsync();
        (await trial.ReadAsync()).Effects.VouchersIssued.ShouldBe(2);
        await trial.TurnAsync(MessageState.Delivered, 1, from: MessageState.HandingOver);
        await trial.RunAsync();
        await trial.RunAsync();

        var read = await trial.ReadAsync();
        (read.Effects.VouchersIssued, read.CampaignStanding.State).ShouldBe((3, MessageCampaignState.Stopped));
        (read.Effects.Sent, read.Effects.Written).ShouldBe((3, 3));
        read.Decisions.Select(d => (d.State, d.Members))
            .ShouldBe([(RecipientState.Rewarded, 3L), (RecipientState.Queued, 2L)], ignoreOrder: true);
    }

    [Fact, Trait("Req", "SMS-16")]
    public async Task Who_has_as_many_of_the_voucher_as_one_may_does_not_count_as_rewarded()
    {
        var limited = await DefineAsync(Chain.Key(), most: 1);
        foreach (var expected in (RecipientState[])[RecipientState.Rewarded, RecipientState.HasMost])
        {
            var again = await CampaignTrial.SentOffAsync(chain, t => t with { Voucher = limited }, everybody: true);
            await again.RunAsync();
            await again.TurnAsync(MessageState.Delivered, 1_000);
            await again.RunAsync();
            (await again.ReadAsync()).Decisions.Single(d => d.State == expected).Members.ShouldBeGreaterThanOrEqualTo(5);
        }
    }

    [Fact, Trait("Req", "SMS-01")]
    public async Task A_voucher_that_cannot_be_issued_is_refused_at_the_draft_and_at_the_approval()
    {
        var voucher = await DefineAsync(Chain.Key());
        var trial = await CampaignTrial.DraftAsync(chain, t => t with { Voucher = voucher });

        (await trial.DraftRefusalAsync(t => t with { Voucher = "nowhere" })).ShouldBe(VoucherRefusals.DefinitionNotActive);
        await chain.Do(new EndVoucherDefinition.Input(voucher));
        (await chain.RefusalOf(await trial.ApprovalAsync())).ShouldBe(VoucherRefusals.DefinitionNotActive);
    }

    /// <param name="most">So many for each member; null: any number.</param>
    private async Task<string> DefineAsync(string voucher, int? most = null)
    {
        await chain.Do(new EditVoucherDefinition.Input(voucher, new VoucherTerms
        {
            Name = new LocalName("回归礼", "Welcome back"), Amount = Money.FromYuan(30m),
            Validity = new Validity { Days = 30 }, MostPerMember = most,
        }));
        await chain.Do(new ActivateVoucherDefinition.Input(voucher));
        return voucher;
    }
}
