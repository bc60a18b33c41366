using RetailMember.Membership.Purchases;
using RetailMember.Membership.Reports;
using RetailMember.Membership.Tests.Points;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Purchases;

public sealed class PointsMoneyTestsOnSqlite(SqliteShop shop) : PointsMoneyTests(shop), IClassFixture<SqliteShop>;

public sealed class PointsMoneyTestsOnPostgres(PostgresShop shop) : PointsMoneyTests(shop), IClassFixture<PostgresShop>;

public abstract class PointsMoneyTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-15")]
    public async Task Whole_hundreds_pay_whole_yuan_and_only_money_earns()
    {
        var member = await HolderAsync(1_250);

        var paid = await shop.Do(Buy(member, 20m) with { Tenders = [Points()] });

        var tender = paid.Tenders.ShouldNotBeNull().ShouldHaveSingleItem();
        (tender.Amount, tender.Points).ShouldBe((Money.FromYuan(12), 1_200));
        (paid.Paid, paid.Money, paid.Points).ShouldBe((Money.FromYuan(20), Money.FromYuan(8), 8));
        (await shop.PointsOfAsync(member)).ShouldBe(1_250 - 1_200 + 8);
        (await BreachesAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "CORE-15")]
    public async Task A_named_number_is_cut_to_whole_yuan_and_a_quote_says_the_same()
    {
        var member = await HolderAsync(2_000);
        var receipt = Buy(member, 20m) with { Tenders = [Points(1_250)] };

        var quoted = await shop.Do(new Quote.Input
        {
            StoreCode = "s1", Member = member, Amount = receipt.Amount, Tenders = receipt.Tenders,
        });
        var paid = await shop.Do(receipt);

        quoted.Tenders.ShouldBe(paid.Tenders);
        (quoted.Money, quoted.Points).ShouldBe((paid.Money, paid.Points));
        paid.Tenders!.Single().Points.ShouldBe(1_200);
    }

    [Fact, Trait("Req", "CORE-15")]
    public async Task What_cannot_be_had_is_refused_and_never_made_smaller()
    {
        var member = await HolderAsync(550);

        (await shop.RefusalOf(Buy(member, 20m) with { Tenders = [Points(600)] })).ShouldBe("purchase.points-insufficient");
        (await shop.RefusalOf(Buy(member, 20m) with { Tenders = [Points(99)] })).ShouldBe("purchase.points-below-unit");
        (await shop.RefusalOf(Buy(member, 4.50m) with { Tenders = [Points(500)] })).ShouldBe("purchase.points-exceed-receipt");
        (await shop.RefusalOf(Buy(member, 20m) with { Tenders = [Points(100), Points(100)] })).ShouldBe("purchase.points-twice");
        (await shop.RefusalOf(Buy(member, 20m) with { Tenders = [new TenderForm { Kind = "shells" }] }))
            .ShouldBe("purchase.tender-unknown");
        (await shop.RefusalOf(Buy(member, 20m) with { Tenders = [Points(0)] })).ShouldBe("amount.not-positive");
        (await shop.RefusalOf(Buy(member, 20m) with { Tenders = [Points()], VoucherAmount = Money.FromYuan(1) }))
            .ShouldBe("purchase.voucher-amount-beside-tenders");
        (await shop.PointsOfAsync(member)).ShouldBe(550);
    }

    [Fact, Trait("Req", "CORE-15")]
    public async Task A_brand_may_let_points_pay_a_share_of_a_receipt_or_nothing()
    {
        await using var other = new SqliteShop();
        await other.InitializeAsync();
        var member = await other.HolderAsync(5_000);

        await other.ChangeAsync(d => d with { PointsMostPercent = 30 });
        (await other.Do(Buy(member, 40m) with { Tenders = [Points()] })).Tenders!.Single().Amount.ShouldBe(Money.FromYuan(12));
        await other.ChangeAsync(d => d with { PointsMostPercent = 0 });
        (await other.RefusalOf(Buy(member, 40m) with { Tenders = [Points()] })).ShouldBe("purchase.points-pay-nothing");
    }

    [Fact, Trait("Req", "RD-07")]
    public async Task Points_of_a_purchase_pay_the_next_one_and_never_their_own()
    {
        var member = await shop.MemberAsync();

        (await shop.RefusalOf(Buy(member, 300m) with { Tenders = [Points(100)] })).ShouldBe("purchase.points-insufficient");
        await shop.Do(Buy(member, 300m));
        var next = await shop.Do(Buy(member, 10m) with { Tenders = [Points()] });

        next.Tenders!.Single().Points.ShouldBe(300);
    }

    [Fact, Trait("Req", "RD-07")]
    public async Task In_one_batch_each_receipt_finds_points_as_the_ones_before_left_them()
    {
        var member = await shop.MemberAsync();
        RecordPurchase.Input[] receipts =
        [
            Buy(member, 250m),
            Buy(member, 10m) with { Tenders = [Points(200)] },
            Buy(member, 10m) with { Tenders = [Points(200)] },
            Buy(member, 100m),
            Buy(member, 10m) with { Tenders = [Points()] },
        ];

        var outcomes = await shop.TryAll(receipts);

        outcomes.Select(o => o.Accepted).ShouldBe([true, true, false, true, true]);
        outcomes[2].Refusal!.Code.ShouldBe("purchase.points-insufficient");
        // 250 - 200 + 8 + 100 = 158: one yuan.
        outcomes[4].Value.Tenders!.Single().Points.ShouldBe(100);
        (await shop.TryAll(receipts))[4].Value.Tenders.ShouldBe(outcomes[4].Value.Tenders);
        (await BreachesAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "CORE-15")]
    public async Task Twenty_tills_spend_the_same_points_once()
    {
        var member = await HolderAsync(500);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => shop.TryDo(Buy(member, 5m) with { Tenders = [Points(500)] })));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "purchase.points-insufficient");
        (await shop.PointsOfAsync(member)).ShouldBe(0);
    }

    [Fact, Trait("Req", "CORE-47")]
    public async Task A_refund_returns_points_and_money_in_proportion_and_the_last_one_all_the_rest()
    {
        var member = await HolderAsync(1_000);
        var receipt = Buy(member, 30m) with { Tenders = [Points(1_000)] };
        await shop.Do(receipt);

        var first = await shop.Do(Refund(receipt, 10m));
        var second = await shop.Do(Refund(receipt, 20m));

        (first.Money.Fen + second.Money.Fen).ShouldBe(20_00);
        (first.Money.Fen, first.Tenders!.Single().Points).ShouldBe((6_67, 333));
        (first.Tenders!.Single().Points + second.Tenders!.Single().Points).ShouldBe(1_000);
        (first.PointsTaken + second.PointsTaken).ShouldBe(20);
        (await shop.PointsOfAsync(member)).ShouldBe(1_000);
        var read = await shop.Do(new ReadPurchase.Input { StoreCode = "s1", ReceiptNo = receipt.ReceiptNo });
        read.Refunds.Select(r => r.Money.Fen).Sum().ShouldBe(20_00);
        (await BreachesAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "CORE-47")]
    public async Task Points_whose_lot_has_lapsed_come_back_with_days_of_grace()
    {
        await using var other = new SqliteShop();
        await other.InitializeAsync();
        var member = await other.HolderAsync(500);
        var receipt = Buy(member, 5m) with { Tenders = [Points(500)] };
        await other.Do(receipt);
        other.Clock.Set("2027-06-01");

        await other.Do(Refund(receipt, 5m));

        (await other.PointsOfAsync(member)).ShouldBe(500);
        other.Clock.Set("2027-07-02");
        (await other.PointsOfAsync(member)).ShouldBe(0);
    }

    [Fact, Trait("Req", "CORE-47")]
    public async Task A_line_goes_back_to_what_paid_it_and_an_amount_to_all_lines()
    {
        var member = await HolderAsync(1_000);
        var receipt = Buy(member, 40m) with
        {
            Lines = [new ReceiptLine { Amount = Money.FromYuan(30) }, new ReceiptLine { Amount = Money.FromYuan(10) }],
            Tenders =
            [
                Points(1_000),
                new TenderForm { Kind = "external", Code = "mall-card", Amount = Money.FromYuan(10) },
            ],
        };
        var paid = await shop.Do(receipt);
        // Laid on in the declared order, whatever the till's: what is settled elsewhere before points.
        paid.Tenders!.Select(t => t.Name).ShouldBe(["mall-card", "points"]);
        paid.Lines!.ShouldAllBe(l => l.Payable.Fen == l.Money.Fen + l.Tenders.Sum(t => t.Amount.Fen));
        paid.Lines!.Sum(l => l.Money.Fen).ShouldBe(paid.Money.Fen);

        var line = await shop.Do(Refund(receipt, 10m) with
        {
            Amount = null, Lines = [new RefundPurchase.Part(2, Money.FromYuan(10))],
        });
        line.Tenders!.ShouldAllBe(t => t.Amount == Money.FromYuan(2.50m));
        line.Money.ShouldBe(Money.FromYuan(5));
        var rest = await shop.Do(Refund(receipt, 30m));

        rest.Left.ShouldBe(Money.Zero);
        (line.Money + rest.Money).ShouldBe(Money.FromYuan(20));
        (await shop.PointsOfAsync(member)).ShouldBe(1_000);
        (await shop.RefusalOf(Refund(receipt, 0.01m))).ShouldBe("refund.more-than-paid");
        (await BreachesAsync()).ShouldBeEmpty();
    }

    private async Task<string> HolderAsync(long points) => await shop.HolderAsync(points);

    private async Task<IReadOnlyList<MembershipBreach>> BreachesAsync() =>
        (await shop.Do(new CheckMembership.Input())).Breaches;

    private static TenderForm Points(long? points = null) => new() { Kind = "points", Points = points };

    private static RefundPurchase.Input Refund(RecordPurchase.Input receipt, decimal yuan) => new()
    {
        RefundNo = Key(), StoreCode = "s1", ReceiptNo = receipt.ReceiptNo, Amount = Money.FromYuan(yuan),
    };
}
