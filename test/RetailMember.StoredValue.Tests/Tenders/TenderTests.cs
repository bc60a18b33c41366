using RetailMember.Testing;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Tenders;

public sealed class TenderTestsOnSqlite(SqliteHost fixture) : TenderTests(fixture), IClassFixture<SqliteHost>;

public sealed class TenderTestsOnPostgres(PostgresHost fixture) : TenderTests(fixture), IClassFixture<PostgresHost>;

/// <summary>Members' receipts that are paid with cards, and their way back, with the whole product behind them.</summary>
public abstract class TenderTests(HostFixture fixture)
{
    [Fact, Trait("Req", "SV-14"), Trait("Req", "SV-15")]
    public async Task A_card_pays_its_part_of_a_receipt_and_gets_it_back()
    {
        var shop = await Restaurant.OpenAsync(fixture);
        var (card, number) = await shop.CardAsync(500m);
        var tender = new { kind = "card", code = number, amount = 110m };
        var receiptNo = Key();
        var lines = new[] { new { category = "food", amount = 200m } };

        var quoted = await shop.PostAsync(
            "membership/quotes", new { storeCode = "s1", member = shop.Member, lines, tenders = new[] { tender } });
        (await shop.LeftAsync(card)).ShouldBe((500m, 50m));
        var paid = await shop.PostAsync(
            "membership/purchases", new { receiptNo, storeCode = "s1", member = shop.Member, lines, tenders = new[] { tender } });

        quoted.GetProperty("money").GetDecimal().ShouldBe(90m);
        paid.GetProperty("money").GetDecimal().ShouldBe(90m);
        (await shop.LeftAsync(card)).ShouldBe((400m, 40m));
        var bill = paid.GetProperty("purchaseId").GetGuid();
        (await shop.RefusalAsync($"storedvalue/charges/{bill}/refunds", new { key = Key(), storeCode = "s1", amount = 110m }))
            .ShouldBe("storedvalue.refund-by-receipt", "its points and its cash would stay");

        (await shop.JournalAsync(card))[0].ShouldBe(("charged", receiptNo));

        // A third of it, and half of the rest: in the proportion in which the card paid, and the last restores all.
        var refundNo = Key();
        await shop.PostAsync("membership/refunds", Back(refundNo, 66m));
        (await shop.LeftAsync(card)).ShouldBe((433m, 43.30m));
        (await shop.JournalAsync(card))[0].ShouldBe(("refunded", refundNo));
        await shop.PostAsync("membership/refunds", Back(Key(), 67m));
        await shop.PostAsync("membership/refunds", Back(Key(), 67m));
        (await shop.LeftAsync(card)).ShouldBe((500m, 50m));

        object Back(string no, decimal amount) =>
            new { refundNo = no, storeCode = "s1", receiptNo, lines = new[] { new { line = 1, amount } } };
    }

    [Fact, Trait("Req", "SV-18")]
    public async Task Two_cards_pay_one_receipt_each_as_the_till_says()
    {
        var shop = await Restaurant.OpenAsync(fixture);
        var ((one, first), (two, second)) = (await shop.CardAsync(80m), await shop.CardAsync(300m));

        var paid = await shop.PostAsync(
            "membership/purchases",
            shop.Receipt(100m, new { kind = "card", code = first }, new { kind = "card", code = second }));

        paid.GetProperty("money").GetDecimal().ShouldBe(0m);
        (await shop.LeftAsync(one)).ShouldBe((0m, 0m));
        (await shop.LeftAsync(two)).ShouldBe((289.09m, 28.91m));
    }

    [Fact]
    public async Task An_amount_that_is_not_there_is_refused_and_never_made_smaller()
    {
        var shop = await Restaurant.OpenAsync(fixture);
        var (card, number) = await shop.CardAsync(100m);

        (await shop.RefusalAsync("membership/purchases", shop.Receipt(200m, new { kind = "card", code = number, amount = 110.01m })))
            .ShouldBe("storedvalue.card-short");
        (await shop.RefusalAsync("membership/purchases", shop.Receipt(200m, new { kind = "card", code = "1234567890123456" })))
            .ShouldBe("storedvalue.card-not-usable");
        (await shop.LeftAsync(card)).ShouldBe((100m, 10m));
    }
}
