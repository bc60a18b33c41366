using RetailMember.People;
using RetailMember.Restaurant.Tests.House;

namespace RetailMember.Restaurant.Tests;

public sealed class SellerTestsOnSqlite(RestaurantOnSqlite host) : SellerTests(host), IClassFixture<RestaurantOnSqlite>;

public sealed class SellerTestsOnPostgres(RestaurantOnPostgres host) : SellerTests(host), IClassFixture<RestaurantOnPostgres>;

/// <summary>What the people earn who sell the restaurant's card.</summary>
public abstract class SellerTests(Testing.HostFixture fixture)
{
    [Fact, Trait("Req", "RS-11"), Trait("Req", "SV-02"), Trait("Req", "SV-03")]
    public async Task A_card_of_5000_brings_its_seller_50_and_a_renewal_of_6000_that_nobody_brought_another_60()
    {
        var house = await Hotel.OpenAsync(fixture.Host);
        var seller = await fixture.Host.Staff.HireAsync(DefaultRole.SalesAssistant, house.Brand, "s1");
        var type = await house.CardTypeAsync();

        var sold = await house.LoadAsync(new
        {
            key = Hotel.Key(), storeCode = "s1", cardType = type, seller, principal = 5_000, paymentMethod = "bankTransfer",
            tenderReference = "T",
        });
        await house.PostAsync($"storedvalue/sales/{sold.GetProperty("saleNo")}/delivery", new { });
        var cardNumber = await house.NumberAsync(sold.GetProperty("card").GetString()!);
        var renewed = await house.LoadAsync(new
        {
            key = Hotel.Key(), storeCode = "s1", cardNumber, principal = 6_000, paymentMethod = "bankTransfer", tenderReference = "T",
        });

        (await EarnedAsync(sold)).ShouldBe([(seller, 50m)]);
        (await EarnedAsync(renewed)).ShouldBe([(seller, 60m)]);

        async Task<IEnumerable<(string?, decimal)>> EarnedAsync(System.Text.Json.JsonElement sale) =>
            (await house.GetAsync($"storedvalue/sales/{sale.GetProperty("saleNo")}")).GetProperty("commissionLines").EnumerateArray()
            .Select(l => (l.GetProperty("seller").GetString(), l.GetProperty("amount").GetDecimal()));
    }
}
