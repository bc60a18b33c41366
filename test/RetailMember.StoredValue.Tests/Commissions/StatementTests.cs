using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Disputes;
using RetailMember.StoredValue.Commissions.Settlement;
using RetailMember.StoredValue.Tests.Sales;
using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Commissions;

public sealed class StatementTestsOnSqlite(SqliteCards shop) : StatementTests(shop), IClassFixture<SqliteCards>;

public sealed class StatementTestsOnPostgres(PostgresCards shop) : StatementTests(shop), IClassFixture<PostgresCards>;

/// <summary>
/// A month's settlement as somebody reckons it by hand, at one per cent of the principal, a hundred for the first card and
/// two hundred for the best seller:
/// <code>
/// A  5,000.00 first card of the month               50.00 + 100.00
///    5,000.00, of which 4,000.00 come back          50.00 -  40.00
///    60,000.00                                     600.00 + 200.00, best with 66,000.00
///                                                  ------------------ 960.00
/// B  6,000.05 reload of a card that B sold before   60.00
///    5,000.00, given back whole within seven days    0.00, never payable
///                                                  ------------------  60.00
/// C  12,345.55                                     123.46
///                                                  ------------------ 123.46
/// All                                              1,143.46
/// </code>
/// </summary>
public abstract class StatementTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-08"), Trait("Req", "SV-02"), Trait("Req", "SV-03"), Trait("Req", "SV-04"), Trait("Req", "SV-05")]
    public async Task A_statement_is_what_somebody_reckons_by_hand()
    {
        var (a, b, c) = (shop.Seller(), shop.Seller(), shop.Seller());
        shop.Clock.Set("2034-02-02");
        var type = await shop.TypeAsync(Restaurant);
        var before = await shop.NumberAsync(await shop.SoldAsync(type, 5_000m, b));
        await SettleAsync("2034-02-20");

        shop.Clock.Set("2034-03-02");
        await shop.CampaignAsync("march", "2034-03-01", "2034-03-31");
        await shop.SoldAsync(type, 5_000m, a);
        var partly = await shop.SoldAsync(type, 5_000m, a);
        await shop.SoldAsync(type, 60_000m, a);
        await shop.SoldAsync(SalesGiven.Reload(before, 6_000.05m));
        var whole = await shop.SoldAsync(type, 5_000m, b);
        await shop.SoldAsync(type, 12_345.55m, c);
        await shop.SpendAsync(partly.Card!.Value, 1_100m);
        await shop.TakeBackAsync(partly.SaleNo);
        await shop.TakeBackAsync(whole.SaleNo);
        var batch = await SettleAsync("2034-04-10");

        batch.Statement.Total.ShouldBe(Yuan(1_143.46m));
        batch.Sellers.ToDictionary(s => s.Seller).ShouldSatisfyAllConditions(
            s => s[a.UserName].ShouldBe(new(a.UserName, Yuan(700m), Yuan(300m), Yuan(0m), Yuan(-40m), Yuan(960m))),
            s => s[b.UserName].ShouldBe(new(b.UserName, Yuan(60m), Yuan(0m), Yuan(0m), Yuan(0m), Yuan(60m))),
            s => s[c.UserName].ShouldBe(new(c.UserName, Yuan(123.46m), Yuan(0m), Yuan(0m), Yuan(0m), Yuan(123.46m))),
            s => s.Count.ShouldBe(3));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-08")]
    public async Task Lines_in_doubt_wait_for_the_answer()
    {
        var seller = shop.Seller();
        shop.Clock.Set("2035-03-02");
        var type = await shop.TypeAsync(Restaurant);
        var (sure, early, late) = (await SellAsync(5_000m), await SellAsync(6_000m), await SellAsync(7_000m));
        shop.Clock.Set("2035-03-20");
        await shop.Do(new MakePayable.Input());
        var first = await DoubtAsync(early);
        (await shop.Do(new FindSettlements.Input())).ShouldSatisfyAllConditions(
            f => (f.PayableLines, f.PayableTotal).ShouldBe((2, Yuan(120m))), f => f.DisputedLines.ShouldBe(1));

        var batch = await PrepareAsync();
        (batch.LineCount, batch.Total, batch.DisputedLines).ShouldBe((2, Yuan(120m), 1));
        (await shop.RefusalOf(new PrepareSettlement.Input { Key = Key() })).ShouldBe("storedvalue.only-doubted-lines");

        // A doubt about what was prepared already holds the approval up.
        var second = await DoubtAsync(late);
        (await shop.Do(new ReadSettlement.Input(batch.SettlementNo))).Statement.DisputedLines.ShouldBe(1);
        (await shop.RefusalOf(new DecideSettlement.Input(batch.SettlementNo, Approve: true))).ShouldBe("storedvalue.settlement-doubted");
        await shop.Do(new AnswerDispute.Input(second, "按 1% 计提"));
        await shop.Do(new DecideSettlement.Input(batch.SettlementNo, Approve: true));
        (await StateOfAsync(sure), await StateOfAsync(late), await StateOfAsync(early))
            .ShouldBe((CommissionState.Settled, CommissionState.Settled, CommissionState.Payable));

        await shop.Do(new AnswerDispute.Input(first, "按 1% 计提"));
        (await PrepareAsync()).ShouldSatisfyAllConditions(b => b.Total.ShouldBe(Yuan(60m)), b => b.DisputedLines.ShouldBe(0));

        async Task<long> SellAsync(decimal yuan) => (await shop.SoldAsync(type, yuan, seller)).SaleNo;

        async Task<CommissionLineView> LineAsync(long sale) =>
            (await shop.EarnedAsync(sale)).Single(l => l.Kind == CommissionKind.Commission);

        async Task<CommissionState> StateOfAsync(long sale) => (await LineAsync(sale)).State;

        async Task<Guid> DoubtAsync(long sale) => (await shop.Do(
            new DisputeLine.Input((await LineAsync(sale)).CommissionLine, "应为 2%"),
            caller: SalesGiven.As(seller, SalesPermissions.SellCards))).Dispute;
    }

    [Fact, Trait("Req", "SV-08"), Trait("Req", "SV-16")]
    public async Task What_was_taken_back_of_a_sale_in_doubt_waits_with_it()
    {
        var seller = shop.Seller();
        shop.Clock.Set("2036-03-02");
        var type = await shop.TypeAsync(Restaurant);
        await shop.SoldAsync(type, 6_000m, seller);
        var sold = await shop.SoldAsync(type, 5_000m, seller);
        shop.Clock.Set("2036-03-20");
        await shop.Do(new MakePayable.Input());
        await shop.SpendAsync(sold.Card!.Value, 1_100m);
        await shop.CloseCardAsync(sold.Card!.Value);
        var earned = (await shop.EarnedAsync(sold.SaleNo)).Single(l => l.Amount.Fen > 0).CommissionLine;
        var doubt = await shop.Do(new DisputeLine.Input(earned, "应为 2%"), caller: SalesGiven.As(seller, SalesPermissions.SellCards));

        (await shop.Do(new FindSettlements.Input())).ShouldSatisfyAllConditions(
            f => (f.PayableLines, f.PayableTotal).ShouldBe((1, Yuan(60m))), f => f.DisputedLines.ShouldBe(2));
        var batch = await PrepareAsync();

        (batch.LineCount, batch.Total, batch.DisputedLines).ShouldBe((1, Yuan(60m), 2));
        await shop.Do(new DecideSettlement.Input(batch.SettlementNo, Approve: true));
        await shop.Do(new AnswerDispute.Input(doubt.Dispute, "按 1% 计提"));
        (await shop.SettleAllAsync()).Statement.Total.ShouldBe(Yuan(10m));
    }

    private Task<SettlementView> PrepareAsync() => shop.Do(
        new PrepareSettlement.Input { Key = Key() }, caller: CardShop.Person("制单", SalesPermissions.PrepareSettlements));

    private async Task<ReadSettlement.Result> SettleAsync(string day)
    {
        shop.Clock.Set(day);
        await shop.Do(new CloseSalesCampaigns.Input());
        await shop.Do(new MakePayable.Input());
        var batch = await PrepareAsync();
        await shop.Do(new DecideSettlement.Input(batch.SettlementNo, Approve: true));
        return await shop.Do(new ReadSettlement.Input(batch.SettlementNo));
    }
}
