using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.StoredValue.Accounting;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Sales.Unexpected;
using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.SalesPermissions;
using static RetailMember.StoredValue.Tests.Sales.SalesGiven;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Sales;

public sealed class UnexpectedPaymentTestsOnSqlite(SqliteCards shop) : UnexpectedPaymentTests(shop), IClassFixture<SqliteCards>;

public sealed class UnexpectedPaymentTestsOnPostgres(PostgresCards shop) : UnexpectedPaymentTests(shop), IClassFixture<PostgresCards>;

/// <summary>Money that has arrived online and that no order waits for is written down, and goes back by two hands.</summary>
public abstract partial class UnexpectedPaymentTests(CardShop shop)
{
    private static readonly Caller Finance = CardShop.Person("财务", ConfirmPayments, ViewFinance);
    private static readonly Caller Director = CardShop.Person("总监", StoredValuePermissions.ApproveClosings, ViewFinance);

    [Fact, Trait("Req", "SV-12"), Trait("Req", "CORE-44")]
    public async Task Twenty_notices_of_money_for_a_cancelled_order_are_written_down_once_and_answered()
    {
        var (member, card) = await HeldAsync();
        var sale = await OrderAsync(member, card, 5_000m);
        await shop.Do(new CancelOwnReload.Input(card), caller: CardShop.Phone(member));
        var notice = new ConfirmOnlinePayment.Input(sale, Key(), Yuan(5_000m));

        var told = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(notice)));

        told.ShouldAllBe(t => t.Accepted && t.Value!.PaymentOutcome == OnlinePaymentOutcome.Unexpected);
        await shop.Do(new ConfirmOnlinePayment.Input(sale, $" {notice.Transaction} ", Yuan(5_000m)));
        var payment = (await OfAsync(sale)).ShouldHaveSingleItem();
        (payment.Cause, payment.Arrived, payment.PaymentReference, payment.MemberNo, payment.State)
            .ShouldBe((UnexpectedCause.OrderCancelled, Yuan(5_000m), notice.Transaction, member.MemberNo, UnexpectedState.Open));
        (await shop.ReadAsync(card)).PrincipalFen.ShouldBe(500_000, "It is on no card.");
    }

    [Fact, Trait("Req", "SV-12"), Trait("Req", "CORE-44")]
    public async Task Twenty_payments_at_once_for_one_order_load_one_and_write_the_others_down()
    {
        var (member, card) = await HeldAsync();
        var sale = await OrderAsync(member, card, 5_000m);

        var told = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            shop.TryDo(new ConfirmOnlinePayment.Input(sale, Key(), Yuan(5_000m)))));

        told.Count(t => t.Accepted && t.Value!.PaymentOutcome == OnlinePaymentOutcome.Accepted).ShouldBe(1);
        told.ShouldAllBe(t => t.Accepted);
        (await shop.ReadAsync(card)).PrincipalFen.ShouldBe(1_000_000);
        var others = await OfAsync(sale);
        (others.Count, others.Select(o => o.Cause).Distinct().Single()).ShouldBe((19, UnexpectedCause.PaidBefore));
    }

    [Fact, Trait("Req", "SV-12"), Trait("Req", "SV-09")]
    public async Task Another_amount_is_written_down_paid_back_by_two_hands_and_stands_in_the_days_books()
    {
        shop.Clock.Set("2031-02-10");
        var (member, card) = await HeldAsync();
        shop.Members.Call(member, "张三");
        var sale = await OrderAsync(member, card, 6_000m);
        shop.Clock.Set("2031-02-11");

        var told = await shop.Do(new ConfirmOnlinePayment.Input(sale, "WX-1" + Key(), Yuan(5_999m)));

        (told.CardSale!.State, told.ArrivedUnexpected!.Cause, told.ArrivedUnexpected.Ordered)
            .ShouldBe((SaleState.Draft, UnexpectedCause.OtherAmount, Yuan(6_000m)), "the order waits still");
        var day = await shop.Do(new ReadReconciliation.Input());
        day.UnexpectedMoney.ShouldBe([new("s1", "house", 1, Yuan(5_999m))]);
        (day.Difference, day.AwaitsPayout, day.Unexplained).ShouldBe((Yuan(5_999m), Yuan(5_999m), Yuan(0m)));
        var ask = new ReturnUnexpectedPayment.Input(told.ArrivedUnexpected.UnexpectedPayment, "金额不符")
        {
            Key = Key(), Payout = PayoutWay.BankAccount, IdentityCheck = "身份证", AccountName = "李四", AccountNo = "62221111",
        };
        (await shop.RefusalOf(ask, caller: Finance)).ShouldBe("storedvalue.account-of-another");
        (await shop.RefusalOf(ask with { Payout = PayoutWay.Cash }, caller: Finance)).ShouldBe("storedvalue.payout-not-in-cash");
        (await shop.Do(ask with { AccountName = "张三" }, caller: Finance)).State.ShouldBe(UnexpectedState.Asked);
        (await shop.RefusalOf(ask with { Key = Key(), AccountName = "张三" }, caller: Finance))
            .ShouldBe("storedvalue.refund-requested-already");
        var decide = new DecideUnexpectedReturn.Input(ask.UnexpectedPayment, true, "同意");
        (await shop.RefusalOf(decide, caller: CardShop.Person("财务", StoredValuePermissions.ApproveClosings)))
            .ShouldBe("storedvalue.decide-own-request");
        (await shop.RefusalOf(decide, caller: CardShop.Clerk("二店长", 12, StoredValuePermissions.ApproveClosings)))
            .ShouldBe("storedvalue.unexpected-payment-not-found");
        (await shop.RefusalOf(decide, caller: Director)).ShouldBe("field.not-empty", "it goes back under a number");
        await shop.Do(decide with { Approve = false }, caller: Director);
        await shop.Do(ask with { Key = Key(), AccountName = "张三" }, caller: Finance);
        shop.Clock.Set("2031-02-12");

        var back = await shop.Do(decide with { PayoutReference = "T-1" }, caller: Director);

        (back.State, back.RefundRequest!.PaidOut, back.RefundRequest.AccountTail)
            .ShouldBe((UnexpectedState.Returned, Yuan(5_999m), "1111"));
        (await shop.RefusalOf(ask with { Key = Key() }, caller: Finance)).ShouldBe("storedvalue.unexpected-payment-returned");
        (await shop.RefusalOf(decide, caller: Director)).ShouldBe("storedvalue.refund-not-requested");
        var paid = await shop.Do(new ReadReconciliation.Input());
        paid.Payouts.ShouldBe([new("s1", PayoutWay.BankAccount, null, "总监", Yuan(5_999m))]);
        (paid.Difference, paid.AwaitsPayout, paid.Unexplained).ShouldBe((Yuan(-5_999m), Yuan(-5_999m), Yuan(0m)));
        var both = await shop.Do(new ReadReconciliation.Input(new DateOnly(2031, 2, 11), new DateOnly(2031, 2, 12)));
        (both.Difference, both.AwaitsPayout, both.Unexplained).ShouldBe((Yuan(0m), Yuan(0m), Yuan(0m)));
        (await shop.Do(new ConfirmOnlinePayment.Input(sale, Key(), Yuan(6_000m)))).CardSale!.State.ShouldBe(SaleState.Delivered);
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-12")]
    public async Task A_person_says_that_he_has_really_seen_such_money_and_does_not_decide_on_it()
    {
        var (member, card) = await HeldAsync();
        var sale = await OrderAsync(member, card, 6_000m);
        var mistyped = new ConfirmOnlinePayment.Input(sale, Key(), Yuan(600m));
        (await shop.RefusalOf(mistyped, caller: Finance)).ShouldBe("storedvalue.paid-differs");
        await shop.Do(new CancelOwnReload.Input(card), caller: CardShop.Phone(member));
        var seen = new ConfirmOnlinePayment.Input(sale, Key(), Yuan(6_000m));
        (await shop.RefusalOf(seen, caller: Finance)).ShouldBe("storedvalue.sale-not-in-this-state");

        var payment = (await shop.Do(seen with { EvenUnexpected = true }, caller: Finance)).ArrivedUnexpected.ShouldNotBeNull();

        var id = payment.UnexpectedPayment;
        await shop.Do(
            new ReturnUnexpectedPayment.Input(id, "已取消") { Key = Key() }, caller: CardShop.Person("财务二", ConfirmPayments));
        var decide = new DecideUnexpectedReturn.Input(id, true, "同意", "REV-1");
        (await shop.RefusalOf(decide, caller: CardShop.Person("财务", StoredValuePermissions.ApproveClosings)))
            .ShouldBe("storedvalue.second-person-needed");
        (await shop.Do(decide, caller: Director)).State.ShouldBe(UnexpectedState.Returned);
    }

    [Fact, Trait("Req", "SV-12"), Trait("Req", "CORE-44")]
    public async Task What_a_person_said_first_is_known_when_the_provider_tells_it()
    {
        var (member, card) = await HeldAsync();
        var sale = await OrderAsync(member, card, 6_000m);
        await shop.Do(new CancelOwnReload.Input(card), caller: CardShop.Phone(member));
        var notice = new ConfirmOnlinePayment.Input(sale, Key(), Yuan(6_000m));
        var seen = await shop.Do(notice with { EvenUnexpected = true }, caller: Finance);

        var told = await shop.Do(notice);

        told.ArrivedUnexpected!.UnexpectedPayment.ShouldBe(seen.ArrivedUnexpected!.UnexpectedPayment);
        (await OfAsync(sale)).Count.ShouldBe(1);
        (await shop.RefusalOf(notice with { Paid = Yuan(5_999m) })).ShouldBe("storedvalue.payment-told-otherwise");
    }

    [Fact, Trait("Req", "SV-12"), Trait("Req", "SV-09")]
    public async Task Money_for_a_counter_sale_or_for_no_order_is_written_down_and_goes_to_whoever_shows_that_it_is_his()
    {
        shop.Clock.Set("2031-03-20");
        var member = shop.Members.Add();
        shop.Members.Call(member, "张三");
        var draft = Draft(await shop.TypeAsync(Restaurant), 5_000m) with { Member = member.MemberNo };
        var counter = (await shop.Do(draft)).CardSale.SaleNo;
        const long none = 999_999_999;
        (await shop.RefusalOf(new ConfirmOnlinePayment.Input(counter, Key(), Yuan(7m)), caller: Finance))
            .ShouldBe("storedvalue.sale-not-online");
        (await shop.RefusalOf(new ConfirmOnlinePayment.Input(none, Key(), Yuan(8m)), caller: Finance))
            .ShouldBe("storedvalue.sale-not-found");

        var here = await shop.Do(new ConfirmOnlinePayment.Input(counter, Key(), Yuan(7m)));
        var nowhere = await shop.Do(new ConfirmOnlinePayment.Input(none, Key(), Yuan(8m)));

        (here.CardSale!.State, here.ArrivedUnexpected!.Cause, here.ArrivedUnexpected.StoreCode)
            .ShouldBe((SaleState.Draft, UnexpectedCause.NotOnline, "s1"));
        nowhere.CardSale.ShouldBeNull();
        var unknown = nowhere.ArrivedUnexpected.ShouldNotBeNull();
        (unknown.SaleNo, unknown.Cause, unknown.StoreCode, unknown.MemberNo, unknown.Ordered)
            .ShouldBe((none, UnexpectedCause.NoSuchOrder, null, null, null));
        (await shop.Do(new ReadReconciliation.Input())).ShouldSatisfyAllConditions(
            day => day.UnexpectedMoney.ShouldBe([new("", "house", 1, Yuan(8m)), new("s1", "house", 1, Yuan(7m))]),
            day => (day.AwaitsPayout, day.Unexplained).ShouldBe((Yuan(15m), Yuan(0m))));
        foreach (var payment in new[] { here.ArrivedUnexpected, unknown })
        {
            await shop.Do(
                new ReturnUnexpectedPayment.Input(payment.UnexpectedPayment, "付错了")
                {
                    Key = Key(), Payout = PayoutWay.BankAccount, IdentityCheck = "身份证", AccountName = "李四", AccountNo = "62221111",
                },
                caller: Finance);
        }

        var decide = new DecideUnexpectedReturn.Input(unknown.UnexpectedPayment, true, "同意", "T-1");
        (await shop.RefusalOf(decide, caller: CardShop.Clerk("一店长", 11, StoredValuePermissions.ApproveClosings)))
            .ShouldBe("storedvalue.unexpected-payment-not-found", "It is no store's.");
        (await shop.Do(decide, caller: Director)).State.ShouldBe(UnexpectedState.Returned);
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-12"), Trait("Req", "SV-09"), Trait("Req", "CORE-44")]
    public async Task Finance_writes_money_down_that_names_no_order_once_however_often_it_is_told()
    {
        var (member, card) = await HeldAsync();
        var seen = new ConfirmOnlinePayment.Input(0, Key(), Yuan(88m)) { EvenUnexpected = true };

        var told = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(seen, caller: Finance)));

        told.ShouldAllBe(t => t.Accepted);
        var payment = told.Select(t => t.Value!.ArrivedUnexpected!.UnexpectedPayment).Distinct().ShouldHaveSingleItem();
        var listed = (await shop.Do(new FindUnexpectedPayments.Input { Size = 100 })).Items.Single(p => p.UnexpectedPayment == payment);
        (listed.SaleNo, listed.Cause, listed.Arrived, listed.ReportedBy).ShouldBe((null, UnexpectedCause.NoSuchOrder, Yuan(88m), "财务"));
        (await shop.RefusalOf(seen with { Transaction = Key(), EvenUnexpected = false }, caller: Finance))
            .ShouldBe("storedvalue.payment-names-no-order", "He is asked first.");
        (await shop.RefusalOf(seen with { Transaction = Key(), Sale = -1 }, caller: Finance)).ShouldStartWith("field.");
        (await shop.RefusalOf(seen with { Transaction = Key() }, caller: CardShop.Person("收银", TakePayments)))
            .ShouldBe("permission.denied");

        var sale = await OrderAsync(member, card, 5_000m);
        var expected = await shop.Do(seen with { Sale = sale, Transaction = Key(), Paid = Yuan(5_000m) }, caller: Finance);
        (expected.PaymentOutcome, expected.CardSale!.State).ShouldBe((OnlinePaymentOutcome.Accepted, SaleState.Paid), "An order waited.");
        var again = new ConfirmOnlinePayment.Input(sale, Key(), Yuan(5_000m));
        (await shop.TryDo(again, caller: Finance)).Refusal.ShouldNotBeNull().ShouldSatisfyAllConditions(
            no => no.Code.ShouldBe("storedvalue.sale-paid-before"), no => no.Facts.ShouldContain(("by", (object)"财务")));
    }

    [Fact, Trait("Req", "SV-12"), Trait("Req", "CORE-44")]
    public async Task Of_twenty_who_ask_and_twenty_who_decide_at_once_it_goes_back_once()
    {
        var (member, card) = await HeldAsync();
        var sale = await OrderAsync(member, card, 5_000m);
        var id = (await shop.Do(new ConfirmOnlinePayment.Input(sale, Key(), Yuan(5m)))).ArrivedUnexpected!.UnexpectedPayment;

        var asked = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            shop.TryDo(new ReturnUnexpectedPayment.Input(id, "金额不符") { Key = Key() }, caller: Finance)));
        asked.Count(a => a.Accepted).ShouldBe(1);
        asked.Where(a => !a.Accepted).ShouldAllBe(a => a.Refusal!.Code == "storedvalue.refund-requested-already");
        var decided = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            shop.TryDo(new DecideUnexpectedReturn.Input(id, true, "同意", $"REV-{i}"), caller: Director)));

        decided.Count(d => d.Accepted).ShouldBe(1);
        decided.Where(d => !d.Accepted).ShouldAllBe(d => d.Refusal!.Code == "storedvalue.refund-not-requested");
    }

    [Fact, Trait("Req", "SV-12"), Trait("Req", "OPS-18")]
    public async Task The_list_is_filtered_read_page_by_page_and_another_brands_is_nobodys()
    {
        shop.Clock.Set("2031-05-10");
        var (member, card) = await HeldAsync();
        var sale = await OrderAsync(member, card, 5_000m);
        for (var i = 1; i <= 5; i++) await shop.Do(new ConfirmOnlinePayment.Input(sale, Key(), Yuan(i)));
        shop.Clock.Set("2031-05-11");
        var today = (await shop.Do(new ConfirmOnlinePayment.Input(sale, Key(), Yuan(6m)))).ArrivedUnexpected!.UnexpectedPayment;
        await shop.Do(new ReturnUnexpectedPayment.Input(today, "金额不符") { Key = Key() });
        var found = new FindUnexpectedPayments.Input { From = new DateOnly(2031, 5, 10), Size = 4 };

        var first = await shop.Do(found);
        var second = await shop.Do(found with { After = first.Next });

        first.Items.Concat(second.Items).Select(p => p.UnexpectedPayment).Distinct().Count().ShouldBe(6);
        second.Next.ShouldBeNull();
        (await shop.Do(found with { State = UnexpectedState.Asked })).Items.ShouldHaveSingleItem().UnexpectedPayment.ShouldBe(today);
        (await shop.Do(found with { To = new DateOnly(2031, 5, 10), Size = 50 })).Items.Count.ShouldBe(5);
        (await shop.RefusalOf(found, caller: CardShop.Person("销售", SellCards))).ShouldBe("permission.denied");
        (await shop.Do(found, CardShop.Tea)).Items.ShouldBeEmpty();
        (await shop.RefusalOf(new ReturnUnexpectedPayment.Input(today, "x") { Key = Key() }, CardShop.Tea))
            .ShouldBe("storedvalue.unexpected-payment-not-found");
        (await shop.RefusalOf(new DecideUnexpectedReturn.Input(today, true, "x", "T-1"), CardShop.Tea))
            .ShouldBe("storedvalue.unexpected-payment-not-found");
    }

    [Fact, Trait("Req", "SV-12"), Trait("Yardstick", "R4")]
    public async Task A_return_that_is_not_what_had_arrived_is_found()
    {
        var (member, card) = await HeldAsync();
        var sale = await OrderAsync(member, card, 5_000m);
        var id = (await shop.Do(new ConfirmOnlinePayment.Input(sale, Key(), Yuan(5m)))).ArrivedUnexpected!.UnexpectedPayment;
        await shop.Do(new ReturnUnexpectedPayment.Input(id, "金额不符") { Key = Key() }, caller: Finance);
        await shop.Do(new DecideUnexpectedReturn.Input(id, true, "同意", "REV-1"), caller: Director);
        (await shop.FaultsAsync()).ShouldBeEmpty();

        await SetAsync(6);
        (await shop.FaultsAsync()).ShouldBe([$"payment-returns-are-not-payments {sale}"]);
        await SetAsync(500);

        Task SetAsync(long fen) => shop.InTables(scope => scope.GetRequiredService<StoredValueDb>().PaymentReturns
            .Where(r => r.PaymentId == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Fen, fen)));
    }

    private async Task<IReadOnlyList<UnexpectedPaymentView>> OfAsync(long sale) =>
        [.. (await shop.Do(new FindUnexpectedPayments.Input { Size = 100 })).Items.Where(p => p.SaleNo == sale)];

    private async Task<long> OrderAsync(MemberSummary member, Guid card, decimal yuan) =>
        (await shop.Do(new ReloadOwnCard.Input(card, Key(), Yuan(yuan)), caller: CardShop.Phone(member))).SaleNo;

    private async Task<(MemberSummary Member, Guid Card)> HeldAsync()
    {
        var member = shop.Members.Add();
        var sold = await shop.SoldAsync(Draft(await shop.TypeAsync(Restaurant), 5_000m) with { Member = member.MemberNo });
        return (member, sold.Card!.Value);
    }
}
