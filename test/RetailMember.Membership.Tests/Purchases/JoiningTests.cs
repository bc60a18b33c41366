using RetailMember.Membership.Programmes;
using RetailMember.Membership.Purchases;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Purchases;

public sealed class JoiningTestsOnSqlite(SqliteShop shop) : JoiningTests(shop), IClassFixture<SqliteShop>;

public sealed class JoiningTestsOnPostgres(PostgresShop shop) : JoiningTests(shop), IClassFixture<PostgresShop>;

/// <summary>What a customer is told who is not a member yet; what modules add to it is their own affair.</summary>
public abstract class JoiningTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "OPS-13"), Trait("Req", "CORE-03")]
    public async Task An_entry_condition_that_the_smaller_bill_does_not_reach_is_told()
    {
        await shop.OpenDoorsAsync(new EnrolmentPolicy { Kind = EnrolmentKind.FirstPurchaseAtLeast, AmountFen = 128_00 });

        // 9.5折 of them: 127.99 and 128.00.
        var below = await QuoteAsync(134.73m);
        var reached = await QuoteAsync(134.74m);

        (below.Payable, below.Reached, below.EntryAmount).ShouldBe((Money.FromYuan(127.99m), false, Money.FromYuan(128m)));
        (reached.Payable, reached.Reached).ShouldBe((Money.FromYuan(128m), true));
    }

    [Fact, Trait("Req", "OPS-13")]
    public async Task What_the_till_has_priced_itself_saves_nothing()
    {
        await shop.OpenDoorsAsync(new EnrolmentPolicy());

        var quoted = await shop.Do(new QuoteJoining.Input
        {
            StoreCode = "s1", Lines = [new ReceiptLine { Amount = Money.FromYuan(80m), ListAmount = Money.FromYuan(100m) }],
        });

        (quoted.List, quoted.Payable).ShouldBe((Money.FromYuan(80m), Money.FromYuan(80m)));
        quoted.Savings.ShouldBeEmpty();
    }

    private Task<QuoteJoining.Result> QuoteAsync(decimal yuan) =>
        shop.Do(new QuoteJoining.Input { StoreCode = "s1", ListAmount = Money.FromYuan(yuan) });
}
