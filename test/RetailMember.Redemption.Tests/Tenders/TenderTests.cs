using System.Text.Json;
using RetailMember.Testing;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Tenders.Counter;

namespace RetailMember.Redemption.Tests.Tenders;

public sealed class TenderTestsOnSqlite(SqliteHost fixture) : TenderTests(fixture), IClassFixture<SqliteHost>;

public sealed class TenderTestsOnPostgres(PostgresHost fixture) : TenderTests(fixture), IClassFixture<PostgresHost>;

/// <summary>Receipts that are paid with vouchers and points, and their way back, with the whole product behind them.</summary>
public abstract class TenderTests(HostFixture fixture)
{
    [Fact, Trait("Req", "RD-12"), Trait("Req", "CORE-35")]
    public async Task A_clothes_voucher_pays_the_shirt_only_and_every_line_adds_up()
    {
        var counter = await OpenAsync(fixture);
        var (voucher, code) = await counter.VoucherAsync(Clothes());
        var receipt = counter.Receipt(ShirtAndUmbrella, Voucher(code));

        var quoted = await counter.PostAsync(
            "membership/quotes", new { storeCode = "s1", member = counter.Member, lines = ShirtAndUmbrella, tenders = new[] { Voucher(code) } });
        (await counter.StateAsync(voucher)).ShouldBe("issued");
        var paid = await counter.BuyAsync(receipt);

        Yuan(paid, "paid").ShouldBe(150m);
        Yuan(paid, "money").ShouldBe(100m);
        Yuan(quoted, "money").ShouldBe(100m);
        paid.GetProperty("points").GetInt64().ShouldBe(100);
        var lines = paid.GetProperty("lines").EnumerateArray().ToArray();
        lines.Select(l => (Yuan(l, "payable"), Yuan(l, "money"))).ShouldBe([(120m, 70m), (30m, 30m)]);
        lines[0].GetProperty("tenders")[0].GetProperty("amount").GetDecimal().ShouldBe(50m);
        quoted.GetProperty("tenders")[0].GetProperty("title").GetString().ShouldBe("Clothes");
        (await counter.StateAsync(voucher)).ShouldBe("used");
        (await counter.BuyAsync(receipt)).GetRawText().ShouldBe(paid.GetRawText());
    }

    [Fact, Trait("Req", "CORE-25")]
    public async Task The_best_price_comes_first_and_vouchers_pay_of_it()
    {
        var counter = await OpenAsync(fixture);
        var (_, code) = await counter.VoucherAsync(Clothes());

        var paid = await counter.BuyAsync(counter.Receipt(ShirtAndUmbrellaAtList, Voucher(code)));

        // 9.5折 of an ordinary member: 114 and 28.50; of the shirt the voucher pays 50.
        var lines = paid.GetProperty("lines").EnumerateArray().ToArray();
        lines.ShouldAllBe(l => l.GetProperty("priceRule").GetString() == "ordinary");
        lines.Select(l => (Yuan(l, "list"), Yuan(l, "payable"), Yuan(l, "money"))).ShouldBe([(120m, 114m, 64m), (30m, 28.50m, 28.50m)]);
        (Yuan(paid, "paid"), Yuan(paid, "money"), paid.GetProperty("points").GetInt64()).ShouldBe((142.50m, 92.50m, 92));
    }

    [Fact, Trait("Req", "RD-12")]
    public async Task A_voucher_that_does_not_count_refuses_the_receipt_and_stays_whole()
    {
        var counter = await OpenAsync(fixture);
        var (voucher, code) = await counter.VoucherAsync(Clothes());

        (await counter.RefusalAsync(counter.Receipt([new { category = "umbrellas", amount = 60 }], Voucher(code))))
            .ShouldBe("redemption.voucher-not-applicable");
        (await counter.RefusalAsync(counter.Receipt(ShirtAndUmbrella, Voucher(code), Voucher(code))))
            .ShouldBe("redemption.voucher-twice");
        (await counter.RefusalAsync(counter.Receipt(ShirtAndUmbrella, Voucher("ABCD-EFGH-JKMN-PQRS"))))
            .ShouldBe("redemption.voucher-not-usable");
        var stranger = await OpenAsync(fixture);
        (await stranger.RefusalAsync(stranger.Receipt(ShirtAndUmbrella, Voucher(code)))).ShouldBe("redemption.voucher-not-usable");
        (await counter.StateAsync(voucher)).ShouldBe("issued");
    }

