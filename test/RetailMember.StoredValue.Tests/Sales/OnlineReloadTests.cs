using RetailMember.Membership;
using RetailMember.People;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.Tests.Sales.SalesGiven;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Sales;

public sealed class OnlineReloadTestsOnSqlite(SqliteCards shop) : OnlineReloadTests(shop), IClassFixture<SqliteCards>;

public sealed class OnlineReloadTestsOnPostgres(PostgresCards shop) : OnlineReloadTests(shop), IClassFixture<PostgresCards>;

/// <summary>A holder orders a reload on his phone; it is loaded when its payment is confirmed.</summary>
public abstract class OnlineReloadTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-12"), Trait("Req", "SV-03")]
    public async Task A_reload_that_is_paid_online_has_the_usual_bonus_and_is_the_last_sellers()
    {
        var seller = shop.Seller();
        var (member, card) = await HeldAsync(seller);
        var phone = CardShop.Phone(member);

        var ordered = await shop.Do(new ReloadOwnCard.Input(card, Key(), Yuan(6_000m)), caller: phone);
        (ordered.State, ordered.Bonus).ShouldBe((SaleState.Draft, Yuan(600m)));
        (await shop.ReadAsync(card)).PrincipalFen.ShouldBe(500_000, "Nothing is paid.");
        (await shop.Do(new ReadOwnReload.Input(card), caller: phone)).Unpaid.ShouldBe(ordered);
        var paid = new ConfirmOnlinePayment.Input(ordered.SaleNo, Key(), Yuan(6_000m));
        var loaded = (await shop.Do(paid)).CardSale!;

        (loaded.State, loaded.Kind, loaded.Seller, loaded.Attribution, loaded.PaymentReference).ShouldBe(
            (SaleState.Delivered, SaleKind.Reload, seller.UserName, Attribution.LastSeller, paid.Transaction));
        var now = await shop.ReadAsync(card);
        (now.PrincipalFen, now.BonusFen).ShouldBe((1_100_000, 110_000));
        (await shop.YuanEarnedAsync(ordered.SaleNo)).ShouldBe(60m);
        (await shop.Do(paid)).CardSale.ShouldBe(loaded);
        (await shop.Do(new ReadOwnReload.Input(card), caller: phone)).Unpaid.ShouldBeNull();
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-12"), Trait("Req", "SV-01")]
    public async Task What_a_person_says_is_paid_is_loaded_by_another()
    {
        var (member, card) = await HeldAsync(shop.Seller());
        var order = new ReloadOwnCard.Input(card, Key(), Yuan(5_000m));
        var sale = (await shop.Do(order, caller: CardShop.Phone(member))).SaleNo;
        var finance = CardShop.Person(
            "finance", SalesPermissions.ConfirmPayments, SalesPermissions.TakePayments, SalesPermissions.SellCards,
            SalesPermissions.ViewSales);

        (await shop.Do(new ConfirmOnlinePayment.Input(sale, Key(), Yuan(5_000m)), caller: finance))
            .CardSale!.State.ShouldBe(SaleState.Paid);

        (await shop.ReadAsync(card)).PrincipalFen.ShouldBe(500_000);
        var waits = (await shop.Do(new ReadOwnReload.Input(card), caller: CardShop.Phone(member))).Unloaded.ShouldHaveSingleItem();
        (waits.SaleNo, waits.State).ShouldBe((sale, SaleState.Paid), "its holder reads that his money is here");
        (await shop.RefusalOf(new LoadSale.Input(sale), caller: finance)).ShouldBe("storedvalue.second-person-needed");
        (await shop.Do(new LoadSale.Input(sale), caller: CardShop.Person("cashier", SalesPermissions.TakePayments)))
            .State.ShouldBe(SaleState.Delivered);
        (await shop.ReadAsync(card)).PrincipalFen.ShouldBe(1_000_000);
        (await shop.Do(new ReadOwnReload.Input(card), caller: CardShop.Phone(member))).Unloaded.ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-12")]
    public async Task Nobody_orders_for_another_twice_or_too_little_and_what_is_not_paid_can_be_given_up()
    {
        var (member, card) = await HeldAsync(shop.Seller());
        var phone = CardShop.Phone(member);
        ReloadOwnCard.Input Order(decimal yuan) => new(card, Key(), Yuan(yuan));

        (await shop.RefusalOf(Order(6_000m), caller: CardShop.Phone(shop.Members.Add()))).ShouldBe("storedvalue.card-not-found");
        (await shop.RefusalOf(Order(4_999m), caller: phone)).ShouldBe("storedvalue.below-minimum-load");
        var first = await shop.Do(Order(6_000m), caller: phone);
        (await shop.RefusalOf(Order(6_000m), caller: phone)).ShouldBe("storedvalue.reload-waits");
        (await shop.RefusalOf(Paid(first.SaleNo))).ShouldBe("storedvalue.sale-paid-online");
        (await shop.RefusalOf(new ConfirmOnlinePayment.Input(first.SaleNo, Key(), Yuan(6_000m)), caller: phone)).ShouldBe("staff.only");
        (await shop.Do(new CancelOwnReload.Input(card), caller: phone)).State.ShouldBe(SaleState.Cancelled);
        (await shop.RefusalOf(new CancelOwnReload.Input(card), caller: phone)).ShouldBe("storedvalue.no-reload-waits");
        var counter = await shop.PaidAsync(Draft(await shop.TypeAsync(Restaurant), 5_000m));
        (await shop.RefusalOf(
            new ConfirmOnlinePayment.Input(counter, Key(), Yuan(5_000m)),
            caller: CardShop.Person("finance", SalesPermissions.ConfirmPayments))).ShouldBe("storedvalue.sale-not-online");
    }

    [Fact, Trait("Req", "SV-12"), Trait("Req", "CORE-44")]
    public async Task Twenty_notices_of_one_payment_load_once()
    {
        var (member, card) = await HeldAsync(shop.Seller());
        var sale = (await shop.Do(new ReloadOwnCard.Input(card, Key(), Yuan(5_000m)), caller: CardShop.Phone(member))).SaleNo;
        var notice = new ConfirmOnlinePayment.Input(sale, Key(), Yuan(5_000m));

        var told = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(notice)));

        told.ShouldAllBe(t => t.Accepted);
        (await shop.ReadAsync(card)).PrincipalFen.ShouldBe(1_000_000);
    }

    [Fact, Trait("Req", "SV-12"), Trait("Req", "CORE-44")]
    public async Task Of_twenty_taps_at_once_one_orders()
    {
        var (member, card) = await HeldAsync(shop.Seller());

        var ordered = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            shop.TryDo(new ReloadOwnCard.Input(card, Key(), Yuan(5_000m)), caller: CardShop.Phone(member))));

        ordered.Count(o => o.Accepted).ShouldBe(1);
        ordered.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "storedvalue.reload-waits");
    }

    [Fact, Trait("Req", "SV-12"), Trait("Req", "SV-19")]
    public async Task Money_for_a_card_that_was_blocked_meanwhile_is_written_down_and_loaded_later()
    {
        var (member, card) = await HeldAsync(shop.Seller());
        var sale = (await shop.Do(new ReloadOwnCard.Input(card, Key(), Yuan(5_000m)), caller: CardShop.Phone(member))).SaleNo;
        await shop.Do(new BlockCard.Input(card, BlockReason.Lost, "丢失"));

        (await shop.Do(new ConfirmOnlinePayment.Input(sale, Key(), Yuan(5_000m)))).CardSale!.State.ShouldBe(SaleState.Paid);
        (await shop.ReadAsync(card)).PrincipalFen.ShouldBe(500_000);
        await shop.Do(new UnblockCard.Input(card, "找回"));
        (await shop.Do(new LoadSale.Input(sale), caller: CardShop.Person("cashier", SalesPermissions.TakePayments)))
            .State.ShouldBe(SaleState.Delivered);
        (await shop.ReadAsync(card)).PrincipalFen.ShouldBe(1_000_000);
    }

    private async Task<(MemberSummary Member, Guid Card)> HeldAsync(StaffPerson seller)
    {
        var member = shop.Members.Add();
        var sold = await shop.SoldAsync(Draft(await shop.TypeAsync(Restaurant), 5_000m, seller) with { Member = member.MemberNo });
        return (member, sold.Card!.Value);
    }
}
