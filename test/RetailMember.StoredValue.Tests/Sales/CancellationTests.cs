using RetailMember.People;
using RetailMember.StoredValue.Accounting;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.UseCases;
using static RetailMember.StoredValue.SalesPermissions;
using static RetailMember.StoredValue.Tests.Sales.SalesGiven;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Sales;

public sealed class CancellationTestsOnSqlite(SqliteCards shop) : CancellationTests(shop), IClassFixture<SqliteCards>;

public sealed class CancellationTestsOnPostgres(PostgresCards shop) : CancellationTests(shop), IClassFixture<PostgresCards>;

/// <summary>Money that was taken and is on no card yet goes back by two hands, and the day tells how.</summary>
public abstract class CancellationTests(CardShop shop)
{
    private static readonly Caller Cashier = CardShop.Person(
        "收银", SellCards, ViewSales, TakePayments, StoredValuePermissions.ApproveClosings);
    private static readonly Caller Manager = CardShop.Person("店总", StoredValuePermissions.ApproveClosings);

    [Fact, Trait("Req", "SV-01"), Trait("Req", "SV-09")]
    public async Task A_paid_sale_is_cancelled_when_somebody_has_approved_who_neither_asked_nor_took_the_money()
    {
        shop.Clock.Set("2030-02-10");
        var sale = await shop.PaidAsync(Draft(await shop.TypeAsync(Restaurant), 5_000m));

        var asked = await shop.Do(new CancelSale.Input(sale, "顾客反悔") { Key = Key() }, caller: CardShop.Person("销售", SellCards, ViewSales));

        (asked.CardSale.State, asked.RefundRequest!.Payout, asked.RefundRequest.PaidOut)
            .ShouldBe((SaleState.Paid, PayoutWay.AsPaid, Yuan(5_000m)));
        (await shop.RefusalOf(new LoadSale.Input(sale))).ShouldBe("storedvalue.refund-requested-already");
        (await shop.RefusalOf(new CancelSale.Input(sale, "r") { Key = Key() })).ShouldBe("storedvalue.refund-requested-already");
        (await shop.Do(new ReadReconciliation.Input())).Payouts.ShouldBeEmpty("nothing is paid back yet");
        var decision = new DecideCancellation.Input(sale, true, "同意");
        (await shop.RefusalOf(decision, caller: Cashier)).ShouldBe("storedvalue.second-person-needed");
        (await shop.RefusalOf(decision, caller: CardShop.Clerk("二店长", 12, StoredValuePermissions.ApproveClosings)))
            .ShouldBe("storedvalue.sale-not-found");
        await shop.Do(decision, caller: Manager);

        var read = (await shop.Do(new ReadSale.Input(sale))).CardSale;
        (read.State, read.Refunded, read.EndedBy, read.EndedWhy).ShouldBe((SaleState.Cancelled, Yuan(5_000m), "店总", "顾客反悔"));
        var day = await shop.Do(new ReadReconciliation.Input());
        day.Payouts.ShouldBe([new("s1", PayoutWay.AsPaid, SaleTender.Cash, "店总", Yuan(5_000m))]);
        (day.Difference, day.Unexplained).ShouldBe((Yuan(0m), Yuan(0m)));
        var row = day.Loads.ShouldHaveSingleItem();
        (row.Paid, row.GivenBack, row.Difference).ShouldBe((Yuan(5_000m), Yuan(5_000m), Yuan(0m)), "nothing of it waits to be loaded");
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-09")]
    public async Task What_was_paid_on_another_day_and_goes_back_today_is_no_money_that_waits_to_be_loaded()
    {
        shop.Clock.Set("2030-03-10");
        var sale = await shop.PaidAsync(Draft(await shop.TypeAsync(Restaurant), 5_000m));
        await shop.Do(new CancelSale.Input(sale, "反悔") { Key = Key() }, caller: CardShop.Person("销售", SellCards, ViewSales));
        shop.Clock.Set("2030-03-11");
        await shop.Do(new DecideCancellation.Input(sale, true, "同意"), caller: Manager);

        var day = await shop.Do(new ReadReconciliation.Input());
        (day.Loads.ShouldHaveSingleItem().Difference, day.AwaitsLoad, day.Unexplained).ShouldBe((Yuan(-5_000m), Yuan(-5_000m), Yuan(0m)));
        var both = await shop.Do(new ReadReconciliation.Input(new DateOnly(2030, 3, 10), new DateOnly(2030, 3, 11)));
        (both.Loads.ShouldHaveSingleItem().Difference, both.AwaitsLoad, both.Unexplained).ShouldBe((Yuan(0m), Yuan(0m), Yuan(0m)));
    }

    [Fact, Trait("Req", "SV-01"), Trait("Req", "CORE-44")]
    public async Task After_a_declined_request_another_one_is_asked_and_the_same_one_answers_as_before()
    {
        var sale = await shop.PaidAsync(Draft(await shop.TypeAsync(Restaurant), 5_000m));
        var asker = CardShop.Person("销售", SellCards, ViewSales);
        var first = new CancelSale.Input(sale, "反悔") { Key = Key() };
        await shop.Do(first, caller: asker);
        await shop.Do(new DecideCancellation.Input(sale, false, "请再考虑"), caller: Manager);
        (await shop.TryDo(first, caller: asker)).Replayed.ShouldBeTrue();
        (await shop.RefusalOf(first with { Key = "" }, caller: asker))
            .ShouldBe("key.malformed", "without a key it would be no new request");

        (await shop.Do(first with { Key = Key() }, caller: asker)).RefundRequest!.State.ShouldBe(ClosingState.Requested);

        (await shop.Do(new ReadSale.Input(sale))).RefundRequest!.State.ShouldBe(ClosingState.Requested);
    }

    [Fact, Trait("Req", "SV-01")]
    public async Task Who_asked_does_not_decide_and_a_declined_cancellation_lets_the_card_be_loaded()
    {
        var sale = await shop.PaidAsync(Draft(await shop.TypeAsync(Restaurant), 5_000m));
        var asker = CardShop.Person("asks", SellCards, ViewSales, StoredValuePermissions.ApproveClosings);
        await shop.Do(new CancelSale.Input(sale, "反悔") { Key = Key() }, caller: asker);
        var decision = new DecideCancellation.Input(sale, true, "x");
        (await shop.RefusalOf(decision, caller: asker)).ShouldBe("storedvalue.decide-own-request");

        (await shop.Do(decision with { Approve = false }, caller: Manager)).State.ShouldBe(ClosingState.Declined);

        (await shop.RefusalOf(decision, caller: Manager)).ShouldBe("storedvalue.refund-not-requested");
        (await shop.Do(new LoadSale.Input(sale))).State.ShouldBe(SaleState.Loaded);
        (await shop.RefusalOf(decision, caller: Manager)).ShouldBe("storedvalue.sale-not-in-this-state");
    }

    [Fact, Trait("Req", "SV-01"), Trait("Req", "SV-10")]
    public async Task Money_goes_back_as_it_came_or_to_the_buyers_account()
    {
        var type = await shop.TypeAsync(Restaurant);
        var buyer = shop.Members.Add();
        shop.Members.Call(buyer, "张三");
        var card = await shop.PaidAsync(Draft(type, 5_000m) with { PaymentMethod = SaleTender.BankCard, Member = buyer.MemberNo });
        var cheque = await shop.PaidAsync(Draft(type, 6_000m) with { PaymentMethod = SaleTender.Cheque, TenderReference = "ZP-5" });
        await shop.Do(new ConfirmCheque.Input(cheque, Cleared: true), caller: CardShop.Person("财务", ConfirmCheques));
        var account = new CancelSale.Input(card, "反悔")
        {
            Key = Key(),
            Payout = PayoutWay.BankAccount, IdentityCheck = "身份证", AccountName = "李四", AccountNo = "62221111",
        };
        (await shop.RefusalOf(account)).ShouldBe("storedvalue.account-of-another");
        (await shop.RefusalOf(account with { AccountNo = null })).ShouldBe("field.not-empty");
        (await shop.RefusalOf(account with { Payout = PayoutWay.Cash })).ShouldBe("storedvalue.payout-not-in-cash");
        (await shop.RefusalOf(new CancelSale.Input(cheque, "反悔") { Key = Key() })).ShouldBe("storedvalue.cheque-goes-to-account");
        await shop.Do(account with { Key = Key(), Sale = cheque });
        (await shop.Do(new CancelSale.Input(card, "反悔") { Key = Key() })).RefundRequest!.AccountName.ShouldBeNull();

        var decision = new DecideCancellation.Input(card, true, "同意");
        (await shop.RefusalOf(decision, caller: Manager)).ShouldBe("field.not-empty", "a card payment is reversed under a number");
        (await shop.Do(decision with { PayoutReference = "POS-冲正-7" }, caller: Manager)).PayoutReference.ShouldBe("POS-冲正-7");
        (await shop.RefusalOf(decision with { Sale = cheque }, caller: Manager)).ShouldBe("field.not-empty", "a transfer has a number");
        var cash = await shop.PaidAsync(Draft(type, 5_000m));
        await shop.Do(account with { Key = Key(), Sale = cash, AccountName = "持卡人" });
        (await shop.RefusalOf(decision with { Sale = cash }, caller: Manager)).ShouldBe("field.not-empty", "cash that is transferred too");
        (await shop.Do(decision with { Sale = cheque, PayoutReference = "T-9" }, caller: Manager)).AccountTail.ShouldBe("1111");
    }

    [Fact, Trait("Req", "SV-01"), Trait("Req", "SV-12")]
    public async Task Loading_and_paying_back_at_once_end_in_one_of_the_two()
    {
        var type = await shop.TypeAsync(Restaurant);
        for (var i = 0; i < 5; i++)
        {
            var sale = await shop.PaidAsync(Draft(type, 5_000m));
            var both = await Task.WhenAll(
                TryAsync(() => shop.Do(new LoadSale.Input(sale))),
                TryAsync(() => shop.Do(new CancelSale.Input(sale, "反悔") { Key = Key() })));
            both.Count(done => done).ShouldBeGreaterThan(0);
            var read = await shop.Do(new ReadSale.Input(sale));
            if (read.RefundRequest is null) read.CardSale.State.ShouldBe(SaleState.Loaded);
            else read.CardSale.State.ShouldBe(SaleState.Paid);
        }

        static async Task<bool> TryAsync<T>(Func<Task<T>> done)
        {
            try
            {
                await done();
                return true;
            }
            catch (Refusal)
            {
                return false;
            }
        }
    }
}
