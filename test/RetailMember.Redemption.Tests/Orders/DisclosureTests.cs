using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Orders.Services;
using RetailMember.Redemption.Pages.Orders;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using RetailMember.Texts;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Orders;

public sealed class DisclosureTestsOnSqlite(SqliteShop shop) : DisclosureTests(shop), IClassFixture<SqliteShop>;

public sealed class DisclosureTestsOnPostgres(PostgresShop shop) : DisclosureTests(shop), IClassFixture<PostgresShop>;

/// <summary>A code that staff saw no longer proves that the member showed it: the trace says who saw it.</summary>
[Trait("Req", "CORE-35")]
public abstract class DisclosureTests(Shop.Shop shop)
{
    [Fact]
    public async Task An_order_collected_by_a_code_that_a_cashier_has_seen_says_so()
    {
        var (order, code) = await OrderAsync(Goods(100));

        await shop.Do(new Collect.Input { Key = Key(), StoreCode = "s1", Code = code });

        var read = await shop.Do(new ReadOrder.Input(order));
        read.Steps[^1].Note.ShouldBe("disclosed: house");
        read.CodeDisclosed.ShouldBe(new Disclosure("house", shop.Clock.GetUtcNow().UtcDateTime));
        new TextCatalogue([typeof(RedemptionModule).Assembly]).For("en").OfNote(read.Steps[^1].Note)
            .ShouldBe("By its code, which house had seen before");
    }

    [Fact]
    public async Task A_code_that_the_member_alone_has_seen_is_a_code()
    {
        var member = await shop.RichAsync(100);
        var order = (await shop.Do(Order((await shop.OfferAsync(Goods(100)))[0], member))).Order;

        await shop.Do(new Collect.Input { Key = Key(), StoreCode = "s1", Code = await CodeAsync(order) });

        var read = await shop.Do(new ReadOrder.Input(order));
        (read.Steps[^1].Note, read.CodeDisclosed).ShouldBe(("code", null));
    }

    [Fact]
    public async Task A_service_had_by_a_code_that_was_seen_says_so()
    {
        var (order, code) = await OrderAsync(Goods(100) with
        {
            Kind = RewardKind.Service,
            Service = new ServiceTerms { Uses = 2, Days = 30 },
        });

        await shop.Do(new UseEntitlement.Input { Key = Key(), StoreCode = "s1", Code = code });

        (await shop.Do(new ReadEntitlement.Input(order))).History.ShouldHaveSingleItem().Note.ShouldBe("disclosed: house");
    }

    [Fact]
    public async Task A_voucher_used_by_a_code_that_was_seen_says_so_until_it_is_passed_on()
    {
        var (id, code, _) = await shop.VoucherAsync(Worth(10m) with { PartialUse = true, Transferable = true });
        var (passed, _, _) = await shop.VoucherAsync(Worth(10m) with { Transferable = true });

        await shop.Do(Use(code, 4m));
        await shop.Do(new TransferVoucher.Input(passed, shop.Members.Add().MemberNo));

        (await shop.Do(new ReadVoucher.Input(id))).ShouldSatisfyAllConditions(
            v => v.History[^1].CodeDisclosedBy.ShouldBe("house"),
            v => v.CodeDisclosed!.Operator.ShouldBe("house"));
        (await shop.Do(new ReadVoucher.Input(passed))).CodeDisclosed.ShouldBeNull();
    }

    /// <summary>Past every use case.</summary>
    private Task<string> CodeAsync(Guid order) => shop.InTables(t =>
        t.GetRequiredService<RedemptionDb>().RewardOrders.Where(o => o.Id == order).Select(o => o.Code).SingleAsync());

    private async Task<(Guid Order, string Code)> OrderAsync(RewardTerms reward)
    {
        var order = (await shop.Do(Order((await shop.OfferAsync(reward))[0], await shop.RichAsync(100)))).Order;
        return (order, (await shop.Do(new RevealOrder.Input(order))).Code);
    }
}
