using RetailMember.Membership;
using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Benefits.Rules;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Redemption.Tests.Gifts;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers.Batches;
using RetailMember.UseCases;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Catalogue;

public sealed class UnsoundTermsTestsOnSqlite(SqliteShop shop) : UnsoundTermsTests(shop), IClassFixture<SqliteShop>;

public sealed class UnsoundTermsTestsOnPostgres(PostgresShop shop) : UnsoundTermsTests(shop), IClassFixture<PostgresShop>;

/// <summary>What is surely a slip of head office is refused with its field, or warned of.</summary>
public abstract class UnsoundTermsTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "RD-02")]
    public async Task An_edition_that_lies_wholly_in_the_past_is_refused()
    {
        var past = new EditEdition.Input("e" + Key(), Day("2019-01-01"), Day("2019-01-31"), []);

        (await FaultAsync(past)).ShouldBe(("to", "redemption.edition-in-the-past"));
        await shop.Do(past with { To = Day("2026-03-02"), From = Day("2026-03-02"), Edition = "today" });
    }

    [Fact, Trait("Req", "RD-05")]
    public async Task A_conditional_price_has_a_condition_and_is_not_above_the_list()
    {
        (await FaultAsync(Priced(new ConditionalPrice { Code = "all", Points = 50 })))
            .ShouldBe(("terms.prices[0].code", "redemption.price-without-condition"));
        (await FaultAsync(Priced(new ConditionalPrice { Code = "gold", Points = 101, Tiers = ["gold"] })))
            .ShouldBe(("terms.prices[0].points", "redemption.price-above-list"));
        await shop.Do(Priced(new ConditionalPrice { Code = "gold", Points = 100, Tiers = ["gold"] }));
    }

    [Fact, Trait("Req", "CORE-21")]
    public async Task A_share_that_says_neither_who_nor_how_often_is_refused()
    {
        (await FaultAsync(Benefit(new BenefitShare()))).ShouldBe(("terms.shares[0]", "redemption.share-is-empty"));
        await shop.Do(Benefit(new BenefitShare { Most = 2 }));
    }

    [Fact, Trait("Req", "CORE-34")]
    public async Task A_batch_for_nobody_is_refused()
    {
        var definition = await shop.DefinitionAsync(Worth(5m));
        var batch = new IssueVouchers.Input
        {
            Key = Key(), Definition = definition, Reason = "test", JoinedFrom = Day("1999-01-01"), JoinedTo = Day("1999-01-02"),
        };

        (await FaultAsync(batch)).ShouldBe(("joinedFrom", "redemption.batch-for-nobody"));
    }

    [Fact, Trait("Req", "CORE-32")]
    public async Task A_gift_rule_that_reaches_back_says_so()
    {
        var code = "g" + Key();
        var terms = GiftShop.For(GiftReason.Enrolment, await shop.DefinitionAsync(Worth(5m)));

        (await shop.Do(new EditGiftRule.Input(code, terms))).Warning.ShouldBe("redemption.gift-rule-reaches-back");
        (await shop.Do(new ActivateGiftRule.Input(code))).Warning.ShouldBe("redemption.gift-rule-reaches-back");
        (await shop.Do(new ReadGiftRule.Input(code))).Rule.Warning.ShouldBe("redemption.gift-rule-reaches-back");
        var today = await shop.RuleAsync(terms with { From = Day("2026-03-02") });
        (await shop.Do(new ReadGiftRule.Input(today))).Rule.Warning.ShouldBeNull();
    }

    [Fact, Trait("Req", "RD-12")]
    public async Task One_voucher_given_twice_is_told_as_that()
    {
        var (_, code, _) = await shop.VoucherAsync(Worth(5m) with { Stackable = true });

        (await shop.RefusalOf(UseAll([code, code.ToLowerInvariant()], [new(Yuan(20m))]))).ShouldBe("redemption.voucher-twice");
    }

    [Fact, Trait("Req", "RD-01")]
    public async Task Unknown_stores_are_told_with_their_place()
    {
        (await FaultAsync(new EditReward.Input(Code(), Goods(100) with { Stores = ["s1", "nowhere"] })))
            .ShouldBe(("terms.stores[1]", "store.not-found"));
        (await FaultAsync(Priced(new ConditionalPrice { Code = "here", Points = 50, Stores = ["nowhere"] })))
            .ShouldBe(("terms.prices[0].stores[0]", "store.not-found"));
        (await FaultAsync(Order(Code(), shop.Members.Add()) with { StoreCode = "nowhere" })).ShouldBe(("storeCode", "store.not-found"));
    }

    private static EditReward.Input Priced(ConditionalPrice price) => new(Code(), Goods(100) with { Prices = [price] });

    private static EditBenefit.Input Benefit(BenefitShare share) =>
        new("b" + Key(), new BenefitTerms { Name = new LocalName("权益", "Benefit"), Shares = [share] });

    private async Task<(string Field, string Code)> FaultAsync<TResult>(IInput<TResult> input)
    {
        var refusal = (await shop.TryDo(input)).Refusal.ShouldNotBeNull();
        var fault = refusal.Fields.ShouldHaveSingleItem();
        return (fault.Field, fault.Code);
    }
}
