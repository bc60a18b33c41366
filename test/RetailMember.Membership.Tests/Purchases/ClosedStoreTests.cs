using RetailMember.Membership.Purchases;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Purchases;

/// <summary>The store closed when January 2026 was over.</summary>
public sealed class ClosedStoreTests(SqliteShop shop) : IClassFixture<SqliteShop>
{
    [Theory]
    [InlineData("2026-02-01")]
    [InlineData(null)]
    public async Task A_closed_store_takes_no_receipt(string? day)
    {
        var member = await shop.MemberAsync();

        (await shop.RefusalOf(Buy(member, 100, day) with { StoreCode = "closed" })).ShouldBe("store.closed");
        var quote = new Quote.Input { Member = member, StoreCode = "closed", Amount = Money.FromYuan(1) };
        (await shop.RefusalOf(quote)).ShouldBe("store.closed");
        (await shop.PointsOfAsync(member)).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_bought_before_the_closing_still_comes_in_late()
    {
        var member = await shop.MemberAsync();

        (await shop.Do(Buy(member, 100, "2026-01-31") with { StoreCode = "closed" })).Points.ShouldBe(100);
    }

    [Fact]
    public async Task Its_receipts_are_refunded_at_another_store()
    {
        var member = await shop.MemberAsync();
        await shop.Do(Buy(member, 100, "2026-01-15", receiptNo: "old-1") with { StoreCode = "closed" });
        var refund = new RefundPurchase.Input { RefundNo = Key(), StoreCode = "closed", ReceiptNo = "old-1", Amount = Money.FromYuan(40) };

        (await shop.RefusalOf(refund)).ShouldBe("store.closed");
        (await shop.Do(refund with { StoreCode = "s1", ReceiptStoreCode = "closed" })).PointsTaken.ShouldBe(40);
    }

    [Fact]
    public async Task It_enrols_nobody() =>
        (await shop.RefusalOf(Enrol(Mobile(Numbers.Next())) with { StoreCode = "closed" })).ShouldBe("store.closed");
}
