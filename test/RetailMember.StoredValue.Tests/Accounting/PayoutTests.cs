using RetailMember.People;
using RetailMember.StoredValue.Accounting;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Tests.Sales;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.StoredValue.Types;
using RetailMember.Values;
using static RetailMember.StoredValue.Tests.Sales.SalesGiven;
using static RetailMember.StoredValue.Tests.Shop.Given;
using static RetailMember.StoredValue.Tests.Shop.Till;

namespace RetailMember.StoredValue.Tests.Accounting;

public sealed class PayoutTestsOnSqlite(SqliteCards shop) : PayoutTests(shop), IClassFixture<SqliteCards>;

public sealed class PayoutTestsOnPostgres(PostgresCards shop) : PayoutTests(shop), IClassFixture<PostgresCards>;

/// <summary>A card whose sale was taken back pays out again when a purchase that it had paid is returned.</summary>
public abstract class PayoutTests(CardShop shop)
{
    private static readonly Caller Finance = CardShop.Person("财务", StoredValuePermissions.ApproveClosings);

    [Fact, Trait("Req", "SV-09"), Trait("Req", "SV-15"), Trait("Req", "SV-16")]
    public async Task A_payout_stays_in_the_books_when_a_purchase_is_returned_after_it()
    {
        shop.Clock.Set("2029-07-10");
        var (sold, bill) = await SpentAsync(600m, 250m);
        await shop.TakeBackAsync(sold.SaleNo);
        (await PayoutsAsync()).ShouldBe([("店总", Yuan(350m))]);

        var owed = await ReturnAsync(sold, bill, 250m);
        (await PayoutsAsync()).ShouldBe([("店总", Yuan(350m))]);
        (await DifferenceAsync()).ShouldBe(Yuan(250m));
        await shop.Do(new DecideClosing.Input(owed.Closing, true, "已付") { PayoutReference = "T-1" }, caller: Finance);

        (await PayoutsAsync()).ShouldBe([("店总", Yuan(350m)), ("财务", Yuan(250m))]);
        (await DifferenceAsync()).ShouldBe(Yuan(0m));
        var read = (await shop.Do(new ReadSale.Input(sold.SaleNo))).CardSale;
        (read.Refunded, read.EndedBy, read.EndedWhy).ShouldBe((Yuan(600m), "店总", "七天无理由"));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-09"), Trait("Req", "SV-16")]
    public async Task Cash_stays_in_the_books_too_and_so_does_what_was_paid_back_before_it_was_loaded()
    {
        shop.Clock.Set("2029-08-10");
        var (sold, bill) = await SpentAsync(80m, 30m);
        await shop.Do(
            new RefundSale.Input(sold.SaleNo, "七天无理由", PayoutWay.Cash) { Key = Key() }, caller: Person("退款", SalesPermissions.RefundSales));
        var owed = await ReturnAsync(sold, bill, 30m);
        (owed.Payout, owed.LacksIdentity, owed.LacksAccount).ShouldBe((PayoutWay.Cash, true, false));
        var pay = new DecideClosing.Input(owed.Closing, true, "已付") { PayoutReference = "T-1" };
        (await shop.RefusalOf(pay, caller: Finance)).ShouldBe("field.not-empty");
        await shop.Do(pay with { IdentityCheck = "身份证" }, caller: Finance);
        var unloaded = await shop.PaidAsync(Draft(await shop.TypeAsync(Plain), 7m));
        var counter = Person("收银", SalesPermissions.SellCards, SalesPermissions.ViewSales);
        await shop.Do(new CancelSale.Input(unloaded, "反悔") { Key = Key() }, caller: counter);
        await shop.Do(new DecideCancellation.Input(unloaded, true, "同意"), caller: Finance);

        (await shop.Do(new ReadReconciliation.Input())).Payouts.ShouldBe(
        [
            new("s1", PayoutWay.Cash, null, "财务", Yuan(30m)), new("s1", PayoutWay.Cash, null, "退款", Yuan(50m)),
            new("s1", PayoutWay.AsPaid, SaleTender.Cash, "财务", Yuan(7m)),
        ]);
        (await DifferenceAsync()).ShouldBe(Yuan(0m));
    }

    [Fact, Trait("Req", "SV-15"), Trait("Req", "SV-16")]
    public async Task What_comes_back_is_paid_to_the_account_that_the_sale_was_paid_back_to()
    {
        shop.Clock.Set("2029-09-10");
        var (sold, bill) = await SpentAsync(600m, 250m);
        await shop.TakeBackAsync(sold.SaleNo);

        var owed = await ReturnAsync(sold, bill, 250m);

        (owed.Payout, owed.AccountName, owed.AccountTail, owed.IdentityCheck)
            .ShouldBe((PayoutWay.BankAccount, "持卡人", "2222", "身份证 尾号 2716"));
        (owed.LacksIdentity, owed.LacksAccount).ShouldBe((false, false));
        var pay = new DecideClosing.Input(owed.Closing, true, "已付") { PayoutReference = "T-1" };
        (await shop.RefusalOf(pay with { AccountName = "别人", AccountNo = "6222" }, caller: Finance))
            .ShouldBe("storedvalue.payout-is-known");
        (await shop.Do(pay, caller: Finance)).State.ShouldBe(ClosingState.Approved);
    }

    [Fact, Trait("Req", "SV-15"), Trait("Req", "SV-16")]
    public async Task Whoever_pays_names_the_holders_account_where_nobody_has()
    {
        var holder = shop.Members.Add();
        shop.Members.Call(holder, "张三");
        var card = await shop.CardAsync(Plain, Pockets(300m, 0), holder.Id);
        var bill = (await shop.Do(Charge(250m, card))).Bill;
        var closing = await shop.Do(new RequestClosing.Input
        {
            Key = Key(), Card = card.Id, Reason = "搬家", IdentityCheck = "身份证", Payout = PayoutWay.Cash,
        });
        await shop.Do(new DecideClosing.Input(closing.Closing, true, "同意") { PayoutReference = "T-1" }, caller: Finance);
        await shop.Do(Refund(bill, 250m));
        var owed = await OwedAsync(card.Id);
        (owed.Payout, owed.LacksIdentity, owed.LacksAccount).ShouldBe((PayoutWay.BankAccount, false, true));

        var pay = new DecideClosing.Input(owed.Closing, true, "已付") { PayoutReference = "T-1" };
        (await shop.RefusalOf(pay, caller: Finance)).ShouldBe("field.not-empty");
        (await shop.RefusalOf(pay with { AccountName = "张三" }, caller: Finance)).ShouldBe("field.not-empty");
        (await shop.RefusalOf(pay with { AccountName = "李四", AccountNo = "62220000" }, caller: Finance))
            .ShouldBe("storedvalue.account-of-another");
        var paid = await shop.Do(pay with { AccountName = "张三", AccountNo = "62220000" }, caller: Finance);

        (paid.State, paid.AccountName, paid.AccountTail).ShouldBe((ClosingState.Approved, "张三", "0000"));
    }

    [Fact, Trait("Req", "SV-15"), Trait("Req", "SV-16"), Trait("Req", "OPS-17")]
    public async Task What_is_owed_in_cash_goes_to_an_account_where_so_much_cash_is_not_paid_any_more()
    {
        shop.Clock.Set("2029-10-10");
        var (sold, bill) = await SpentAsync(80m, 30m);
        await shop.Do(
            new RefundSale.Input(sold.SaleNo, "七天无理由", PayoutWay.Cash) { Key = Key() }, caller: Person("退款", SalesPermissions.RefundSales));
        var owed = await ReturnAsync(sold, bill, 30m);
        owed.Payout.ShouldBe(PayoutWay.Cash);
        await shop.Do(new EditCardType.Input(sold.CardType, Plain with { Refund = Plain.Refund with { CashUpTo = Yuan(10m) } }));
        await shop.Do(new ActivateCardType.Input(sold.CardType));
        shop.Clock.Set("2029-10-11");

        var pay = new DecideClosing.Input(owed.Closing, true, "已付") { IdentityCheck = "身份证" };
        (await shop.RefusalOf(pay, caller: Finance)).ShouldBe("storedvalue.too-much-for-cash");
        var toAccount = pay with { AccountName = "持卡人", AccountNo = "62220000" };
        (await shop.RefusalOf(toAccount, caller: Finance)).ShouldBe("field.not-empty", "a transfer has a number");
        (await shop.RefusalOf(toAccount with { AccountNo = null, PayoutReference = "T-7" }, caller: Finance)).ShouldBe("field.not-empty");
        var paid = await shop.Do(toAccount with { PayoutReference = "T-7" }, caller: Finance);

        (paid.State, paid.Payout, paid.AccountTail, paid.PaidOut)
            .ShouldBe((ClosingState.Approved, PayoutWay.BankAccount, "0000", Yuan(30m)));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    private async Task<(SaleView Sale, Guid Bill)> SpentAsync(decimal yuan, decimal spent)
    {
        var sold = await shop.SoldAsync(await shop.TypeAsync(Plain), yuan);
        return (sold, (await shop.Do(Charge(spent, await shop.ReadAsync(sold.Card!.Value)))).Bill);
    }

    private async Task<ClosingView> ReturnAsync(SaleView sold, Guid bill, decimal yuan)
    {
        await shop.Do(Refund(bill, yuan));
        return await OwedAsync(sold.Card!.Value);
    }

    private async Task<ClosingView> OwedAsync(Guid card) =>
        (await shop.Do(new FindClosings.Input(card))).Closings.Single(c => c.OfReturn);

    private async Task<IEnumerable<(string By, Money PaidOut)>> PayoutsAsync() =>
        (await shop.Do(new ReadReconciliation.Input())).Payouts.Select(p => (p.Operator, p.PaidOut));

    private async Task<Money> DifferenceAsync() => (await shop.Do(new ReadReconciliation.Input())).Difference;

    private static Caller Person(string name, params string[] permissions) => CardShop.Person(name, permissions);
}
