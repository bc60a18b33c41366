using RetailMember.People;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Law;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Types.Rules;
using static RetailMember.StoredValue.SalesPermissions;
using static RetailMember.StoredValue.Tests.Sales.SalesGiven;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Sales;

public sealed class SegregationTestsOnSqlite(SqliteCards shop) : SegregationTests(shop), IClassFixture<SqliteCards>;

public sealed class SegregationTestsOnPostgres(PostgresCards shop) : SegregationTests(shop), IClassFixture<PostgresCards>;

/// <summary>Who sells neither takes the money, nor loads, nor gives it back, however he words the sale.</summary>
public abstract class SegregationTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-01")]
    public async Task A_seller_who_names_nobody_is_the_seller_himself()
    {
        var cashier = shop.Seller();
        var caller = As(cashier, SellCards, TakePayments, DeliverCards);
        var draft = (await shop.Do(Draft(await shop.TypeAsync(Restaurant), 5_000m), caller: caller)).CardSale;

        (draft.Seller, draft.Attribution).ShouldBe((cashier.UserName, Attribution.Drafter));
        (await shop.RefusalOf(Paid(draft.SaleNo), caller: caller)).ShouldBe("storedvalue.second-person-needed");
        await shop.Do(Paid(draft.SaleNo));
        (await shop.RefusalOf(new LoadSale.Input(draft.SaleNo), caller: caller)).ShouldBe("storedvalue.seller-may-not-load");
        (await shop.Do(new LoadSale.Input(draft.SaleNo))).State.ShouldBe(SaleState.Loaded);
    }

    [Fact, Trait("Req", "SV-01"), Trait("Req", "OPS-18")]
    public async Task A_card_is_handed_over_by_its_seller_who_loaded_it_or_their_manager_and_by_no_colleague()
    {
        var (seller, colleague) = (shop.Seller(), shop.Seller());
        var type = await shop.TypeAsync(Restaurant);
        var loader = CardShop.Person("充值", TakePayments, DeliverCards);
        string[] refused =
        [
            await RefusedAsync(As(colleague, SellCards, DeliverCards, ViewSales)),
            await RefusedAsync(CardShop.Clerk("店长", 11, SellCards, ViewTeam)),
        ];
        refused.ShouldBe(["storedvalue.anothers-to-deliver", "permission.denied"]);
        foreach (var may in new[] { As(seller, DeliverCards), loader, CardShop.Clerk("店长", 11, DeliverCards, ViewTeam) })
            (await shop.Do(new DeliverSale.Input(await LoadedAsync()), caller: may)).State.ShouldBe(SaleState.Delivered, may.Name);
        (await shop.RefusalOf(
            new DeliverSale.Input(await LoadedAsync()), caller: CardShop.Clerk("二店店长", 12, DeliverCards, ViewTeam)))
            .ShouldBe("storedvalue.sale-not-found");

        async Task<string> RefusedAsync(Caller who)
        {
            var sale = await LoadedAsync();
            var no = await shop.RefusalOf(new DeliverSale.Input(sale), caller: who);
            (await shop.Do(new ReadSale.Input(sale))).CardSale.State.ShouldBe(SaleState.Loaded);
            return no;
        }

        async Task<long> LoadedAsync()
        {
            var sale = await shop.PaidAsync(Draft(type, 5_000m, seller));
            return (await shop.Do(new LoadSale.Input(sale), caller: loader)).SaleNo;
        }
    }

    [Fact, Trait("Req", "SV-01"), Trait("Req", "SV-03")]
    public async Task Who_drafts_a_reload_that_is_nobodys_does_not_load_it()
    {
        var caller = As(shop.Seller(), SellCards, TakePayments);
        var number = await shop.NumberAsync(await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m));

        var draft = (await shop.Do(Reload(number, 6_000m), caller: caller)).CardSale;

        (draft.Seller, draft.Attribution).ShouldBe((null, Attribution.Store));
        (await shop.RefusalOf(Paid(draft.SaleNo), caller: caller)).ShouldBe("storedvalue.second-person-needed");
    }

    [Fact, Trait("Req", "SV-01"), Trait("Req", "SV-10")]
    public async Task Who_takes_the_money_says_how_it_was_paid()
    {
        var type = await shop.TypeAsync(Restaurant);
        var draft = Draft(type, 6_000m) with { PaymentMethod = SaleTender.BankTransfer, TenderReference = "T-1" };
        var (cash, cheque) = ((await shop.Do(draft)).CardSale.SaleNo, (await shop.Do(draft with { Key = Key() })).CardSale.SaleNo);

        var paid = await shop.Do(Paid(cash, SaleTender.Cash));
        (paid.PaymentMethod, paid.TenderReference, paid.State).ShouldBe((SaleTender.Cash, null, SaleState.Paid));
        (await shop.RefusalOf(Paid(cheque, SaleTender.Cheque))).ShouldBe("field.not-empty");
        (await shop.Do(Paid(cheque, SaleTender.Cheque) with { TenderReference = "ZP-1" })).State.ShouldBe(SaleState.AwaitsCheque);
        (await shop.RefusalOf(draft with { Key = Key(), PaymentMethod = SaleTender.Online })).ShouldBe("storedvalue.online-is-the-holders");
    }

    [Fact, Trait("Req", "SV-01")]
    public async Task A_cheque_is_handed_back_where_one_may_take_money_and_not_by_who_took_it()
    {
        var cheque = Draft(await shop.TypeAsync(Restaurant), 6_000m) with
        {
            PaymentMethod = SaleTender.Cheque, TenderReference = "ZP-78",
        };
        var took = CardShop.Person("took", SellCards, ViewSales, TakePayments);
        var sale = (await shop.Do(cheque)).CardSale.SaleNo;
        await shop.Do(Paid(sale, SaleTender.Cheque), caller: took);
        // May sell everywhere, and take money at the other store.
        var other = CardShop.Clerk("cashier-of-two", 12, SellCards, TakePayments);
        var cancel = new CancelSale.Input(sale, "顾客反悔") { Key = Key() };

        (await shop.RefusalOf(cancel, caller: other)).ShouldBe("storedvalue.sale-not-found");
        (await shop.RefusalOf(cancel, caller: CardShop.Person("sells", SellCards, ViewSales))).ShouldBe("permission.denied");
        (await shop.RefusalOf(cancel, caller: took)).ShouldBe("storedvalue.second-person-needed");
        (await shop.Do(cancel)).CardSale.State.ShouldBe(SaleState.Cancelled);
    }

    [Fact, Trait("Req", "SV-01"), Trait("Req", "SV-10")]
    public async Task Who_took_a_cheque_does_not_say_that_it_has_cleared()
    {
        var finance = CardShop.Person("alone", TakePayments, ConfirmCheques);
        var cheque = Draft(await shop.TypeAsync(Restaurant), 6_000m) with
        {
            PaymentMethod = SaleTender.Cheque, TenderReference = "ZP-77",
        };
        var sale = (await shop.Do(cheque)).CardSale.SaleNo;
        await shop.Do(Paid(sale, SaleTender.Cheque), caller: finance);

        (await shop.RefusalOf(new ConfirmCheque.Input(sale, Cleared: true), caller: finance))
            .ShouldBe("storedvalue.second-person-needed");
        (await shop.Do(new ConfirmCheque.Input(sale, Cleared: true), caller: CardShop.Person("second", ConfirmCheques)))
            .State.ShouldBe(SaleState.Paid);
    }

    [Fact, Trait("Req", "RS-03"), Trait("Req", "SV-01")]
    public async Task A_sale_has_the_bonus_that_the_customer_was_told_although_the_type_has_changed()
    {
        var type = await shop.TypeAsync(Restaurant);
        var sale = await shop.PaidAsync(Draft(type, 5_000m));
        shop.Clock.Set("2031-01-02");
        await shop.Do(new EditCardType.Input(type, Restaurant with
        {
            Bands = [],
            Examples = [new CardTypeExample("充五千不送", Yuan(5_000m), null, CardTypeExampleResult.Of(Pockets(5_000m, 0)))],
        }));
        await shop.Do(new ActivateCardType.Input(type));

        (await shop.Do(new LoadSale.Input(sale))).Bonus.ShouldBe(Yuan(500m));
    }

    [Fact, Trait("Req", "SV-19"), Trait("Req", "SV-01")]
    public async Task Who_guesses_card_numbers_at_the_sales_desk_is_stopped()
    {
        var guesser = As(shop.Seller(), SellCards);
        for (var i = 0; i < MembersInMemory.MostGuesses; i++)
            (await shop.RefusalOf(Reload(CardNumbers.Draw(), 6_000m), caller: guesser)).ShouldBe("storedvalue.card-not-usable");
        (await shop.RefusalOf(Reload(CardNumbers.Draw(), 6_000m), caller: guesser)).ShouldBe("membership.too-many-look-ups");
    }
}

