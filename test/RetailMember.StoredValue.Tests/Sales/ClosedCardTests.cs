using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Sales;

public sealed class ClosedCardTestsOnSqlite(SqliteCards shop) : ClosedCardTests(shop), IClassFixture<SqliteCards>;

public sealed class ClosedCardTestsOnPostgres(PostgresCards shop) : ClosedCardTests(shop), IClassFixture<PostgresCards>;

/// <summary>What a card that is given up means for whoever sold it.</summary>
public abstract class ClosedCardTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-16"), Trait("Req", "SV-08")]
    public async Task Principal_that_is_paid_out_takes_its_commission_back_also_long_after_the_sale()
    {
        shop.Clock.Set("2030-01-10");
        var seller = shop.Seller();
        var sold = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, seller);
        shop.Clock.Set("2030-03-10");
        await shop.Do(new MakePayable.Input());
        await shop.SpendAsync(sold.Card!.Value, 1_100m);

        await shop.CloseCardAsync(sold.Card!.Value);

        (await shop.LinesAsync(sold.SaleNo)).ShouldBe(
        [
            (CommissionKind.Commission, 50m, CommissionState.Payable), (CommissionKind.Commission, -40m, CommissionState.Payable),
        ]);
        var read = (await shop.Do(new ReadSale.Input(sold.SaleNo))).CardSale;
        (read.State, read.Refunded).ShouldBe((SaleState.Refunded, Yuan(4_000m)));
    }
}
