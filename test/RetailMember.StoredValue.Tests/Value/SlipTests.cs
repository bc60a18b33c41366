using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Tests.Sales;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.StoredValue.Value;
using static RetailMember.StoredValue.Tests.Shop.Given;
using static RetailMember.StoredValue.Tests.Shop.Till;

namespace RetailMember.StoredValue.Tests.Value;

public sealed class SlipTestsOnSqlite(SqliteCards shop) : SlipTests(shop), IClassFixture<SqliteCards>;

public sealed class SlipTestsOnPostgres(PostgresCards shop) : SlipTests(shop), IClassFixture<PostgresCards>;

/// <summary>What a holder signs for, and what staff is shown who pays him out.</summary>
public abstract class SlipTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-15")]
    public async Task A_slip_names_the_receipt_and_says_beside_it_why_something_came_back()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 10m));
        var charge = Charge(55m, card);
        var bill = (await shop.Do(charge)).Bill;
        await shop.Do(Refund(bill, 11m) with { Reason = "顾客不满意" });
        await shop.Do(Refund(bill, 11m));

        var slips = await shop.Do(new ReadSlips.Input(bill));

        slips.ReceiptNo.ShouldBe(charge.ReceiptNo);
        slips.Lines.Select(l => (l.Move.Kind, l.Move.Reference, l.PaidOut)).ShouldBe(
        [
            (CardMoveKind.Charged, charge.ReceiptNo, null),
            (CardMoveKind.Refunded, "顾客不满意", null),
            (CardMoveKind.Refunded, charge.ReceiptNo, null),
        ]);
        slips.LeftToRefund.ShouldBe(Yuan(33m));
    }

    [Fact, Trait("Req", "SV-15"), Trait("Req", "SV-16")]
    public async Task What_comes_back_to_a_card_that_was_given_up_is_paid_out_and_not_left_on_it()
    {
        var holder = shop.Members.Add();
        var card = await shop.CardAsync(Plain, Pockets(100m, 10m), holder.Id);
        var charge = Charge(55m, card);
        var bill = (await shop.Do(charge)).Bill;
        await shop.CloseCardAsync(card.Id);
        await shop.Do(Refund(bill, 22m) with { Reason = "顾客不满意" });

        var slips = await shop.Do(new ReadSlips.Input(bill));
        slips.Lines.Select(l => (l.Move.Kind, l.PaidOut)).ShouldBe(
            [(CardMoveKind.Charged, null), (CardMoveKind.Refunded, Yuan(20m))]);
        slips.LeftToRefund.ShouldBe(Yuan(33m));

        var owed = (await shop.Do(new FindClosings.Input(card.Id))).Closings.Single(c => c.OfReturn);
        (owed.ReceiptNo, owed.MemberNo, owed.MaskedNumber, owed.Reason)
            .ShouldBe((charge.ReceiptNo, holder.MemberNo, slips.Lines[0].Slip.MaskedNumber, "顾客不满意"));
    }
}
