using RetailMember.People;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Cards.Changes;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.Tests.Sales.SalesGiven;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Sales;

public sealed class SaleRefundTestsOnSqlite(SqliteCards shop) : SaleRefundTests(shop), IClassFixture<SqliteCards>;

public sealed class SaleRefundTestsOnPostgres(PostgresCards shop) : SaleRefundTests(shop), IClassFixture<PostgresCards>;

/// <summary>A sale that is taken back pays no more, and to nobody else, than a card that is closed.</summary>
public abstract class SaleRefundTests(CardShop shop)
{
    private static readonly Caller Asks =
        CardShop.Person("asks", SalesPermissions.RefundSales, StoredValuePermissions.ApproveClosings);

    [Fact, Trait("Req", "SV-01"), Trait("Req", "SV-16"), Trait("Req", "OPS-17")]
    public async Task Much_is_paid_to_the_buyers_account_when_somebody_else_has_approved_it()
    {
        var sold = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, shop.Seller());
        var asked = ToAccount(sold.SaleNo);
        (await shop.RefusalOf(asked with { Payout = PayoutWay.Cash }, caller: Asks)).ShouldBe("storedvalue.too-much-for-cash");
        (await shop.RefusalOf(asked with { AccountNo = null }, caller: Asks)).ShouldBe("field.not-empty");
        (await shop.RefusalOf(asked with { IdentityCheck = null }, caller: Asks)).ShouldBe("field.not-empty");
        var decision = new DecideRefund.Input(sold.SaleNo, Approve: true, "同意", "T-1");
        (await shop.RefusalOf(decision)).ShouldBe("storedvalue.refund-not-requested");

        var waits = await shop.Do(asked, caller: Asks);
        (waits.PaidOut, waits.RefundRequest!.PaidOut, waits.CardSale.State).ShouldBe((Yuan(0m), Yuan(5_000m), SaleState.Delivered));
        (await shop.ReadAsync(sold.Card!.Value)).PrincipalFen.ShouldBe(500_000);
        (await shop.Do(new FindSales.Input { AwaitsRefund = true, Size = 200 })).Items.ShouldContain(s => s.SaleNo == sold.SaleNo);
        (await shop.RefusalOf(asked with { Key = Key() }, caller: Asks)).ShouldBe("storedvalue.refund-requested-already");
        (await shop.RefusalOf(decision, caller: Asks)).ShouldBe("storedvalue.decide-own-request");
        (await shop.RefusalOf(decision with { PayoutReference = null })).ShouldBe("field.not-empty", "a transfer has a number");
        (await shop.ApproveAsync(sold.SaleNo)).PaidOut.ShouldBe(Yuan(5_000m));

        (await shop.ReadAsync(sold.Card!.Value)).ShouldSatisfyAllConditions(
            c => c.PrincipalFen.ShouldBe(0), c => c.State.ShouldBe(CardState.Closed));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-16"), Trait("Req", "SV-19")]
    public async Task While_a_refund_waits_its_card_goes_to_nobody_else_and_is_not_closed()
    {
        var (holder, receiver) = (shop.Members.Add(), shop.Members.Add());
        var draft = Draft(await shop.TypeAsync(Restaurant), 5_000m) with { Member = holder.MemberNo };
        var sold = await shop.SoldAsync(draft);
        var card = sold.Card!.Value;
        var pass = new PassOnCard.Input { Card = card, Receiver = receiver.MemberNo, Note = "转让" };
        await shop.Do(ToAccount(sold.SaleNo), caller: Asks);

        (await shop.RefusalOf(pass)).ShouldBe("storedvalue.card-refund-waits");
        (await shop.RefusalOf(ToClose(card))).ShouldBe("storedvalue.card-refund-waits");
        await shop.Do(new BlockCard.Input(card, BlockReason.Lost, "丢失"));
        var decision = new DecideRefund.Input(sold.SaleNo, Approve: true, "卡已挂失", "T-1");
        (await shop.RefusalOf(decision)).ShouldBe("storedvalue.card-state");
        (await shop.Do(decision with { Approve = false })).State.ShouldBe(ClosingState.Declined);
        await shop.Do(new UnblockCard.Input(card, "找回"));
        var passing = (await shop.Do(pass)).ChangeRequest!;
        await shop.Do(new DecideCardChange.Input(passing.CardChange, Approve: false, "撤回"), caller: Asks);

        (await shop.Do(ToAccount(sold.SaleNo), caller: Asks)).RefundRequest!.PaidOut.ShouldBe(Yuan(5_000m));
    }

