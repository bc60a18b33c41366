using RetailMember.Membership;
using RetailMember.People;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Cards.Changes;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Tests.Sales;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.StoredValue.Value;
using static RetailMember.StoredValue.Tests.Shop.Given;
using static RetailMember.StoredValue.Tests.Shop.Till;

namespace RetailMember.StoredValue.Tests.Cards;

public sealed class SecondPersonTestsOnSqlite(SqliteCards shop) : SecondPersonTests(shop), IClassFixture<SqliteCards>;

public sealed class SecondPersonTestsOnPostgres(PostgresCards shop) : SecondPersonTests(shop), IClassFixture<PostgresCards>;

/// <summary>Nobody of the staff takes a member's card alone, and its holder hears of it.</summary>
public abstract class SecondPersonTests(CardShop shop)
{
    private static readonly Caller Clerk =
        CardShop.Person("经办", StoredValuePermissions.ManageCards, StoredValuePermissions.ApproveClosings);
    private static readonly Caller Approver = CardShop.Person("店总", StoredValuePermissions.ApproveClosings);

    [Fact, Trait("Req", "SV-19"), Trait("Req", "RS-10")]
    public async Task A_card_that_is_not_in_hand_is_reported_lost_before_it_is_replaced()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 0));
        var replace = new ReplaceCard.Input { Key = Key(), Card = card.Id, Note = "补卡" };
        (await shop.RefusalOf(replace, caller: Clerk)).ShouldBe("storedvalue.card-not-lost");
        await shop.Do(new BlockCard.Input(card.Id, BlockReason.Suspicion, "可疑"));
        (await shop.RefusalOf(replace, caller: Clerk)).ShouldBe("storedvalue.card-not-lost");
        await shop.Do(new UnblockCard.Input(card.Id, "查清"));
        await shop.Do(new BlockCard.Input(card.Id, BlockReason.Lost, "电话挂失"));

        var done = await shop.Do(replace, caller: Clerk);

        (done.ChangeRequest, done.Balance.State).ShouldBe((null, CardState.Active));
        (await shop.ReadAsync(card.Id)).Number.ShouldNotBe(card.Number);
    }

    [Fact, Trait("Req", "SV-19")]
    public async Task Much_on_a_card_is_replaced_by_two_people_and_its_holder_hears_of_both_steps()
    {
        var holder = shop.Members.Add();
        var card = await shop.CardAsync(Plain, Pockets(400m, 100.01m), holder.Id);
        var replace = new ReplaceCard.Input { Key = Key(), Card = card.Id, OldCard = card.Number, Note = "磨损" };

        var asked = (await shop.Do(replace, caller: Clerk)).ChangeRequest!;

        (asked.ChangeKind, asked.State, asked.OnCard, asked.MemberNo).ShouldBe(
            (CardChangeKind.Replacement, ClosingState.Requested, Yuan(500.01m), holder.MemberNo));
        (await shop.ReadAsync(card.Id)).Number.ShouldBe(card.Number, "nothing has happened to it yet");
        (await shop.RefusalOf(replace with { Key = Key() }, caller: Clerk)).ShouldBe("storedvalue.change-waits");
        var decision = new DecideCardChange.Input(asked.CardChange, true, "旧卡已收回");
        (await shop.RefusalOf(decision, caller: Clerk)).ShouldBe("storedvalue.decide-own-request");
        (await shop.RefusalOf(decision, caller: CardShop.Clerk("二店长", 12, StoredValuePermissions.ApproveClosings)))
            .ShouldBe("storedvalue.closing-not-found");

        (await shop.Do(decision, caller: Approver)).State.ShouldBe(ClosingState.Approved);

        (await shop.RefusalOf(decision, caller: Approver)).ShouldBe("storedvalue.closing-decided");
        (await shop.RefusalOf(Charge(1m, card))).ShouldBe("storedvalue.card-replaced");
        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(400m, 100.01m));
        NewsOf(card.Id).ShouldBe([(holder.Id, CardNews.ReplacementAsked), (holder.Id, CardNews.Replaced)]);
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-19"), Trait("Req", "OPS-17")]
    public async Task Much_on_a_card_is_passed_on_by_two_people_to_the_member_who_was_named()
    {
        var (holder, receiver) = (shop.Members.Add(), shop.Members.Add());
        var card = await shop.CardAsync(Plain, Pockets(600m, 0), holder.Id);
        var asked = (await shop.Do(Pass(card, receiver), caller: Clerk)).ChangeRequest!;
        (asked.ReceiverNo, (await shop.ReadAsync(card.Id)).MemberId).ShouldBe((receiver.MemberNo, holder.Id));

        await shop.Do(new DecideCardChange.Input(asked.CardChange, true, "本人到场"), caller: Approver);

        (await shop.ReadAsync(card.Id)).MemberId.ShouldBe(receiver.Id);
        NewsOf(card.Id).ShouldBe(
            [(holder.Id, CardNews.PassingOnAsked), (holder.Id, CardNews.PassedOn), (receiver.Id, CardNews.Received)]);
    }

    [Fact, Trait("Req", "SV-19")]
    public async Task What_is_approved_is_what_was_asked_for_and_what_was_declined_changes_nothing()
    {
        var (holder, receiver, third) = (shop.Members.Add(), shop.Members.Add(), shop.Members.Add());
        var card = await shop.CardAsync(Plain, Pockets(600m, 0), holder.Id);
        var asked = (await shop.Do(Pass(card, receiver), caller: Clerk)).ChangeRequest!;
        var decision = new DecideCardChange.Input(asked.CardChange, true, "x");
        await shop.LoadAsync(card.Id, Pockets(0.01m, 0));
        (await shop.TryDo(decision, caller: Approver)).Refusal!.Code.ShouldBe("storedvalue.closing-changed");
        await shop.Do(Charge(0.01m, card));
        await shop.HandToAsync(card.Id, third.Id);
        (await shop.TryDo(decision, caller: Approver)).Refusal!.Code.ShouldBe("storedvalue.closing-changed");
        await shop.HandToAsync(card.Id, holder.Id);
        shop.Members.Close(receiver);
        (await shop.TryDo(decision, caller: Approver)).Refusal!.Code.ShouldBe(MemberRefusals.NotActiveCode);

        (await shop.Do(decision with { Approve = false }, caller: Approver)).State.ShouldBe(ClosingState.Declined);

        (await shop.ReadAsync(card.Id)).MemberId.ShouldBe(holder.Id);
        (await shop.Do(Pass(card, third), caller: Clerk)).ChangeRequest.ShouldNotBeNull();
    }

    [Fact, Trait("Req", "SV-19")]
    public async Task A_card_that_is_found_pays_again_only_once_its_replacement_is_declined()
    {
        var card = await shop.CardAsync(Plain, Pockets(600m, 0), shop.Members.Add().Id);
        await shop.Do(new BlockCard.Input(card.Id, BlockReason.Lost, "挂失"));
        var asked = (await shop.Do(new ReplaceCard.Input { Key = Key(), Card = card.Id, Note = "补卡" }, caller: Clerk)).ChangeRequest!;

        (await shop.RefusalOf(new UnblockCard.Input(card.Id, "找到了"))).ShouldBe("storedvalue.change-waits");
        await shop.Do(new DecideCardChange.Input(asked.CardChange, Approve: false, "找到了"), caller: Approver);

        (await shop.Do(new UnblockCard.Input(card.Id, "找到了"))).State.ShouldBe(CardState.Active);
        (await shop.ReadAsync(card.Id)).Number.ShouldBe(card.Number);
    }

    [Fact, Trait("Req", "SV-19")]
    public async Task Twenty_decisions_at_once_are_one()
    {
        var card = await shop.CardAsync(Plain, Pockets(600m, 0), shop.Members.Add().Id);
        var asked = (await shop.Do(Pass(card, shop.Members.Add()), caller: Clerk)).ChangeRequest!;

        var decided = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => shop.TryDo(
            new DecideCardChange.Input(asked.CardChange, true, "x"),
            caller: CardShop.Person($"a{i}", StoredValuePermissions.ApproveClosings))));

        decided.Count(d => d.Accepted).ShouldBe(1);
        (await shop.Do(new ReadCard.Input(card.Id))).Moves.Count(m => m.Kind == CardMoveKind.PassedOn).ShouldBe(1);
    }

    [Fact, Trait("Req", "SV-19")]
    public async Task One_person_is_shown_so_many_numbers_an_hour_and_no_more_however_many_he_asks_for_at_once()
    {
        const int most = 20;
        shop.Clock.Set("2030-05-05", "10:00:00");
        var caller = CardShop.Person("抄卡", StoredValuePermissions.RevealCards);
        var type = await shop.TypeAsync(Plain);
        var cards = new List<Guid>();
        for (var i = 0; i < most + 4; i++) cards.Add((await shop.EmptyCardAsync(type)).Id);

        var shown = await Task.WhenAll(cards.Select(c => shop.TryDo(new RevealCard.Input(c), caller: caller)));

        shown.Count(s => s.Accepted).ShouldBe(most);
        shown.Where(s => !s.Accepted).ShouldAllBe(s => s.Refusal!.Code == "storedvalue.too-many-numbers");
        (await shop.TryDo(new RevealCard.Input(cards[0]), caller: CardShop.Person("另一人", StoredValuePermissions.RevealCards)))
            .Accepted.ShouldBeTrue();
        shop.Clock.Set("2030-05-05", "11:00:00");
        (await shop.TryDo(new RevealCard.Input(cards[0]), caller: caller)).Accepted.ShouldBeTrue();
    }

    [Fact, Trait("Req", "SV-13"), Trait("Req", "SV-19")]
    public async Task A_slip_keeps_the_digits_that_it_said_when_the_card_has_another_number()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 0));
        var bill = (await shop.Do(Charge(55m, card))).Bill;
        await shop.Do(new ReplaceCard.Input { Key = Key(), Card = card.Id, OldCard = card.Number, Note = "磨损" });
        var now = await shop.ReadAsync(card.Id);
        await shop.Do(Refund(bill, 11m));
        await shop.Do(new ReplaceCard.Input { Key = Key(), Card = card.Id, OldCard = now.Number, Note = "磨损" });

        var slips = await shop.Do(new ReadSlips.Input(bill));

        slips.Lines.Select(l => l.Slip.MaskedNumber).ShouldBe([CardNumbers.Mask(card.Number), CardNumbers.Mask(now.Number)]);
    }

    private IEnumerable<(Guid, CardNews)> NewsOf(Guid card) =>
        shop.Outbox.Told.OfType<CardChanged>().Where(c => c.CardId == card).Select(c => (c.MemberId, c.News));

    private static PassOnCard.Input Pass(Card card, MemberSummary receiver) =>
        new() { Card = card.Id, Receiver = receiver.MemberNo, Note = "转让" };
}
