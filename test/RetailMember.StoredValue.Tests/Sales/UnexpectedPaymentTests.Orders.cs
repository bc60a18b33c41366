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
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Sales;

/// <summary>Unexpected money whose order is told afterwards, and what never was there.</summary>
public abstract partial class UnexpectedPaymentTests
{
    [Fact, Trait("Req", "SV-12"), Trait("Req", "SV-09"), Trait("Req", "CORE-44")]
    public async Task What_finance_wrote_down_without_its_order_pays_it_once_when_twenty_notices_name_it()
    {
        shop.Clock.Set("2031-01-10");
        var (member, card) = await HeldAsync();
        var sale = await OrderAsync(member, card, 5_000m);
        var seen = await SeenAsync(0, 5_000m);
        var day = await shop.Do(new ReadReconciliation.Input());
        (day.AwaitsPayout, day.Unexplained).ShouldBe((Yuan(5_000m), Yuan(0m)));
        shop.Clock.Set("2031-01-11");
        var notice = new ConfirmOnlinePayment.Input(sale, seen.PaymentReference, Yuan(5_000m));

        var told = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(notice)));

        told.ShouldAllBe(t => t.Accepted && t.Value!.PaymentOutcome == OnlinePaymentOutcome.Accepted && t.Value.CardSale!.SaleNo == sale);
        (await shop.ReadAsync(card)).PrincipalFen.ShouldBe(1_000_000, "It is loaded once.");
        var payment = (await OfAsync(sale)).ShouldHaveSingleItem();
        (payment.UnexpectedPayment, payment.State, payment.Cause)
            .ShouldBe((seen.UnexpectedPayment, UnexpectedState.Assigned, UnexpectedCause.ToldLater));
        (await shop.Do(new FindUnexpectedPayments.Input { State = UnexpectedState.Assigned, Size = 100 })).Items
            .ShouldContain(p => p.UnexpectedPayment == seen.UnexpectedPayment);
        (await shop.Do(new FindUnexpectedPayments.Input { State = UnexpectedState.Open, Size = 100 })).Items
            .ShouldNotContain(p => p.UnexpectedPayment == seen.UnexpectedPayment);
        (await shop.RefusalOf(new ReturnUnexpectedPayment.Input(seen.UnexpectedPayment, "x") { Key = Key() }, caller: Finance))
            .ShouldBe("storedvalue.payment-is-of-order");
        (await shop.RefusalOf(new WithdrawUnexpectedPayment.Input(seen.UnexpectedPayment, "x"), caller: Director))
            .ShouldBe("storedvalue.payment-is-of-order");
        var arrived = await shop.Do(new ReadReconciliation.Input(new DateOnly(2031, 1, 10)));
        arrived.UnexpectedMoney.ShouldBeEmpty();
        (arrived.Difference, arrived.AwaitsLoad, arrived.AwaitsPayout, arrived.Unexplained)
            .ShouldBe((Yuan(5_000m), Yuan(5_000m), Yuan(0m), Yuan(0m)), "It was the house's since it came.");
        var loaded = await shop.Do(new ReadReconciliation.Input());
        (loaded.Difference, loaded.AwaitsLoad, loaded.Unexplained).ShouldBe((Yuan(-5_000m), Yuan(-5_000m), Yuan(0m)));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-12"), Trait("Req", "CORE-44")]
    public async Task One_number_told_with_twenty_orders_at_once_pays_one_of_them()
    {
        var held = new List<(Guid Card, long Sale)>();
        for (var i = 0; i < 20; i++)
        {
            var (member, card) = await HeldAsync();
            held.Add((card, await OrderAsync(member, card, 5_000m)));
        }

        var number = Key();
        var told = await Task.WhenAll(held.Select(h => shop.TryDo(new ConfirmOnlinePayment.Input(h.Sale, number, Yuan(5_000m)))));

        told.Count(t => t.Accepted).ShouldBe(1);
        told.Where(t => !t.Accepted).ShouldAllBe(t => t.Refusal!.Code == "storedvalue.payment-told-otherwise");
        var loaded = 0;
        foreach (var (card, _) in held) loaded += (await shop.ReadAsync(card)).PrincipalFen == 1_000_000 ? 1 : 0;
        loaded.ShouldBe(1);
        (await shop.Do(new FindUnexpectedPayments.Input { Size = 100 })).Items
            .ShouldNotContain(p => p.PaymentReference == number, "Nothing of it is unexpected.");
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-12")]
    public async Task Money_on_its_way_back_or_of_another_amount_pays_no_order()
    {
        var (member, card) = await HeldAsync();
        var sale = await OrderAsync(member, card, 5_000m);
        var seen = await SeenAsync(0, 5_000m);
        var notice = new ConfirmOnlinePayment.Input(sale, seen.PaymentReference, Yuan(5_000m));
        (await shop.RefusalOf(notice with { Paid = Yuan(4_999m) })).ShouldBe("storedvalue.payment-told-otherwise");
        var ask = new ReturnUnexpectedPayment.Input(seen.UnexpectedPayment, "退回") { Key = Key() };
        await shop.Do(ask, caller: Finance);
        (await shop.RefusalOf(notice)).ShouldBe("storedvalue.refund-requested-already");
        (await shop.RefusalOf(new WithdrawUnexpectedPayment.Input(seen.UnexpectedPayment, "x"), caller: Director))
            .ShouldBe("storedvalue.refund-requested-already");

        var second = CardShop.Person("财务总监", StoredValuePermissions.ApproveClosings);
        await shop.Do(new DecideUnexpectedReturn.Input(seen.UnexpectedPayment, true, "同意", "REV-1"), caller: second);

        (await shop.RefusalOf(notice)).ShouldBe("storedvalue.unexpected-payment-returned");
        (await shop.ReadAsync(card)).PrincipalFen.ShouldBe(500_000);
        (await shop.Do(notice with { Transaction = Key() })).CardSale!.State.ShouldBe(SaleState.Delivered, "The order waits still.");
    }

    [Fact, Trait("Req", "SV-12")]
    public async Task A_person_names_the_order_afterwards_and_another_loads_it()
    {
        var (member, card) = await HeldAsync();
        var sale = await OrderAsync(member, card, 5_000m);
        var seen = await SeenAsync(0, 5_000m);

        var told = await shop.Do(new ConfirmOnlinePayment.Input(sale, seen.PaymentReference, Yuan(5_000m)), caller: Finance);

        (told.PaymentOutcome, told.CardSale!.State, told.CardSale.PaidBy)
            .ShouldBe((OnlinePaymentOutcome.Accepted, SaleState.Paid, "财务"));
        (await shop.Do(new LoadSale.Input(sale), caller: CardShop.Person("收银", SalesPermissions.TakePayments)))
            .State.ShouldBe(SaleState.Delivered);
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-12"), Trait("Req", "SV-09"), Trait("Req", "OPS-18")]
    public async Task What_somebody_wrote_down_by_mistake_another_withdraws_and_its_number_counts_anew()
    {
        shop.Clock.Set("2031-01-20");
        var (member, card) = await HeldAsync();
        var sale = await OrderAsync(member, card, 6_000m);
        var seen = await SeenAsync(sale, 600m);
        var withdraw = new WithdrawUnexpectedPayment.Input(seen.UnexpectedPayment, "多写一个零");
        (await shop.RefusalOf(withdraw, caller: CardShop.Person(seen.ReportedBy, StoredValuePermissions.ApproveClosings)))
            .ShouldBe("storedvalue.second-person-needed");
        (await shop.RefusalOf(withdraw, caller: Finance)).ShouldBe("permission.denied");
        (await shop.RefusalOf(withdraw with { Reason = "" }, caller: Director)).ShouldBe("field.not-empty");
        (await shop.RefusalOf(withdraw, CardShop.Tea)).ShouldBe("storedvalue.unexpected-payment-not-found");
        (await shop.RefusalOf(withdraw, caller: CardShop.Clerk("二店长", 12, StoredValuePermissions.ApproveClosings)))
            .ShouldBe("storedvalue.unexpected-payment-not-found");
        var provider = (await shop.Do(new ConfirmOnlinePayment.Input(sale, Key(), Yuan(7m)))).ArrivedUnexpected!.UnexpectedPayment;
        (await shop.RefusalOf(withdraw with { UnexpectedPayment = provider }, caller: Director))
            .ShouldBe("storedvalue.payment-told-by-provider");

        (await shop.Do(withdraw, caller: Director)).State.ShouldBe(UnexpectedState.Withdrawn);

        (await shop.RefusalOf(withdraw, caller: Director)).ShouldBe("storedvalue.payment-was-mistaken");
        (await shop.RefusalOf(new ReturnUnexpectedPayment.Input(seen.UnexpectedPayment, "x") { Key = Key() }, caller: Finance))
            .ShouldBe("storedvalue.payment-was-mistaken");
        shop.Commands.ShouldContain(c => c.CallerName == "总监" && c.Input != null && c.Input.Contains(seen.UnexpectedPayment.ToString()));
        var day = await shop.Do(new ReadReconciliation.Input());
        (day.UnexpectedMoney.Sum(m => m.Arrived.Fen), day.Unexplained).ShouldBe((700L, Yuan(0m)));
        var paid = await shop.Do(new ConfirmOnlinePayment.Input(sale, seen.PaymentReference, Yuan(6_000m)));
        (paid.PaymentOutcome, paid.CardSale!.State).ShouldBe((OnlinePaymentOutcome.Accepted, SaleState.Delivered));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-12"), Trait("Req", "CORE-44")]
    public async Task Of_a_notice_and_a_request_to_pay_back_at_once_one_alone_is_done()
    {
        for (var i = 0; i < 5; i++)
        {
            var (member, card) = await HeldAsync();
            var sale = await OrderAsync(member, card, 5_000m);
            var seen = await SeenAsync(0, 5_000m);

            var told = shop.TryDo(new ConfirmOnlinePayment.Input(sale, seen.PaymentReference, Yuan(5_000m)));
            var asked = shop.TryDo(new ReturnUnexpectedPayment.Input(seen.UnexpectedPayment, "退回") { Key = Key() }, caller: Finance);
            await Task.WhenAll(told, asked);

            ((await told).Accepted, (await asked).Accepted).ShouldBeOneOf((true, false), (false, true));
        }

        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-12"), Trait("Yardstick", "R4")]
    public async Task Money_that_is_an_orders_which_it_did_not_pay_is_found()
    {
        var (member, card) = await HeldAsync();
        var sale = await OrderAsync(member, card, 5_000m);
        var number = Key();
        await shop.Do(new ConfirmOnlinePayment.Input(sale, number, Yuan(5_000m)));
        (await shop.FaultsAsync()).ShouldBeEmpty();

        await SetAsync(6);
        (await shop.FaultsAsync()).ShouldBe([$"payment-returns-are-not-payments {sale}"]);
        await SetAsync(500_000);

        Task SetAsync(long fen) => shop.InTables(scope => scope.GetRequiredService<StoredValueDb>().UnexpectedPayments
            .Where(p => p.Reference == number).ExecuteUpdateAsync(set => set.SetProperty(p => p.Fen, fen)));
    }

    /// <summary>Written down by one of the staff, who has said that it is really here.</summary>
    private async Task<UnexpectedPaymentView> SeenAsync(long sale, decimal yuan)
    {
        var finance = shop.Staff.Add("p" + Key(), DefaultRole.Finance, CardShop.Hotel.Id);
        return (await shop.Do(
            new ConfirmOnlinePayment.Input(sale, Key(), Yuan(yuan)) { EvenUnexpected = true },
            caller: SalesGiven.As(finance, SalesPermissions.ConfirmPayments))).ArrivedUnexpected!;
    }
}