    [Fact, Trait("Req", "SV-12"), Trait("Req", "SV-19")]
    public async Task What_one_has_paid_for_his_card_does_not_come_to_its_next_holder()
    {
        var (holder, receiver) = (shop.Members.Add(), shop.Members.Add());
        var sold = await shop.SoldAsync(Draft(await shop.TypeAsync(Restaurant), 5_000m) with { Member = holder.MemberNo });
        var card = sold.Card!.Value;
        var reload = await shop.PaidAsync(Reload(await shop.NumberAsync(sold), 5_000m));

        var passing = (await shop.Do(new PassOnCard.Input { Card = card, Receiver = receiver.MemberNo, Note = "转让" }))
            .ChangeRequest!.CardChange;
        (await shop.RefusalOf(new DecideCardChange.Input(passing, Approve: true, "同意"), caller: Asks))
            .ShouldBe("storedvalue.reload-under-way");
        // As if it had gone to somebody else between payment and load.
        await shop.HandToAsync(card, receiver.Id);
        (await shop.RefusalOf(new LoadSale.Input(reload))).ShouldBe("storedvalue.card-of-another");
        (await shop.ReadAsync(card)).Available.ShouldBe(Pockets(5_000m, 500m));
        await shop.HandToAsync(card, holder.Id);

        (await shop.Do(new LoadSale.Input(reload))).State.ShouldBe(SaleState.Delivered);
    }

    [Fact, Trait("Req", "SV-16"), Trait("Req", "CORE-49")]
    public async Task Who_held_the_card_when_a_refund_was_asked_for_holds_it_when_it_is_paid()
    {
        var (holder, other) = (shop.Members.Add(), shop.Members.Add());
        var draft = Draft(await shop.TypeAsync(Restaurant), 5_000m) with { Member = holder.MemberNo };
        var sold = await shop.SoldAsync(draft);
        await shop.Do(ToAccount(sold.SaleNo), caller: Asks);
        // As a merge of members does it, which waits for nobody.
        await shop.HandToAsync(sold.Card!.Value, other.Id);
        var decision = new DecideRefund.Input(sold.SaleNo, Approve: true, "同意", "T-1");

        (await shop.RefusalOf(decision)).ShouldBe("storedvalue.closing-changed");
        (await shop.ReadAsync(sold.Card!.Value)).PrincipalFen.ShouldBe(500_000);
        await shop.Do(decision with { Approve = false });
        await shop.Do(ToAccount(sold.SaleNo), caller: Asks);
        (await shop.ApproveAsync(sold.SaleNo)).PaidOut.ShouldBe(Yuan(5_000m));
    }

    [Fact, Trait("Req", "SV-16"), Trait("Req", "SV-08")]
    public async Task What_is_spent_or_was_given_alone_is_not_taken_back_and_its_seller_keeps_what_he_earned()
    {
        var seller = shop.Seller();
        var sold = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, seller);
        await shop.SpendAsync(sold.Card!.Value, 5_500m);
        var cash = new RefundSale.Input(sold.SaleNo, "七天无理由", PayoutWay.Cash) { Key = Key() };

        (await shop.RefusalOf(cash, caller: Asks)).ShouldBe("storedvalue.nothing-to-pay-out");
        (await shop.RefusalOf(ToAccount(sold.SaleNo), caller: Asks)).ShouldBe("storedvalue.nothing-to-pay-out");
        (await shop.YuanOfAsync(seller)).ShouldBe(50m);
        (await shop.Do(new ReadSale.Input(sold.SaleNo))).CardSale.State.ShouldBe(SaleState.Delivered);
    }

    [Fact, Trait("Req", "SV-16"), Trait("Req", "OPS-17")]
    public async Task Little_is_paid_in_cash_at_once()
    {
        var sold = await shop.SoldAsync(await shop.TypeAsync(Plain), 100m);

        var refund = await shop.Do(new RefundSale.Input(sold.SaleNo, "七天无理由", PayoutWay.Cash) { Key = Key() });

        (refund.PaidOut, refund.RefundRequest, refund.CardSale.State).ShouldBe((Yuan(100m), null, SaleState.Refunded));
    }

    [Fact, Trait("Req", "SV-16")]
    public async Task What_was_declined_may_be_asked_for_again_and_nobody_is_paid_more_than_was_seen()
    {
        var sold = await shop.SoldAsync(await shop.TypeAsync(Plain), 5_000m);
        await shop.SpendAsync(sold.Card!.Value, 1_000m);
        await shop.Do(ToAccount(sold.SaleNo), caller: Asks);
        (await shop.Do(new DecideRefund.Input(sold.SaleNo, Approve: false, "证件不符"))).State.ShouldBe(ClosingState.Declined);
        (await shop.Do(ToAccount(sold.SaleNo), caller: Asks)).RefundRequest!.PaidOut.ShouldBe(Yuan(4_000m));

        await shop.SpendAsync(sold.Card!.Value, 500m);
        (await shop.ApproveAsync(sold.SaleNo)).PaidOut.ShouldBe(Yuan(3_500m), "What was spent meanwhile is not paid.");
        (await shop.RefusalOf(new DecideRefund.Input(sold.SaleNo, true, "同意", "T-1"))).ShouldBe("storedvalue.sale-not-in-this-state");
    }
}
