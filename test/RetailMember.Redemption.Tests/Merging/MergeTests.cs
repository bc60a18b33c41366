using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership;
using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Benefits.Rules;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Orders.Privileges;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Texts;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Merging;

public sealed class MergeTestsOnSqlite(SqliteShop shop) : MergeTests(shop), IClassFixture<SqliteShop>;

public sealed class MergeTestsOnPostgres(PostgresShop shop) : MergeTests(shop), IClassFixture<PostgresShop>;

public abstract class MergeTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-49")]
    public async Task Vouchers_orders_and_points_of_two_lots_go_over_and_come_back_as_they_are_then()
    {
        var (stays, goes) = (shop.Members.Add(), shop.Members.Add());
        await shop.GrantAsync(goes, 60, "2026-11-30");
        await shop.GrantAsync(goes, 60, "2026-12-31");
        var (voucher, _, _) = await shop.VoucherAsync(Worth(10m), goes);
        var (given, _, _) = await shop.VoucherAsync(Worth(10m), goes);
        var reward = (await shop.OfferAsync(Goods(100))).Single();
        var order = (await shop.Do(Order(reward, goes))).Order;
        var merge = Guid.CreateVersion7();

        await shop.MergeAsync(merge, stays, goes);

        (await HolderAsync(voucher)).ShouldBe(stays.Id);
        (await shop.PointsAsync(stays), await shop.PointsAsync(goes)).ShouldBe((20, 0));
        await shop.Do(new CancelOrder.Input(order, "changed his mind"));
        (await shop.LotsAsync(stays)).Select(l => (l.Remaining, l.ExpiresOn)).OrderBy(l => l.ExpiresOn).ThenBy(l => l.Remaining)
            .ShouldBe([(60, Day("2026-11-30")), (20, Day("2026-12-31")), (40, Day("2026-12-31"))]);
        await shop.SoundAsync();
        await shop.InTables(async t =>
        {
            await t.GetRequiredService<RedemptionDb>().Vouchers.Where(v => v.Id == given)
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.MemberId, Guid.CreateVersion7()));
            return 0;
        });

        await shop.UnmergeAsync(merge, stays, goes);

        (await HolderAsync(voucher), await HolderAsync(given) == goes.Id).ShouldBe((goes.Id, false));
        (await OwnerAsync(order)).ShouldBe(goes.Id);
        (await shop.LotsAsync(goes)).Select(l => (l.Remaining, l.ExpiresOn))
            .ShouldBe([(60, Day("2026-11-30")), (60, Day("2026-12-31"))]);
        (await shop.PointsAsync(stays)).ShouldBe(0);
        await shop.SoundAsync();
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task One_person_has_one_limit_and_two_have_their_own_again()
    {
        var (stays, goes) = (await shop.RichAsync(1_000), await shop.RichAsync(1_000));
        var reward = (await shop.OfferAsync(Twice)).Single();
        await shop.Do(Order(reward, stays));
        await shop.Do(Order(reward, goes));
        var merge = Guid.CreateVersion7();

        await shop.MergeAsync(merge, stays, goes);
        (await shop.TryDo(Order(reward, stays))).Accepted.ShouldBeFalse();

        await shop.UnmergeAsync(merge, stays, goes);
        await shop.Do(Order(reward, stays));
        await shop.Do(Order(reward, goes));
        (await shop.TryDo(Order(reward, goes))).Accepted.ShouldBeFalse();
        await shop.SoundAsync();
    }

    [Fact, Trait("Req", "CORE-49"), Trait("Req", "RD-10")]
    public async Task What_was_ordered_before_a_limit_was_set_counts_for_one_person_too()
    {
        var (stays, goes) = (await shop.RichAsync(1_000), await shop.RichAsync(1_000));
        var reward = (await shop.OfferAsync(Goods(100)))[0];
        await shop.Do(Order(reward, goes));
        await shop.Do(new EditReward.Input(reward, Twice));
        await shop.Do(Order(reward, stays));
        var merge = Guid.CreateVersion7();

        await shop.MergeAsync(merge, stays, goes);
        (await shop.RefusalOf(Order(reward, stays))).ShouldBe("redemption.reward-limit-reached");

        await shop.UnmergeAsync(merge, stays, goes);
        foreach (var member in (MemberSummary[])[stays, goes])
        {
            await shop.Do(Order(reward, member));
            (await shop.RefusalOf(Order(reward, member))).ShouldBe("redemption.reward-limit-reached");
        }
    }

    [Fact, Trait("Req", "CORE-49"), Trait("Req", "RD-10")]
    public async Task A_cancelled_order_of_the_duplicate_frees_one_piece_and_no_more()
    {
        var (stays, goes) = (await shop.RichAsync(1_000), await shop.RichAsync(1_000));
        var reward = (await shop.OfferAsync(Twice))[0];
        var cancelled = await shop.Do(Order(reward, goes));
        await shop.Do(Order(reward, goes));
        await shop.Do(Order(reward, stays));
        await shop.Do(new CancelOrder.Input(cancelled.Order, "changed his mind"));
        var merge = Guid.CreateVersion7();

        await shop.MergeAsync(merge, stays, goes);
        (await shop.RefusalOf(Order(reward, stays))).ShouldBe("redemption.reward-limit-reached");

        await shop.UnmergeAsync(merge, stays, goes);
        await shop.Do(Order(reward, goes));
        (await shop.RefusalOf(Order(reward, goes))).ShouldBe("redemption.reward-limit-reached");
    }

    [Fact, Trait("Req", "CORE-49"), Trait("Req", "RD-08"), Trait("Req", "PH-02")]
    public async Task A_refund_gives_back_what_two_of_one_pool_paid_who_are_one_person_now()
    {
        var (stays, goes) = (await shop.RichAsync(400), await shop.RichAsync(600));
        shop.Members.Households[goes.Id] = [stays.Id];
        shop.Members.Buy(goes, "2026-03-02", 480m);
        var privilege = new ConditionalPrice { Code = "privilege", Points = 1_000, ReceiptOfToday = Given.Yuan(480m) };
        var reward = (await shop.OfferAsync(Goods(5_000) with { Prices = [privilege] }))[0];
        var order = (await shop.Do(Order(reward, goes) with { Pooled = true, Points = 1_000 })).Order;
        var receipt = shop.Members.Receipts[(goes.Id, Day("2026-03-02"))].Single();
        await shop.MergeAsync(Guid.CreateVersion7(), stays, goes);
        shop.Members.Receipts[(stays.Id, Day("2026-03-02"))] = [receipt with { NetFen = 0 }];

        var met = await shop.InTables(t => t.GetRequiredService<ReceiptPrivileges>().ReviewAsync(
            stays.Id, receipt.Id, new VoucherOccasion(shop.Clock.GetUtcNow().UtcDateTime, Day("2026-03-02"), "refund"), default));

        met.ShouldHaveSingleItem().PointsReturned.ShouldBe(1_000);
        (await shop.Do(new ReadOrder.Input(order))).State.ShouldBe(RewardOrderState.Cancelled);
        (await shop.PointsAsync(stays)).ShouldBe(1_000);
        await shop.SoundAsync();
    }

    [Fact, Trait("Req", "CORE-49"), Trait("Req", "CORE-54")]
    public async Task Grants_go_over_each_by_itself_and_those_of_one_source_stay_with_each()
    {
        var benefit = (await shop.Do(new EditBenefit.Input("b" + Key(), new BenefitTerms
        {
            Name = new LocalName("权益", "Benefit"), Shares = [new BenefitShare { Granted = true }],
        }))).Benefit;
        var (stays, goes, merge) = (shop.Members.Add(), shop.Members.Add(), Guid.CreateVersion7());
        var occasion = new VoucherOccasion(shop.Clock.GetUtcNow().UtcDateTime, Day("2026-03-01"), "test");
        BenefitGrant Of(MemberSummary to, string source) => new(benefit, to.Id, Day("2026-03-01"), null, "test", occasion, source);
        await shop.InTables(t => t.GetRequiredService<IBenefits>().GrantAsync(
            [Of(stays, BenefitGrant.ByHand), Of(goes, BenefitGrant.ByHand), Of(goes, "campaign/1")], default));

        await shop.MergeAsync(merge, stays, goes);
        (await SourcesAsync(stays), await SourcesAsync(goes)).ShouldBe(("campaign/1 hand", "hand"));
        await shop.UnmergeAsync(merge, stays, goes);
        (await SourcesAsync(stays), await SourcesAsync(goes)).ShouldBe(("hand", "campaign/1 hand"));
    }

    private static RewardTerms Twice => Goods(100) with { Limits = [new RewardLimit(LimitPeriod.Ever, 2)] };

    private Task<Guid> HolderAsync(Guid voucher) => shop.InTables(t => t.GetRequiredService<RedemptionDb>().Vouchers
        .Where(v => v.Id == voucher).Select(v => v.MemberId).SingleAsync());

    private Task<Guid> OwnerAsync(Guid order) => shop.InTables(t => t.GetRequiredService<RedemptionDb>().RewardOrders
        .Where(o => o.Id == order).Select(o => o.MemberId).SingleAsync());

    private async Task<string> SourcesAsync(MemberSummary member) => string.Join(' ', await shop.InTables(
        t => t.GetRequiredService<RedemptionDb>().GrantedBenefits.Where(g => g.MemberId == member.Id)
            .OrderBy(g => g.Source).Select(g => g.Source).ToListAsync()));
}
