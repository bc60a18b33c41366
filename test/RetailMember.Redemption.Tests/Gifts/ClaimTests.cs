using Microsoft.Extensions.DependencyInjection;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Tests.Shop;
using static RetailMember.Redemption.Tests.Gifts.GiftShop;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Gifts;

public sealed class ClaimTestsOnSqlite(SqliteShop shop) : ClaimTests(shop), IClassFixture<SqliteShop>;

public sealed class ClaimTestsOnPostgres(PostgresShop shop) : ClaimTests(shop), IClassFixture<PostgresShop>;

/// <summary>Gifts that wait for their member, for so long and no longer.</summary>
public abstract class ClaimTests(Shop.Shop shop) : GiftTests(shop)
{
    [Fact, Trait("Req", "RD-06"), Trait("Req", "AP-04")]
    public async Task What_was_earned_in_March_is_claimed_by_7_April_or_lost()
    {
        var rule = await Brand.RuleAsync(For(GiftReason.MonthSpend, await Brand.DefinitionAsync(Worth(50m))) with
        {
            Spend = Yuan(1_000m), Claim = new ClaimWindow { DayOfNextMonth = 7 },
        });
        var (early, late) = (Brand.Members.Add(), Brand.Members.Add());
        Brand.Clock.Set("2026-03-28");
        foreach (var member in (MemberSummary[])[early, late]) await Brand.BuyAsync(member, "2026-03-28", 1_900m);
        var (first, second) = ((await Brand.GiftsAsync(early, rule)).Single(), (await Brand.GiftsAsync(late, rule)).Single());
        (first.State, first.ClaimUntil).ShouldBe((GiftState.Earned, Day("2026-04-07")));
        (await Brand.VouchersAsync(early)).ShouldBeEmpty();

        Brand.Clock.Set("2026-04-07", "23:59:59");
        (await Brand.Do(Claim(first.Gift))).State.ShouldBe(GiftState.Given);
        Brand.Clock.Set("2026-04-08", "00:00:00");

        (await Brand.RefusalOf(Claim(second.Gift))).ShouldBe("redemption.gift-window-over");
        (await Brand.GiftsAsync(late, rule)).Single().State.ShouldBe(GiftState.Lapsed);
        await Brand.Do(new ExpireGifts.Input());
        (await Brand.RefusalOf(Claim(second.Gift))).ShouldBe("redemption.gift-not-open");
        (await Brand.VouchersAsync(early)).ShouldHaveSingleItem().FaceValue.ShouldBe(Yuan(50m));
        (await Brand.VouchersAsync(late, all: true)).ShouldBeEmpty();
        await Brand.BuyAsync(late, "2026-03-28", 1_900m, 1m);
        (await Brand.GiftsAsync(late, rule)).Single().State.ShouldBe(GiftState.Lapsed);
        Brand.Clock.Set("2026-03-02");
    }

