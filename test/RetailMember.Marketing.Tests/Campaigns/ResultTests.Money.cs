using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Packages;
using RetailMember.Marketing.Tests.Shop;
using RetailMember.Membership.Members.Merging;
using RetailMember.Membership.Purchases;
using RetailMember.Redemption.Vouchers;
using RetailMember.Values;

namespace RetailMember.Marketing.Tests.Campaigns;

/// <summary>What counts as sale and as cost, and until when.</summary>
public abstract partial class ResultTests
{
    [Fact, Trait("Req", "SMS-16")]
    public async Task A_sale_counts_however_it_is_paid_and_what_is_bought_or_pays_after_the_days_that_count_changes_nothing()
    {
        var voucher = await DefineAsync(Chain.Key());
        var trial = await CampaignTrial.SentOffAsync(
            chain, t => t with { Voucher = voucher, ResultDays = 7, MarginPercent = 40 });
        await trial.RunAsync();
        await HoldOutAsync(trial, "west");
        await trial.TurnAsync(MessageState.Delivered, 4);
        await trial.RunAsync();
        (await trial.ReadAsync()).Effects.ShouldSatisfyAllConditions(
            e => e.MessageCost.ShouldBeNull("No package has paid."), e => e.Profit.ShouldBeNull());
        await PayMessagesAsync(trial, 4);
        var before = (await trial.ReadAsync()).Effects;
        try
        {
            chain.Clock.Set("2026-03-08");
            await PayAsync(trial, "gold", 100m, new TenderForm { Kind = "external", Amount = Money.FromYuan(50m) });
            var counted = (await trial.ReadAsync()).Effects;
            chain.Clock.Set("2026-03-10");
            await PayAsync(trial, "plain", 80m);
            var later = (await trial.ReadAsync()).Effects;

            (counted.WrittenSales - before.WrittenSales).ShouldBe(Money.FromYuan(100m));
            (counted.VouchersUsed, counted.VoucherDiscount).ShouldBe((1, Money.FromYuan(30m)));
            // Two fifths of a hundred, less the thirty that the voucher paid.
            (counted.Profit - before.Profit).ShouldBe(Money.FromYuan(10m));
            later.ShouldBe(counted);
        }
        finally
        {
            chain.Clock.Set("2026-03-02");
        }
    }

    /// <summary>He buys with the voucher of the campaign that he was given, and with what else there is.</summary>
    private async Task PayAsync(CampaignTrial trial, string name, decimal yuan, params TenderForm[] more)
    {
        var member = trial.Members.NumberOf(name);
        var held = (await chain.Do(new FindVouchers.Input { Member = member })).Items.ShouldHaveSingleItem();
        var code = (await chain.Do(new RevealVoucher.Input(held.Voucher))).Code;
        await chain.Do(new RecordPurchase.Input
        {
            ReceiptNo = Chain.Key(), StoreCode = "s1", Member = member, Amount = Money.FromYuan(yuan),
            Tenders = [new TenderForm { Kind = "voucher", Code = code }, .. more],
        });
    }

    [Fact, Trait("Req", "SMS-16")]
    public async Task What_costs_nothing_by_its_channel_costs_nothing_and_is_no_unknown_cost()
    {
        var trial = await CampaignTrial.SentOffAsync(chain, t => t with { MarginPercent = 40 });
        await trial.RunAsync();
        await HoldOutAsync(trial, "west");
        await trial.TurnAsync(MessageState.Delivered, 4, parts: 0);

        var read = (await trial.ReadAsync()).Effects;

        (read.MessageCost, read.Profit).ShouldBe((Money.Zero, (read.ExtraSales!.Value.Fen * 0.4m).Rounded()));
    }

    [Fact, Trait("Req", "SMS-16")]
    public async Task Who_was_merged_since_counts_with_who_stays_once_and_as_written_to_where_he_was_both()
    {
        var trial = await CampaignTrial.SentOffAsync(chain);
        await trial.RunAsync();
        await HoldOutAsync(trial, "west");
        await trial.TurnAsync(MessageState.Delivered, 4);
        var (before, stays) = ((await trial.ReadAsync()).Effects, await chain.MemberAsync());
        foreach (var (name, yuan) in ((string, decimal)[])[("gold", 10m), ("plain", 20m), ("west", 40m), ("rich", 80m)])
            await chain.BuyAsync(trial.Members.NumberOf(name), yuan);

        var apart = (await trial.ReadAsync()).Effects;
        await MergeAsync(trial.Members.NumberOf("plain"), trial.Members.NumberOf("gold"));
        await MergeAsync(trial.Members.NumberOf("rich"), stays);
        var pairs = (await trial.ReadAsync()).Effects;
        await MergeAsync(trial.Members.NumberOf("west"), trial.Members.NumberOf("gold"));
        var all = (await trial.ReadAsync()).Effects;

        foreach (var (read, written, heldOut, sold, soldElse) in
                 ((Outcomes, long, long, decimal, decimal)[])[(apart, 4, 1, 110m, 40m), (pairs, 3, 1, 110m, 40m), (all, 3, 0, 150m, 0m)])
        {
            (read.Written, read.HeldOut).ShouldBe((written, heldOut));
            (read.WrittenSales - before.WrittenSales).ShouldBe(Money.FromYuan(sold));
            (read.HeldOutSales - before.HeldOutSales).ShouldBe(Money.FromYuan(soldElse));
        }
    }

    private async Task MergeAsync(string duplicate, string survivor) => await chain.Do(new MergeMembers.Input
    {
        Key = Chain.Key(), Survivor = survivor, Duplicate = duplicate, Reason = "test",
    });

    /// <summary>As the hand-over takes them out of a package.</summary>
    private async Task PayMessagesAsync(CampaignTrial trial, int parts)
    {
        await chain.Do(new BuyPackage.Input(Chain.Key(), 1_000, Money.FromYuan(30m), new DateOnly(2026, 1, 1)));
        var batch = (await trial.BatchAsync()).Id;
        await chain.InTables(async tables =>
        {
            await tables.GetRequiredService<PackageBook>().TakeAsync(batch, parts, default);
            return true;
        });
    }

    /// <summary>As chance would have it of one in so many.</summary>
    private async Task HoldOutAsync(CampaignTrial trial, string name)
    {
        var member = await chain.IdOfAsync(trial.Members.NumberOf(name));
        await chain.InTables(async tables =>
        {
            var db = tables.GetRequiredService<MarketingDb>();
            var campaign = await db.Campaigns.Where(c => c.Code == trial.Code).Select(c => c.Id).SingleAsync();
            await db.Messages.Where(m => m.BatchId == campaign && m.MemberId == member).ExecuteDeleteAsync();
            return await db.CampaignMembers.Where(m => m.CampaignId == campaign && m.MemberId == member)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, RecipientState.HeldOut));
        });
    }
}