/// <summary>A brand that is so small that one person does it all says so.</summary>
public sealed class OnePersonTests(OnePersonTests.SmallShop shop) : IClassFixture<OnePersonTests.SmallShop>
{
    [Fact, Trait("Req", "SV-01"), Trait("Req", "SV-12")]
    public async Task One_person_takes_money_gives_it_back_and_loads_what_was_paid_online()
    {
        var owner = As(shop.Seller(), SellCards, TakePayments, ConfirmPayments, DeliverCards);
        var type = await shop.TypeAsync(Restaurant);
        var sale = (await shop.Do(Draft(type, 5_000m), caller: owner)).CardSale.SaleNo;
        await shop.Do(Paid(sale), caller: owner);
        (await shop.Do(new CancelSale.Input(sale, "反悔") { Key = Key() }, caller: owner)).CardSale.State.ShouldBe(SaleState.Cancelled);

        var holder = shop.Members.Add();
        var card = (await shop.SoldAsync(Draft(type, 5_000m) with { Member = holder.MemberNo })).Card!.Value;
        var reload = await shop.Do(new ReloadOwnCard.Input(card, Key(), Yuan(5_000m)), caller: CardShop.Phone(holder));
        (await shop.Do(new ConfirmOnlinePayment.Input(reload.SaleNo, Key(), Yuan(5_000m)), caller: owner))
            .CardSale!.State.ShouldBe(SaleState.Delivered);
    }

    public sealed class SmallShop() : SettingsShop((SaleBook.SellersMayLoadSetting, "true"));
}

/// <summary>Where the law on cash is enforced, restating a card payment as cash does not get round it.</summary>
public sealed class CashLawTests(CashLawTests.StrictShop shop) : IClassFixture<CashLawTests.StrictShop>
{
    [Fact, Trait("Req", "OPS-17"), Trait("Req", "SV-01")]
    public async Task Sixty_thousand_are_not_taken_in_cash_whatever_was_drafted()
    {
        var draft = Draft(await shop.TypeAsync(Restaurant), 60_000m) with { PaymentMethod = SaleTender.BankTransfer };
        (await shop.RefusalOf(draft with { PaymentMethod = SaleTender.Cash })).ShouldBe("storedvalue.too-much-cash");
        var sale = (await shop.Do(draft with { Key = Key() })).CardSale.SaleNo;

        (await shop.RefusalOf(Paid(sale, SaleTender.Cash))).ShouldBe("storedvalue.too-much-cash");
        (await shop.Do(Paid(sale, SaleTender.BankTransfer))).State.ShouldBe(SaleState.Paid);
    }

    public sealed class StrictShop() : SettingsShop((GuardRails.SettingOf("Cash"), "refuse"));
}
