using RetailMember.Membership.Members;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Purchases;

public sealed class RefundTestsOnSqlite(SqliteShop shop) : RefundTests(shop), IClassFixture<SqliteShop>;

public sealed class RefundTestsOnPostgres(PostgresShop shop) : RefundTests(shop), IClassFixture<PostgresShop>;

public abstract class RefundTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-46")]
    public async Task Two_partial_refunds_take_back_exactly_what_was_granted()
    {
        var (member, receipt) = await BoughtAsync(300.50m);

        var first = await shop.Do(Refund(receipt, 100m));
        var second = await shop.Do(Refund(receipt, 200.50m));

        (first.PointsTaken + second.PointsTaken).ShouldBe(300);
        second.Left.ShouldBe(Money.Zero);
        (await shop.PointsOfAsync(member)).ShouldBe(0);
    }

    [Fact, Trait("Req", "CORE-46")]
    public async Task More_than_was_paid_is_never_refunded()
    {
        var (_, receipt) = await BoughtAsync(100m);
        await shop.Do(Refund(receipt, 60m));

        (await shop.RefusalOf(Refund(receipt, 40.01m))).ShouldBe("refund.more-than-paid");
        (await shop.Do(Refund(receipt, 40m))).Left.ShouldBe(Money.Zero);
    }

    [Fact, Trait("Req", "CORE-46")]
    public async Task Spent_points_leave_a_hole_that_later_earnings_fill()
    {
        var (member, receipt) = await BoughtAsync(600m);
        await shop.SpendAsync(member, 550);

        (await shop.Do(Refund(receipt, 200m))).PointsBalance.ShouldBe(-150);
        (await shop.Do(Buy(member, 100m))).PointsBalance.ShouldBe(-50);
    }

    [Fact, Trait("Req", "CORE-46")]
    public async Task A_line_is_refunded_up_to_what_was_paid_for_it()
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
        await shop.Do(receipt);

        var refunded = await shop.Do(Lines(receipt, new RefundPurchase.Part(2, Money.FromYuan(10))));

        refunded.PointsTaken.ShouldBe(10);
        (await shop.RefusalOf(Lines(receipt, new RefundPurchase.Part(2, Money.FromYuan(1))))).ShouldBe("refund.more-than-line");
        (await shop.RefusalOf(Lines(receipt, new RefundPurchase.Part(3, Money.FromYuan(1))))).ShouldBe("refund.line-not-found");
    }

    [Fact, Trait("Req", "CORE-46")]
    public async Task An_amount_is_taken_off_all_lines_in_proportion_to_what_is_left_of_them()
    {
        var receipt = await BoughtLinesAsync(20m, 10m);

        await shop.Do(Refund(receipt, 15m));

        (await LeftByLineAsync(receipt)).ShouldBe([10_00, 5_00]);
        (await shop.RefusalOf(Lines(receipt, new RefundPurchase.Part(1, Money.FromYuan(10.01m))))).ShouldBe("refund.more-than-line");
        await shop.Do(Lines(receipt, new RefundPurchase.Part(1, Money.FromYuan(10))));
        await shop.Do(Refund(receipt, 2.50m));
        (await LeftByLineAsync(receipt)).ShouldBe([0, 2_50]);
    }

    [Theory, Trait("Req", "CORE-46")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task However_it_is_refunded_the_lines_say_together_what_is_left_of_the_receipt(int seed)
    {
        var random = new Random(seed);
        var receipt = await BoughtLinesAsync([.. Enumerable.Range(0, 5).Select(_ => random.Next(1, 50_00) / 100m)]);
        long[] left = await LeftByLineAsync(receipt);
        while (left.Sum() > 0)
        {
            var line = random.Next(left.Length);
            var ofLine = random.Next(2) == 0 && left[line] > 0;
            var amount = new Money(1 + random.NextInt64(ofLine ? left[line] : left.Sum()));
            var done = await shop.Do(ofLine
                ? Lines(receipt, new RefundPurchase.Part(line + 1, amount))
                : Refund(receipt, amount.Yuan));

            var then = await LeftByLineAsync(receipt);
            then.ShouldAllBe(fen => fen >= 0);
            then.Sum().ShouldBe(left.Sum() - amount.Fen);
            then.Sum().ShouldBe(done.Left.Fen);
            left = then;
        }
    }

    [Fact, Trait("Req", "CORE-46")]
    public async Task Another_store_gives_the_money_back_and_both_stores_are_kept()
    {
        var (_, receipt) = await BoughtAsync(100m);
        var elsewhere = new ReadPurchaseToRefund.Input { StoreCode = "s2", ReceiptStoreCode = "s1", ReceiptNo = receipt.ReceiptNo };
        (await shop.Do(elsewhere)).Left.ShouldBe(Money.FromYuan(100));

        await shop.Do(Refund(receipt, 40m) with { StoreCode = "s2", ReceiptStoreCode = "s1" });

        var seen = await shop.Do(elsewhere);
        (seen.StoreCode, seen.Left, seen.Refunds.Single().StoreCode).ShouldBe(("s1", Money.FromYuan(60), "s2"));
        (await shop.RefusalOf(elsewhere with { ReceiptStoreCode = null })).ShouldBe("purchase.not-found");
        (await shop.RefusalOf(elsewhere with { ReceiptStoreCode = "s9" })).ShouldBe("store.not-found");
    }

    [Fact, Trait("Req", "CORE-46")]
    public async Task A_refund_undoes_the_promotion_that_it_no_longer_carries()
    {
        var (member, receipt) = await BoughtAsync(1000m);

        var refunded = await shop.Do(Refund(receipt, 0.01m));

        refunded.TierCode.ShouldBe("ordinary");
        refunded.GrowthTaken.ShouldBe(1);
        (await shop.Do(new ReadMember.Input(member))).Tier.Code.ShouldBe("ordinary");
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task The_same_refund_twice_refunds_once()
    {
        var (_, receipt) = await BoughtAsync(100m);
        var refund = Refund(receipt, 60m);

        var first = await shop.Do(refund);

        (await shop.Do(refund)).ShouldBe(first);
        (await shop.RefusalOf(refund with { Amount = Money.FromYuan(10) })).ShouldBe("key.reused");
    }

    [Fact]
    public async Task An_unknown_receipt_and_a_refund_of_nothing_are_refused()
    {
        var (_, receipt) = await BoughtAsync(10m);

        (await shop.RefusalOf(Refund(receipt, 1m) with { ReceiptNo = "none" })).ShouldBe("purchase.not-found");
        (await shop.RefusalOf(Refund(receipt, 0m))).ShouldBe("amount.not-positive");
        (await shop.RefusalOf(Refund(receipt, 1m), Shop.Shop.Apparel)).ShouldBe("purchase.not-found");
    }

    [Fact, Trait("Req", "CORE-46")]
    public async Task Twenty_refunds_at_once_give_back_the_receipt_once()
    {
        var (member, receipt) = await BoughtAsync(100m);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(Refund(receipt, 100m))));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "refund.more-than-paid");
        (await shop.PointsOfAsync(member)).ShouldBe(0);
    }

    private async Task<(string Member, RecordPurchase.Input Receipt)> BoughtAsync(decimal paid)
    {
        var member = await shop.MemberAsync();
        var receipt = Buy(member, paid);
        await shop.Do(receipt);
        return (member, receipt);
    }

    private async Task<RecordPurchase.Input> BoughtLinesAsync(params decimal[] paid)
    {
        var receipt = Buy(await shop.MemberAsync(), paid.Sum()) with
        {
            Lines = [.. paid.Select(yuan => new ReceiptLine { Amount = Money.FromYuan(yuan) })],
        };
        await shop.Do(receipt);
        return receipt;
    }

    private async Task<long[]> LeftByLineAsync(RecordPurchase.Input receipt) =>
    [
        .. (await shop.Do(new ReadPurchase.Input { StoreCode = "s1", ReceiptNo = receipt.ReceiptNo }))
            .Lines.Select(l => l.Left.Fen),
    ];

    private static RefundPurchase.Input Refund(RecordPurchase.Input receipt, decimal yuan) => new()
    {
        RefundNo = Key(),
        StoreCode = "s1",
        ReceiptNo = receipt.ReceiptNo,
        Amount = Money.FromYuan(yuan),
    };

    private static RefundPurchase.Input Lines(RecordPurchase.Input receipt, params RefundPurchase.Part[] parts) =>
        Refund(receipt, 0m) with { Amount = null, Lines = parts };
}
