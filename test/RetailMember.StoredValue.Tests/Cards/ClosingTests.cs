using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;
using static RetailMember.StoredValue.Tests.Shop.Given;
using static RetailMember.StoredValue.Tests.Shop.Till;

namespace RetailMember.StoredValue.Tests.Cards;

public sealed class ClosingTestsOnSqlite(SqliteCards shop) : ClosingTests(shop), IClassFixture<SqliteCards>;

public sealed class ClosingTestsOnPostgres(PostgresCards shop) : ClosingTests(shop), IClassFixture<PostgresCards>;

public abstract class ClosingTests(CardShop shop)
{
    private static readonly Caller Approver = CardShop.Person("店总", StoredValuePermissions.ApproveClosings);

    private static DecideClosing.Input Approval(Guid closing, string why) =>
        new(closing, Approve: true, why) { PayoutReference = "T-1" };

    [Fact, Trait("Req", "SV-16")]
    public async Task What_was_consumed_counts_at_the_share_that_was_paid_and_the_rest_of_the_principal_goes_back()
    {
        var card = await shop.CardAsync(Plain, Pockets(3_000m, 1_000m));
        await shop.Do(Charge(3_594m, card));
        var asked = await shop.Do(Ask(card));

        var closed = await shop.Do(Approval(asked.Closing, "核对无误"), caller: Approver);

        (closed.State, closed.PaidOut, closed.Cancelled).ShouldBe((ClosingState.Approved, Yuan(304.50m), Yuan(101.50m)));
        var read = await shop.ReadAsync(card.Id);
        (read.State, read.Available.TotalFen).ShouldBe((CardState.Closed, 0));
        (await shop.RefusalOf(Charge(1m, card))).ShouldBe("storedvalue.card-not-usable");
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-16")]
    public async Task Nobody_decides_what_he_asked_for_and_nothing_is_decided_twice()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 0));
        var asked = await shop.Do(Ask(card));
        (await shop.RefusalOf(Ask(card))).ShouldBe("storedvalue.closing-requested-already");
        (await shop.RefusalOf(Approval(asked.Closing, "x"))).ShouldBe("storedvalue.decide-own-request");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => shop.TryDo(
            Approval(asked.Closing, "x"),
            caller: CardShop.Person($"a{i}", StoredValuePermissions.ApproveClosings))));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "storedvalue.closing-decided");
    }

    [Fact, Trait("Req", "SV-16"), Trait("Req", "OPS-17")]
    public async Task Cash_is_for_small_amounts_alone()
    {
        var card = await shop.CardAsync(Plain, Pockets(100.01m, 0));
        (await shop.RefusalOf(Ask(card) with { Payout = PayoutWay.Cash })).ShouldBe("storedvalue.too-much-for-cash");
        (await shop.RefusalOf(Ask(card) with { AccountNo = null })).ShouldBe("field.not-empty");
        await shop.Do(Charge(0.01m, card));

        (await shop.Do(Ask(card) with { Payout = PayoutWay.Cash, AccountName = null, AccountNo = null })).PaidOut.ShouldBe(Yuan(100m));
    }

    [Fact, Trait("Req", "SV-11"), Trait("Req", "RS-09")]
    public async Task A_gift_is_never_turned_into_money()
    {
        var card = await shop.CardAsync(Plain, Pockets(0, 200m));

        (await shop.RefusalOf(Ask(card))).ShouldBe("storedvalue.nothing-to-pay-out");
    }

    [Fact, Trait("Req", "SV-16")]
    public async Task What_is_held_is_settled_first_and_a_declined_request_changes_nothing()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 0));
        var hold = await shop.Do(Hold(10m, card));
        (await shop.RefusalOf(Ask(card))).ShouldBe("storedvalue.card-has-holds");
        await shop.Do(Release(hold.Hold));
        var asked = await shop.Do(Ask(card));

        await shop.Do(new DecideClosing.Input(asked.Closing, Approve: false, "证件不符"), caller: Approver);

        (await shop.ReadAsync(card.Id)).State.ShouldBe(CardState.Active);
        await shop.Do(Charge(100m, card));
    }

    [Fact, Trait("Req", "SV-08")]
    public async Task A_load_is_taken_back_with_its_bonus_and_the_others_stay()
    {
        var card = await shop.CardAsync(Plain, Pockets(0, 0));
        var load = await shop.LoadAsync(card.Id, Pockets(5_000m, 500m));
        await shop.LoadAsync(card.Id, Pockets(100m, 10m));

        (await shop.TakeBackAsync(card.Id, load.Id)).ShouldBe(Pockets(5_000m, 500m));

        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(100m, 10m));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-16")]
    public async Task What_is_about_to_be_paid_out_changes_neither_hands_nor_amount()
    {
        var card = await shop.CardAsync(Plain, Pockets(5_000m, 500m));
        var asked = await shop.Do(Ask(card));
        var load = () => shop.LoadAsync(card.Id, Pockets(100m, 10m));

        (await Should.ThrowAsync<Refusal>(load)).Code.ShouldBe("storedvalue.closing-requested-already");
        await shop.Do(new DecideClosing.Input(asked.Closing, Approve: false, "证件不符"), caller: Approver);
        await load();

        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(5_100m, 510m));
    }

    [Fact, Trait("Req", "SV-16")]
    public async Task What_is_decided_is_what_was_asked_for()
    {
        var (holder, other) = (shop.Members.Add(), shop.Members.Add());
        var spent = await shop.CardAsync(Plain, Pockets(100m, 0), holder.Id);
        var passed = await shop.CardAsync(Plain, Pockets(100m, 0), holder.Id);
        var (one, two) = ((await shop.Do(Ask(spent))).Closing, (await shop.Do(Ask(passed))).Closing);
        await shop.Do(Charge(0.01m, spent));
        await MergeAsync(holder, other);

        foreach (var asked in (Guid[])[one, two])
            (await shop.TryDo(Approval(asked, "x"), caller: Approver)).Refusal!.Code
                .ShouldBe("storedvalue.closing-changed");

        await shop.Do(new DecideClosing.Input(one, Approve: false, "x"), caller: Approver);
        var again = await shop.Do(Ask(spent));
        (await shop.Do(Approval(again.Closing, "x"), caller: Approver)).PaidOut.ShouldBe(Yuan(99.99m));
    }

    [Fact, Trait("Req", "SV-16")]
    public async Task The_account_is_in_the_holders_name()
    {
        var holder = shop.Members.Add();
        shop.Members.Call(holder, "张三");
        var card = await shop.CardAsync(Plain, Pockets(100m, 0), holder.Id);

        (await shop.RefusalOf(Ask(card) with { AccountName = "李四" })).ShouldBe("storedvalue.account-of-another");

        (await shop.Do(Ask(card))).PaidOut.ShouldBe(Yuan(100m));
    }

    [Fact, Trait("Req", "SV-16")]
    public async Task Who_decides_for_one_store_decides_for_no_other()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 0));
        var asked = await shop.Do(Ask(card));
        var elsewhere = CardShop.Clerk("二店长", 12, StoredValuePermissions.ApproveClosings);
        var here = CardShop.Clerk("一店长", 11, StoredValuePermissions.ApproveClosings);

        (await shop.RefusalOf(Approval(asked.Closing, "x"), caller: elsewhere))
            .ShouldBe("storedvalue.closing-not-found");
        (await shop.RefusalOf(new DecideClosing.Input(Guid.CreateVersion7(), true, "x"), caller: here))
            .ShouldBe("storedvalue.closing-not-found");

        (await shop.Do(Approval(asked.Closing, "x"), caller: here)).State.ShouldBe(ClosingState.Approved);
    }

    [Fact, Trait("Req", "SV-16")]
    public async Task Who_works_at_one_store_sees_no_requests_of_another()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 0));
        var asked = (await shop.Do(Ask(card))).Closing;
        var find = new FindClosings.Input(card.Id);

        foreach (var (caller, sees) in new[]
        {
            (CardShop.Clerk("二店长", 12, StoredValuePermissions.ViewCards), false),
            (CardShop.Clerk("一店长", 11, StoredValuePermissions.ViewCards), true),
            (CardShop.Person("总部", StoredValuePermissions.ViewCards), true),
        })
            (await shop.Do(find, caller: caller)).Closings.Select(c => c.Closing).ShouldBe(sees ? [asked] : [], caller.Name);
    }

    [Fact, Trait("Req", "SV-15"), Trait("Req", "SV-16")]
    public async Task A_purchase_that_a_closed_card_paid_is_returned_and_its_principal_is_owed_to_the_holder()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 10m));
        var bill = (await shop.Do(Charge(55m, card))).Bill;
        var first = await shop.Do(Ask(card));
        await shop.Do(Approval(first.Closing, "x"), caller: Approver);

        await shop.Do(Refund(bill, 22m), caller: CardShop.Person("收银", StoredValuePermissions.RefundCards));

        (await shop.ReadAsync(card.Id)).Available.TotalFen.ShouldBe(0);
        var owed = (await shop.Do(new FindClosings.Input(card.Id))).Closings.Single(c => c.OfReturn);
        (owed.State, owed.PaidOut, owed.Cancelled, owed.AccountName).ShouldBe((ClosingState.Requested, Yuan(20m), Yuan(2m), "张三"));
        (await shop.RefusalOf(new DecideClosing.Input(owed.Closing, false, "x"), caller: Approver)).ShouldBe("storedvalue.payout-is-owed");
        (await shop.Do(Approval(owed.Closing, "已转账"), caller: Approver)).PaidOut.ShouldBe(Yuan(20m));
        (await shop.RefusalOf(Approval(owed.Closing, "x"), caller: Approver)).ShouldBe("storedvalue.closing-decided");
        (await shop.RefusalOf(Refund(bill, 33.01m))).ShouldBe("storedvalue.over-refund");
        await shop.Do(Refund(bill, 33m));
        (await shop.Do(new FindClosings.Input(card.Id))).Closings.Sum(c => c.PaidOut.Fen).ShouldBe(100_00);
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    private Task<bool> MergeAsync(MemberSummary duplicate, MemberSummary survivor) => shop.InTables(async scope =>
    {
        var now = shop.Occasion();
        await scope.GetRequiredService<IMemberMerge>().MoveAsync(
            new MemberMergeOrder(Guid.CreateVersion7(), 1, survivor.Id, duplicate.Id, now.On, now.At, "house"), CancellationToken.None);
        return true;
    });

    private static RequestClosing.Input Ask(Card card) => new()
    {
        Key = Key(), Card = card.Id, Reason = "不再使用", IdentityCheck = "身份证", Payout = PayoutWay.BankAccount,
        AccountName = "张三", AccountNo = "6222000011112222",
    };
}