    [Fact, Trait("Req", "CORE-15"), Trait("Req", "CORE-35")]
    public async Task What_one_tender_refuses_leaves_the_others_untouched()
    {
        var counter = await OpenAsync(fixture);
        var (voucher, code) = await counter.VoucherAsync(Clothes());
        await counter.BuyAsync(counter.Receipt([new { amount = 300 }]));

        (await counter.RefusalAsync(counter.Receipt(ShirtAndUmbrella, Points(400), Voucher(code))))
            .ShouldBe("purchase.points-insufficient");
        (await counter.StateAsync(voucher)).ShouldBe("issued");
        var paid = await counter.BuyAsync(counter.Receipt(ShirtAndUmbrella, Points(300), Voucher(code)));

        // Vouchers before points, whatever the till's order.
        paid.GetProperty("tenders").EnumerateArray().Select(t => t.GetProperty("kind").GetString()).ShouldBe(["voucher", "points"]);
        Yuan(paid, "money").ShouldBe(97m);
        paid.GetProperty("lines").EnumerateArray().Sum(l => Yuan(l, "money")).ShouldBe(97m);
    }

    [Fact, Trait("Req", "CORE-47"), Trait("Req", "CORE-46")]
    public async Task A_refunded_line_goes_back_to_what_paid_it()
    {
        var counter = await OpenAsync(fixture);
        var (voucher, code) = await counter.VoucherAsync(Clothes());
        var receipt = counter.Receipt(ShirtAndUmbrella, Voucher(code));
        await counter.BuyAsync(receipt);
        var receiptNo = JsonSerializer.SerializeToElement(receipt).GetProperty("receiptNo").GetString()!;

        var umbrella = await counter.RefundAsync(receiptNo, 2, 30);
        (Yuan(umbrella, "money"), umbrella.GetProperty("tenders").GetArrayLength()).ShouldBe((30m, 0));
        umbrella.GetProperty("pointsTaken").GetInt64().ShouldBe(30);
        var half = await counter.RefundAsync(receiptNo, 1, 60);
        (Yuan(half, "money"), Yuan(half.GetProperty("tenders")[0], "amount")).ShouldBe((35m, 25m));
        Yuan(half.GetProperty("tenders")[0], "restored").ShouldBe(0m);
        (await counter.StateAsync(voucher)).ShouldBe("used");
        var rest = await counter.RefundAsync(receiptNo, 1, 60);

        Yuan(rest.GetProperty("tenders")[0], "restored").ShouldBe(50m);
        rest.GetProperty("pointsBalance").GetInt64().ShouldBe(0);
        (await counter.StateAsync(voucher)).ShouldBe("issued");
        (await counter.BuyAsync(counter.Receipt(ShirtAndUmbrella, Voucher(code)))).GetProperty("points").GetInt64().ShouldBe(100);
    }

    [Fact, Trait("Req", "RD-12")]
    public async Task Vouchers_that_may_be_combined_each_keep_their_share_of_the_lines()
    {
        var counter = await OpenAsync(fixture);
        var (_, first) = await counter.VoucherAsync(Clothes(30, stackable: true));
        var (_, second) = await counter.VoucherAsync(Clothes(20, stackable: true));

        var paid = await counter.BuyAsync(counter.Receipt(ShirtAndUmbrella, Voucher(first), Voucher(second)));

        paid.GetProperty("tenders").EnumerateArray().Select(t => Yuan(t, "amount")).ShouldBe([30m, 20m]);
        paid.GetProperty("lines")[0].GetProperty("tenders").EnumerateArray().Select(t => Yuan(t, "amount")).ShouldBe([30m, 20m]);
        Yuan(paid, "money").ShouldBe(100m);
    }

    private static decimal Yuan(JsonElement of, string name) => of.GetProperty(name).GetDecimal();
}
