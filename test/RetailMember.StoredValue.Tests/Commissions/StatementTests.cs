using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Campaigns;
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
        await shop.Do(new EditSalesCampaign.Input
        {
            Campaign = "march", Name = new LocalName("三月", "March"), From = new DateOnly(2034, 3, 1), To = new DateOnly(2034, 3, 31),
        });
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
            s => s[a.UserName].ShouldBe(new(a.UserName, Yuan(700m), Yuan(300m), Yuan(-40m), Yuan(960m))),
            s => s[b.UserName].ShouldBe(new(b.UserName, Yuan(60m), Yuan(0m), Yuan(0m), Yuan(60m))),
            s => s[c.UserName].ShouldBe(new(c.UserName, Yuan(123.46m), Yuan(0m), Yuan(0m), Yuan(123.46m))),
            s => s.Count.ShouldBe(3));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    private async Task<ReadSettlement.Result> SettleAsync(string day)
    {
        shop.Clock.Set(day);
        await shop.Do(new CloseSalesCampaigns.Input());
        await shop.Do(new MakePayable.Input());
        var batch = await shop.Do(
            new PrepareSettlement.Input { Key = Key() }, caller: CardShop.Person("制单", SalesPermissions.PrepareSettlements));
        await shop.Do(new DecideSettlement.Input(batch.SettlementNo, Approve: true));
        return await shop.Do(new ReadSettlement.Input(batch.SettlementNo));
    }
}