    [Fact, Trait("Req", "CORE-32")]
    public async Task A_canvas_bag_and_a_coupon_are_handed_out_together_out_of_the_stores_stock()
    {
        var (rule, bag) = await BagAndCouponAsync();
        var members = Enumerable.Range(0, 2).Select(_ => Brand.Members.Add(joinedOn: "2026-03-02")).ToArray();
        foreach (var member in members) await Brand.EnrolAsync(member);
        await Brand.SupplyAsync(bag, 1, "s1");
        var (one, two) = ((await Brand.GiftsAsync(members[0], rule)).Single(), (await Brand.GiftsAsync(members[1], rule)).Single());

        (await Brand.Do(Claim(one.Gift))).Parts.ShouldAllBe(p => p.Held);
        (await Brand.RefusalOf(Claim(two.Gift))).ShouldBe("redemption.reward-out-of-stock");

        (await Brand.VouchersAsync(members[0])).ShouldHaveSingleItem();
        (await Brand.VouchersAsync(members[1], all: true)).ShouldBeEmpty();
        (await Brand.GiftsAsync(members[1], rule)).Single().State.ShouldBe(GiftState.Earned);
        (await Brand.Do(new FindOrders.Input { Member = members[0].MemberNo })).Items.ShouldHaveSingleItem().Points.ShouldBe(0);
        (await Brand.InTables(t => t.GetRequiredService<IBookCheck>().FindAsync(default))).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "CORE-32")]
    public async Task A_claim_at_twenty_tills_hands_out_once()
    {
        var (rule, bag) = await BagAndCouponAsync();
        var member = Brand.Members.Add(joinedOn: "2026-03-02");
        await Brand.EnrolAsync(member);
        await Brand.SupplyAsync(bag, 20, "s1");
        var gift = (await Brand.GiftsAsync(member, rule)).Single().Gift;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Brand.TryDo(Claim(gift))));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "redemption.gift-not-open");
        (await Brand.VouchersAsync(member)).ShouldHaveSingleItem();
    }

    [Fact, Trait("Req", "CORE-13")]
    public async Task A_gift_that_was_claimed_in_part_for_use_is_taken_back_as_far_as_it_is_unused()
    {
        var service = Code();
        await Brand.Do(new EditReward.Input(service, Goods(10) with
        {
            Kind = RewardKind.Service, Service = new ServiceTerms { Uses = 2, Days = 30 },
        }));
        var rule = await Brand.RuleAsync(For(GiftReason.MonthSpend, await Brand.DefinitionAsync(Worth(5m))) with
        {
            Spend = Yuan(500m), Rewards = [service], Claim = new ClaimWindow { Days = 7 },
        });
        var member = Brand.Members.Add();
        await Brand.BuyAsync(member, "2026-03-02", 500m);
        await Brand.Do(Claim((await Brand.GiftsAsync(member, rule)).Single().Gift));
        var entitlement = (await Brand.Do(new FindEntitlements.Input(member.MemberNo))).Entitlements.Single().Entitlement;
        await Brand.Do(new UseEntitlement.Input { Key = Key(), StoreCode = "s1", Entitlement = entitlement, Check = "card" });

        await Brand.RefundAsync(member, "2026-03-02", 1m);

        (await Brand.VouchersAsync(member)).ShouldBeEmpty();
        var gift = (await Brand.GiftsAsync(member, rule)).Single();
        gift.State.ShouldBe(GiftState.Given);
        gift.Parts.Select(p => p.Held).ShouldBe([false, true]);
        (await Brand.InTables(t => t.GetRequiredService<IBookCheck>().FindAsync(default))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Staff_takes_a_gift_back_once()
    {
        var (rule, _) = await BagAndCouponAsync();
        var member = Brand.Members.Add(joinedOn: "2026-03-02");
        await Brand.EnrolAsync(member);
        var gift = (await Brand.GiftsAsync(member, rule)).Single().Gift;

        (await Brand.Do(new RevokeGift.Input(gift, "by mistake"))).State.ShouldBe(GiftState.Revoked);

        (await Brand.RefusalOf(new RevokeGift.Input(gift, "again"))).ShouldBe("redemption.gift-was-used");
        (await Brand.RefusalOf(Claim(gift))).ShouldBe("redemption.gift-not-open");
        (await Brand.RefusalOf(Claim(gift), Shop.Shop.Pharmacy)).ShouldBe("redemption.gift-not-found");
        (await Brand.RefusalOf(Claim(Guid.NewGuid()))).ShouldBe("redemption.gift-not-found");
    }

    [Fact, Trait("Req", "CORE-34")]
    public async Task Staff_gives_a_gift_by_hand_for_a_reason_once_a_key()
    {
        var give = new GiveGift.Input
        {
            Key = Key(), Member = Brand.Members.Add().MemberNo, Vouchers = [await Brand.DefinitionAsync(Worth(5m))], Reason = "sorry",
        };

        var given = await Brand.Do(give);
        (await Brand.Do(give)).ShouldBe(given);

        (given.State, given.ClaimUntil).ShouldBe((GiftState.Given, null));
        var waiting = await Brand.Do(give with { Key = Key(), ClaimDays = 7 });
        (waiting.State, waiting.ClaimUntil).ShouldBe((GiftState.Earned, Day("2026-03-08")));
        (await Brand.RefusalOf(give with { Key = Key(), Rewards = ["bag"] })).ShouldBe("redemption.rewards-are-claimed");
        (await Brand.RefusalOf(give with { Key = Key(), Vouchers = [] })).ShouldBe("redemption.gift-parts-out-of-range");
        (await Brand.RefusalOf(give with { Key = Key() }, caller: Shop.Shop.Person("clerk", RedemptionPermissions.HandOutGifts)))
            .ShouldBe("permission.denied");
    }

    /// <summary>CORE-32's first-order gift: a canvas bag and five yuan.</summary>
    private async Task<(string Rule, string Bag)> BagAndCouponAsync()
    {
        var bag = Code();
        await Brand.Do(new EditReward.Input(bag, Goods(500) with { Stock = StockKind.PerStore }));
        var rule = await Brand.RuleAsync(For(GiftReason.Enrolment, await Brand.DefinitionAsync(Worth(5m))) with
        {
            Rewards = [bag], From = Day("2026-03-02"), Claim = new ClaimWindow { Days = 30 },
        });
        return (rule, bag);
    }
}
