using RetailMember.StoredValue.Batches;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Channels;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Targets;
using RetailMember.StoredValue.Targets.Data;
using RetailMember.StoredValue.Tests.Sales;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.Texts;
using static RetailMember.StoredValue.SalesPermissions;
using static RetailMember.StoredValue.Tests.Sales.SalesGiven;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Targets;

public sealed class ChannelTestsOnSqlite(SqliteCards shop) : ChannelTests(shop), IClassFixture<SqliteCards>;

public sealed class ChannelTestsOnPostgres(PostgresCards shop) : ChannelTests(shop), IClassFixture<PostgresCards>;

/// <summary>The brand's sales channels: named by sales and batches, planned for and reported by.</summary>
public abstract class ChannelTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-09")]
    public async Task A_plan_is_divided_over_channels_and_the_report_says_what_each_sold_of_it()
    {
        shop.Clock.Set("2032-02-10");
        var month = new DateOnly(2032, 2, 1);
        var (counter, circle) = (await ChannelAsync(), await ChannelAsync());
        var (seller, type) = (shop.Seller(), await shop.TypeAsync(Restaurant));
        await shop.Do(new SplitTarget.Input(month, Yuan(100_000m), [new("东区", 60), new("西区", 40)]));
        var offered = await shop.Do(new ReadTargetSplit.Input(TargetScope.Channel, Month: month));
        (offered.Total, offered.Parts.Select(p => p.Of).Contains(circle))
            .ShouldBe((Yuan(100_000m), true), "What the areas have is divided.");
        SplitTarget.Input Split(string first, string second) =>
            new(month, Yuan(100_000m), [new(first, 60), new(second, 40)]) { Over = TargetScope.Channel };
        (await shop.RefusalOf(Split(counter, "unknown"))).ShouldBe("storedvalue.target-of-nobody");

        await shop.Do(Split(counter, circle));
        await shop.SoldAsync(Draft(type, 30_000m, seller) with { SalesChannel = counter });
        await shop.SoldAsync(Draft(type, 10_000m, seller) with { SalesChannel = circle });
        var back = await shop.SoldAsync(Draft(type, 5_000m, seller) with { SalesChannel = circle });
        await shop.TakeBackAsync(back.SaleNo);
        await shop.SoldAsync(type, 7_000m, seller);

        var rows = (await shop.Do(new ReportSales.Input { By = ReportBy.Channel, From = month })).SalesRows;
        rows.Where(r => r.Sales > 0).Select(r => (r.Of, r.Sales, r.Net, r.Target, r.Attainment)).ShouldBe(
            [
                (counter, 1, Yuan(30_000m), Yuan(60_000m), 5_000L), (circle, 2, Yuan(10_000m), Yuan(40_000m), 2_500L),
                ("", 1, Yuan(7_000m), null, null),
            ], ignoreOrder: true);
        var ofOne = (await shop.Do(new ReportSales.Input { From = month, SalesChannel = circle })).SalesRows;
        ofOne.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            r => (r.Of, r.Net, r.Refunded).ShouldBe((seller.UserName, Yuan(10_000m), Yuan(5_000m))),
            r => (r.Target, r.CustomerList).ShouldBe((null, null), "What is planned for all channels is no measure of one."));
        (await shop.Do(new FindSales.Input { SalesChannel = counter })).Items.ShouldHaveSingleItem().SalesChannel.ShouldBe(counter);
        var manager = CardShop.Clerk("店长", 11, ViewTeam);
        (await shop.Do(new ReportSales.Input { By = ReportBy.Channel, From = month }, caller: manager)).SalesRows
            .ShouldAllBe(r => r.Target == null, "Other stores sell a part of it.");
    }

    [Fact, Trait("Req", "SV-09")]
    public async Task A_channel_that_was_closed_after_the_split_loses_its_share_at_the_next()
    {
        shop.Clock.Set("2032-08-10");
        var month = new DateOnly(2032, 8, 1);
        var (closed, open) = (await ChannelAsync(), await ChannelAsync());
        var split = new SplitTarget.Input(month, Yuan(100_000m), [new(closed, 60), new(open, 40)]) { Over = TargetScope.Channel };
        await shop.Do(split);
        await shop.Do(Edit(closed) with { Closed = true });

        await shop.Do(split with { Shares = [new(open, 100)] });

        (await shop.Do(new FindTargets.Input { Month = month })).Targets.Where(t => t.Scope == TargetScope.Channel)
            .Select(t => (t.Of, t.Amount)).ShouldBe([(open, Yuan(100_000m))]);
    }

    [Fact, Trait("Req", "SV-09"), Trait("Req", "SV-11")]
    public async Task A_closed_channel_keeps_what_it_sold_and_nothing_new_names_it()
    {
        shop.Clock.Set("2032-04-10");
        var (channel, type) = (await ChannelAsync(), await shop.TypeAsync(Restaurant));
        var draft = Draft(type, 5_000m) with { SalesChannel = channel };
        var sale = (await shop.Do(draft)).CardSale;
        (sale.SalesChannel, sale.SalesChannelName).ShouldBe((channel, new LocalName("渠道", "Channel")));
        var batch = new MakeCardBatch.Input
        {
            Key = Key(), BatchCode = "b" + Key(), Name = new LocalName("礼品卡", "Gift"), CardType = type, FaceAmount = Yuan(200m), Quota = 1,
            SalesChannel = channel, IssueFrom = new DateOnly(2032, 4, 1),
        };
        (await shop.Do(batch)).SalesChannel.ShouldBe(channel);

        await shop.Do(Edit(channel) with { Closed = true });

        (await shop.RefusalOf(draft with { Key = Key() })).ShouldBe("storedvalue.channel-closed");
        (await shop.RefusalOf(draft with { Key = Key(), SalesChannel = "unknown" })).ShouldBe("storedvalue.channel-not-found");
        (await shop.RefusalOf(batch with { Key = Key(), BatchCode = "b" + Key() })).ShouldBe("storedvalue.channel-closed");
        (await shop.RefusalOf(new EditTarget.Input(TargetScope.Channel, channel, Yuan(1m)))).ShouldBe("storedvalue.target-of-nobody");
        (await shop.Do(new FindSellable.Input())).SalesChannels.ShouldNotContain(c => c.SalesChannel == channel);
        (await shop.Do(new FindSales.Input { SalesChannel = channel })).Items.ShouldHaveSingleItem().SaleNo.ShouldBe(sale.SaleNo);
        await shop.Do(Edit(channel));
        (await shop.Do(draft with { Key = Key() })).CardSale.SalesChannel.ShouldBe(channel);
    }

    [Fact, Trait("Req", "SV-09"), Trait("Req", "SV-12"), Trait("Req", "CORE-44")]
    public async Task What_holders_order_on_their_phones_is_one_channels_however_many_are_made_it_at_once()
    {
        var channels = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            var edit = Edit("c" + Key()) with { TakesOnline = true };
            (await shop.TryDo(edit)).Accepted.ShouldBeTrue();
            return edit.SalesChannel;
        }));

        var online = (await shop.Do(new FindSalesChannels.Input())).SalesChannels.Where(c => c.TakesOnline).ShouldHaveSingleItem();
        channels.ShouldContain(online.SalesChannel);
        (await shop.RefusalOf(Edit(online.SalesChannel) with { TakesOnline = true, Closed = true }))
            .ShouldBe("storedvalue.closed-channel-takes-nothing");
        var holder = shop.Members.Add();
        var card = (await shop.SoldAsync(Draft(await shop.TypeAsync(Restaurant), 5_000m) with { Member = holder.MemberNo })).Card!.Value;
        var order = await shop.Do(new ReloadOwnCard.Input(card, Key(), Yuan(5_000m)), caller: CardShop.Phone(holder));
        (await shop.Do(new ReadSale.Input(order.SaleNo))).CardSale.SalesChannel.ShouldBe(online.SalesChannel);
    }

    [Fact, Trait("Req", "SV-09"), Trait("Req", "OPS-18")]
    public async Task Channels_are_the_brands_own_and_set_by_who_plans()
    {
        var channel = await ChannelAsync();

        (await shop.RefusalOf(Edit(channel), caller: CardShop.Person("导购", SellCards, ViewTeam))).ShouldBe("permission.denied");
        (await shop.RefusalOf(new FindSalesChannels.Input(), caller: CardShop.Person("导购", SellCards))).ShouldBe("permission.denied");
        (await shop.RefusalOf(Edit("not a code"))).ShouldBe("field.code");
        (await shop.RefusalOf(Edit(channel) with { Name = new LocalName("", "") })).ShouldStartWith("field.");
        (await shop.Do(new FindSalesChannels.Input(), CardShop.Tea)).SalesChannels.ShouldNotContain(c => c.SalesChannel == channel);
        await shop.Do(Edit(channel) with { Name = new LocalName("茶", "Tea") }, CardShop.Tea);
        (await shop.Do(new FindSalesChannels.Input())).SalesChannels.Single(c => c.SalesChannel == channel).Name.En.ShouldBe("Channel");
    }

    private static EditSalesChannel.Input Edit(string code) => new(code, new LocalName("渠道", "Channel"));

    private async Task<string> ChannelAsync() => (await shop.Do(Edit("c" + Key()))).SalesChannel;
}
