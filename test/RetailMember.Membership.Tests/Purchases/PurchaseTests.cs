using RetailMember.Membership.Members;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Purchases;

public sealed class PurchaseTestsOnSqlite(SqliteShop shop) : PurchaseTests(shop), IClassFixture<SqliteShop>;

public sealed class PurchaseTestsOnPostgres(PostgresShop shop) : PurchaseTests(shop), IClassFixture<PostgresShop>;

public abstract class PurchaseTests(Shop.Shop shop)
{
    [Theory, Trait("Req", "CORE-06")]
    [InlineData("128.00", 128)]
    [InlineData("99.90", 99)]
    [InlineData("0.99", 0)]
    public async Task A_yuan_earns_a_point_and_parts_of_one_are_dropped(string paid, long points)
    {
        var member = await shop.MemberAsync();

        var recorded = await shop.Do(Buy(member, Yuan(paid)));

        recorded.Points.ShouldBe(points);
        recorded.PointsBalance.ShouldBe(points);
        recorded.Growth.ShouldBe(points);
    }

    [Fact, Trait("Req", "CORE-18")]
    public async Task A_receipt_of_nothing_is_no_purchase()
    {
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 0));
        await shop.Do(Buy(member, 10));

        (await shop.Do(new ReadMember.Input(member))).LifetimePurchases.ShouldBe(1);
    }

    [Fact, Trait("Req", "CORE-06")]
    public async Task A_receipt_that_grants_nothing_tells_the_balance_all_the_same()
    {
        var member = await shop.HolderAsync(1_000);

        var small = await shop.Do(Buy(member, 0.99m));
        var byPoints = await shop.Do(Buy(member, 5m) with { Tenders = [new TenderForm { Kind = "points", Points = 500 }] });

        (small.Points, small.PointsBalance).ShouldBe((0, 1_000));
        (byPoints.Points, byPoints.PointsBalance).ShouldBe((0, 500));
    }

    [Fact, Trait("Req", "CORE-06")]
    public async Task In_a_batch_each_receipt_tells_the_balance_after_it()
    {
        var (member, other) = (await shop.HolderAsync(10), await shop.MemberAsync());

        var outcomes = await shop.TryAll(
            Buy(member, 0.50m), Buy(member, 100m), Buy(other, 0.50m), Buy(member, 0.50m), Buy(member, 20m), Buy(member, 0.50m));

        outcomes.Select(o => o.Value.PointsBalance).ShouldBe([10, 110, 0, 110, 130, 130]);
    }

    [Fact, Trait("Req", "CORE-27"), Trait("Req", "CORE-29")]
    public async Task Spending_points_leaves_growth_value_and_tier_as_they_are()
    {
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 1_000));
        var before = await shop.Do(new ReadMember.Input(member));

        await shop.SpendAsync(member, 300);

        var after = await shop.Do(new ReadMember.Input(member));
        (after.Balances[0].Usable - before.Balances[0].Usable).ShouldBe(-300);
        after.Balances[1].ShouldBe(before.Balances[1]);
        (after.Tier.Code, after.Progress!.NextTier!.Percent).ShouldBe(("silver", before.Progress!.NextTier!.Percent));
    }

    [Fact, Trait("Req", "CORE-06")]
    public async Task What_a_voucher_paid_earns_nothing()
    {
        var member = await shop.MemberAsync();

        var recorded = await shop.Do(Buy(member, 150m) with { VoucherAmount = Money.FromYuan(20) });

        recorded.Points.ShouldBe(130);
    }

    [Fact, Trait("Req", "CORE-14")]
    public async Task Points_are_valid_through_the_day_before_the_anniversary()
    {
        var member = await shop.MemberAsync();

        var recorded = await shop.Do(Buy(member, 100m, "2025-03-15"));

        recorded.ExpiresOn.ShouldBe(new DateOnly(2026, 3, 14));
    }

    [Theory, Trait("Req", "CORE-17")]
    [InlineData("999.99", "ordinary")]
    [InlineData("1000.00", "silver")]
    [InlineData("5000.00", "silver")]
    [InlineData("5000.01", "gold")]
    [InlineData("10000.00", "gold")]
    [InlineData("10000.01", "diamond")]
    public async Task The_tier_follows_from_what_was_spent(string paid, string tier)
    {
        var member = await shop.MemberAsync();

        var recorded = await shop.Do(Buy(member, Yuan(paid)));

        recorded.TierCode.ShouldBe("ordinary");
        recorded.TierCodeAfter.ShouldBe(tier);
        (await shop.Do(new ReadMember.Input(member))).Tier.Code.ShouldBe(tier);
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task A_receipt_that_comes_three_times_earns_once()
    {
        var member = await shop.MemberAsync();
        var receipt = Buy(member, 88m);

        var first = await shop.Do(receipt);
        var second = await shop.Do(receipt);
        var third = await shop.Do(receipt);

        second.ShouldBe(first);
        third.ShouldBe(first);
        (await shop.PointsOfAsync(member)).ShouldBe(88);
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task The_same_receipt_number_with_another_amount_is_refused()
    {
        var member = await shop.MemberAsync();
        var receipt = Buy(member, 88m);
        await shop.Do(receipt);

        (await shop.RefusalOf(receipt with { Amount = Money.FromYuan(89) })).ShouldBe("key.reused");
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task The_same_number_in_another_store_is_another_receipt()
    {
        var member = await shop.MemberAsync();
        var receipt = Buy(member, 10m);
        await shop.Do(receipt);

        await shop.Do(receipt with { StoreCode = "s2" });

        (await shop.PointsOfAsync(member)).ShouldBe(20);
    }

    [Fact]
    public async Task Lines_make_the_receipt_and_keep_their_category()
    {
        var member = await shop.MemberAsync();
        var receipt = Buy(member, 30m) with
        {
            Lines =
            [
                new ReceiptLine { Category = "tea", Quantity = 2, Amount = Money.FromYuan(20) },
                new ReceiptLine { Category = "cup", Amount = Money.FromYuan(10) },
            ],
        };

        (await shop.Do(receipt)).Points.ShouldBe(30);
        (await shop.RefusalOf(receipt with { ReceiptNo = Key(), Amount = Money.FromYuan(31) }))
            .ShouldBe("purchase.lines-do-not-add-up");
    }

    [Fact, Trait("Req", "CORE-19")]
    public async Task A_line_without_price_pays_what_the_tier_pays()
    {
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 1000m));

        var recorded = await shop.Do(Unpriced(member, 200m));

        recorded.Paid.ShouldBe(Money.FromYuan(180));
        recorded.Points.ShouldBe(180);
    }

    [Theory]
    [InlineData("-1.00", "amount.negative")]
    public async Task A_negative_amount_is_refused(string amount, string code) =>
        (await shop.RefusalOf(Buy(await shop.MemberAsync(), Yuan(amount)))).ShouldBe(code);

    [Fact]
    public async Task A_line_cannot_cost_more_than_its_list_price()
    {
        var dear = Buy(await shop.MemberAsync(), 10m) with
        {
            Lines = [new ReceiptLine { ListAmount = Money.FromYuan(9.99m), Amount = Money.FromYuan(10) }],
        };

        (await shop.RefusalOf(dear)).ShouldBe("purchase.list-below-amount");
        (await shop.RefusalOf(ShopExtensions.QuoteOf(dear))).ShouldBe("purchase.list-below-amount");
        (await shop.Do(dear with { Lines = [dear.Lines[0] with { ListAmount = dear.Amount }] })).Points.ShouldBe(10);
    }

    [Fact]
    public async Task A_receipt_of_the_future_is_refused() =>
        (await shop.RefusalOf(Buy(await shop.MemberAsync(), 1m, "2030-01-01"))).ShouldBe("purchase.in-the-future");

    [Fact]
    public async Task A_receipt_of_the_last_century_is_refused() =>
        (await shop.RefusalOf(Buy(await shop.MemberAsync(), 1m, "1999-12-31"))).ShouldBe("field.too-long-ago");

    [Fact]
    public async Task An_unknown_member_or_store_is_refused()
    {
        (await shop.RefusalOf(Buy("nobody", 1m))).ShouldBe("membership.member-not-found");
        (await shop.RefusalOf(Buy(await shop.MemberAsync(), 1m) with { StoreCode = "s9" })).ShouldBe("store.not-found");
    }

    [Fact]
    public async Task A_member_of_another_brand_is_unknown() =>
        (await shop.RefusalOf(Buy(await shop.MemberAsync(), 1m), Shop.Shop.Apparel)).ShouldBe("membership.member-not-found");

    [Fact, Trait("Req", "CORE-37")]
    public async Task A_quote_says_what_the_purchase_will_do_and_writes_nothing()
    {
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 1000m));
        var basket = Unpriced(member, 200m);

        var quote = await shop.Do(new Quote.Input { Member = member, StoreCode = "s1", Lines = basket.Lines });

        quote.Payable.ShouldBe(Money.FromYuan(180));
        quote.Points.ShouldBe(180);
        quote.Why.ShouldNotBeEmpty();
        (await shop.PointsOfAsync(member)).ShouldBe(1000);
        var recorded = await shop.Do(basket);
        (recorded.Paid, recorded.Points).ShouldBe((quote.Payable, quote.Points));
    }

    private static decimal Yuan(string amount) => decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);

    private static RecordPurchase.Input Unpriced(string member, decimal list) => Buy(member, 0m) with
    {
        Amount = null,
        Lines = [new ReceiptLine { ListAmount = Money.FromYuan(list) }],
    };
}
