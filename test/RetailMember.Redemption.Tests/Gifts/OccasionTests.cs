using RetailMember.Membership;
using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers.Definitions;
using static RetailMember.Redemption.Tests.Gifts.GiftShop;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Gifts;

public sealed class OccasionTestsOnSqlite(SqliteShop shop) : OccasionTests(shop), IClassFixture<SqliteShop>;

public sealed class OccasionTestsOnPostgres(PostgresShop shop) : OccasionTests(shop), IClassFixture<PostgresShop>;

/// <summary>What members get for joining, for their first purchase, for a tier and for years.</summary>
public abstract class OccasionTests(Shop.Shop shop) : GiftTests(shop)
{
    [Fact, Trait("Req", "CORE-32"), Trait("Req", "CORE-34"), Trait("Req", "CORE-51")]
    public async Task A_new_card_gives_exactly_one_coupon_also_when_it_is_closed_and_opened_again()
    {
        await Brand.RuleAsync(For(GiftReason.Enrolment, await Brand.DefinitionAsync(Worth(10m))) with { Tiers = ["silver"] });
        var member = Brand.Members.Add("silver", "2026-03-02");
        var ordinary = Brand.Members.Add(joinedOn: "2026-03-02");

        await Brand.EnrolAsync(member);
        await Brand.EnrolAsync(ordinary);
        Brand.Members.Close(member);
        await Brand.EnrolAsync(member);
        Brand.Members.Promote(member, "silver");
        await Brand.EnrolAsync(member);

        (await Brand.VouchersAsync(member, all: true)).ShouldHaveSingleItem().FaceValue.ShouldBe(Yuan(10m));
        (await Brand.VouchersAsync(ordinary)).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "CORE-32")]
    public async Task Whoever_joined_before_the_rule_began_gets_nothing_of_it()
    {
        await Brand.RuleAsync(For(GiftReason.Enrolment, await Brand.DefinitionAsync(Worth(10m))) with { From = Day("2026-03-02") });
        var old = Brand.Members.Add(joinedOn: "2026-03-01");

        await Brand.EnrolAsync(old);

        (await Brand.VouchersAsync(old)).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "CORE-32")]
    public async Task The_first_purchase_unlocks_a_benefit_once_and_its_refund_takes_it_back()
    {
        await Brand.RuleAsync(For(GiftReason.FirstPurchase, await Brand.DefinitionAsync(Worth(5m))) with { From = Day("2026-03-01") });
        var (member, old) = (Brand.Members.Add(joinedOn: "2026-03-01"), Brand.Members.Add(joinedOn: "2025-01-01"));

        await Brand.BuyAsync(member, "2026-03-02", 50m);
        await Brand.BuyAsync(old, "2026-03-02", 50m);
        await Brand.BuyAsync(member, "2026-03-02", 50m, 60m);
        (await Brand.VouchersAsync(member)).ShouldHaveSingleItem();
        (await Brand.VouchersAsync(old)).ShouldBeEmpty();
        await Brand.RefundAsync(member, "2026-03-02", 50m, 0m);
        (await Brand.VouchersAsync(member)).ShouldHaveSingleItem();
        await Brand.RefundAsync(member, "2026-03-02", 0m, 0m);

        (await Brand.VouchersAsync(member)).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "CORE-13"), Trait("Req", "CORE-21")]
    public async Task A_tiers_package_comes_with_the_tier_and_leaves_with_it_unless_it_is_meant_to_stay()
    {
        var terms = For(GiftReason.Tier, await Brand.DefinitionAsync(Worth(20m))) with { Tiers = ["gold", "diamond"] };
        var leaving = await Brand.RuleAsync(terms);
        var staying = await Brand.RuleAsync(terms with { TakenBack = false });
        var member = Brand.Members.Add();

        await Brand.PromoteAsync(member, "silver");
        (await Brand.VouchersAsync(member)).ShouldBeEmpty();
        await Brand.PromoteAsync(member, "gold");
        await Brand.PromoteAsync(member, "diamond");
        (await Brand.VouchersAsync(member)).Count.ShouldBe(2);
        await Brand.PromoteAsync(member, "silver");

        (await Brand.VouchersAsync(member)).ShouldHaveSingleItem();
        (await Brand.GiftsAsync(member, leaving)).Single().State.ShouldBe(GiftState.Revoked);
        (await Brand.GiftsAsync(member, staying)).Single().State.ShouldBe(GiftState.Given);
    }

    [Fact, Trait("Req", "CORE-33")]
    public async Task The_gift_of_the_first_year_comes_on_the_anniversary_and_days_left_out_are_made_up_for()
    {
        var rule = await Brand.RuleAsync(For(GiftReason.Anniversary, await Brand.DefinitionAsync(Worth(15m))) with
        {
            From = Day("2026-05-01"), Years = 1,
        });
        var (member, other) = (Brand.Members.Add(joinedOn: "2025-05-10"), Brand.Members.Add(joinedOn: "2024-05-10"));

        Brand.Clock.Set("2026-05-09");
        await Brand.Do(new GiveDatedGifts.Input());
        (await Brand.GiftsAsync(member, rule)).ShouldBeEmpty();
        Brand.Clock.Set("2026-05-12");
        await Brand.Do(new GiveDatedGifts.Input());
        await Brand.Do(new GiveDatedGifts.Input());

        (await Brand.GiftsAsync(member, rule)).ShouldHaveSingleItem().EarnedOn.ShouldBe(Day("2026-05-12"));
        (await Brand.GiftsAsync(other, rule)).ShouldBeEmpty();
        Brand.Clock.Set("2026-03-02");
    }

    [Fact, Trait("Req", "CORE-33")]
    public async Task Who_joined_on_29_February_has_the_anniversary_on_the_28th_in_other_years()
    {
        var rule = await Brand.RuleAsync(
            For(GiftReason.Anniversary, await Brand.DefinitionAsync(Worth(15m))) with { From = Day("2026-02-20") });
        var member = Brand.Members.Add(joinedOn: "2024-02-29");

        await Brand.Do(new GiveDatedGifts.Input());

        (await Brand.GiftsAsync(member, rule)).ShouldHaveSingleItem();
    }

    [Fact, Trait("Req", "CORE-22"), Trait("Req", "CORE-13")]
    public async Task A_birthday_brings_its_coupon_once_a_year()
    {
        var rule = await Brand.RuleAsync(For(GiftReason.Birthday, await Brand.DefinitionAsync(Worth(20m))) with
        {
            From = Day("2026-06-01"), Tiers = ["gold"],
        });
        var (gold, silver) = (Brand.Members.Add("gold"), Brand.Members.Add("silver"));
        foreach (var member in (MemberSummary[])[gold, silver]) Brand.Members.Birthdays[member.Id] = Day("1990-06-18");

        Brand.Clock.Set("2026-06-17");
        await Brand.Do(new GiveDatedGifts.Input());
        (await Brand.GiftsAsync(gold, rule)).ShouldBeEmpty();
        Brand.Clock.Set("2026-06-18");
        for (var i = 0; i < 2; i++) await Brand.Do(new GiveDatedGifts.Input());
        (await Brand.GiftsAsync(gold, rule)).ShouldHaveSingleItem();
        (await Brand.GiftsAsync(silver, rule)).ShouldBeEmpty();
        Brand.Clock.Set("2027-06-18");
        await Brand.Do(new GiveDatedGifts.Input());

        (await Brand.VouchersAsync(gold, all: true)).Count.ShouldBe(2);
        Brand.Clock.Set("2026-03-02");
    }

    [Fact]
    public async Task A_rule_is_checked_before_it_gives_anything_and_fixed_afterwards()
    {
        var definition = await Brand.DefinitionAsync(Worth(10m));
        var terms = For(GiftReason.Enrolment, definition);
        async Task<string> Refused(GiftTerms wrong) => await Brand.RefusalOf(new EditGiftRule.Input("g" + Key(), wrong));

        (await Refused(terms with { Vouchers = [] })).ShouldBe("redemption.gift-parts-out-of-range");
        (await Refused(terms with { Vouchers = ["nowhere"] })).ShouldBe("redemption.voucher-definition-not-found");
        (await Refused(terms with { Spend = Yuan(1m) })).ShouldBe("redemption.spend-of-month-alone");
        (await Refused(terms with { Reason = GiftReason.MonthSpend })).ShouldBe("redemption.spend-of-month-alone");
        (await Refused(terms with { Reason = GiftReason.Tier })).ShouldBe("redemption.tiers-to-reach");
        (await Refused(terms with { Years = 1 })).ShouldBe("redemption.years-malformed");
        (await Refused(terms with { Rewards = ["bag"] })).ShouldBe("redemption.rewards-are-claimed");
        (await Refused(terms with { Claim = new ClaimWindow() })).ShouldBe("redemption.claim-malformed");
        (await Refused(terms with { To = Day("2025-12-31") })).ShouldBe("redemption.dates-in-wrong-order");
        var rule = await Brand.RuleAsync(terms);
        (await Brand.RefusalOf(new EditGiftRule.Input(rule, terms))).ShouldBe("redemption.gift-rule-not-draft");
        await Brand.Do(new EndVoucherDefinition.Input(definition));
        await Brand.Do(new EditGiftRule.Input("late" + rule, terms));
        (await Brand.RefusalOf(new ActivateGiftRule.Input("late" + rule))).ShouldBe("redemption.voucher-definition-not-active");
    }

    [Fact]
    public async Task A_rule_that_was_ended_gives_no_more_and_head_office_sees_what_became_of_its_gifts()
    {
        var rule = await Brand.StepCouponAsync();
        var (one, two, three) = (Brand.Members.Add(), Brand.Members.Add(), Brand.Members.Add());
        await Brand.BuyAsync(one, "2026-03-02", 500m);
        await Brand.BuyAsync(two, "2026-03-02", 500m);

        await Brand.Do(new EndGiftRule.Input(rule));
        await Brand.BuyAsync(three, "2026-03-02", 500m);
        await Brand.RefundAsync(two, "2026-03-02", 1m);

        var row = (await Brand.Do(new FindGiftRules.Input())).Rules.Single(r => r.Rule.Rule == rule);
        row.Gifts.ShouldBe(new GiftCounts(0, 1, 0, 0, 1, 0));
        (await Brand.Do(new FindGiftRules.Input(), Shop.Shop.Pharmacy)).Rules.ShouldBeEmpty();
    }
}
