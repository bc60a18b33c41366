using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Own;
using RetailMember.StoredValue.Tests.Shop;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;
using static RetailMember.StoredValue.Tests.Shop.Given;
using static RetailMember.StoredValue.Tests.Shop.Till;

namespace RetailMember.StoredValue.Tests.Cards;

public sealed class CardTestsOnSqlite(SqliteCards shop) : CardTests(shop), IClassFixture<SqliteCards>;

public sealed class CardTestsOnPostgres(PostgresCards shop) : CardTests(shop), IClassFixture<PostgresCards>;

public abstract class CardTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-19")]
    public async Task A_lost_card_pays_nothing_and_its_replacement_has_all_that_it_had()
    {
        var seller = Guid.CreateVersion7();
        var card = await shop.CardAsync(Plain, Pockets(0, 0));
        await shop.LoadAsync(card.Id, Pockets(100m, 10m), o => o with { Seller = seller });
        await shop.Do(new BlockCard.Input(card.Id, BlockReason.Lost, "电话挂失"));
        (await shop.RefusalOf(Charge(10m, card))).ShouldBe("storedvalue.card-not-usable");
        (await Should.ThrowAsync<Refusal>(() => shop.LoadAsync(card.Id, Pockets(1m, 0)))).Code.ShouldBe("storedvalue.card-not-active");

        var again = new ReplaceCard.Input { Key = Key(), Card = card.Id, Note = "补卡" };
        await shop.Do(again);
        await shop.Do(again);

        (await shop.RefusalOf(Charge(10m, card))).ShouldBe("storedvalue.card-replaced");
        (await shop.RefusalOf(new LookUpCard.Input(card.Number))).ShouldBe("storedvalue.card-replaced");
        var now = await shop.ReadAsync(card.Id);
        (now.State, now.LastSellerId, now.Available).ShouldBe((CardState.Active, seller, Pockets(100m, 10m)));
        (await shop.Do(new ReadCard.Input(card.Id))).Moves.Count(m => m.Kind == CardMoveKind.Replaced).ShouldBe(1);
        await shop.Do(Charge(10m, now));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-19"), Trait("Req", "RS-10")]
    public async Task Where_its_terms_know_no_lost_cards_the_old_card_must_be_in_hand()
    {
        var card = await shop.CardAsync(Plain with { LossReport = false }, Pockets(100m, 0));
        var replace = new ReplaceCard.Input { Key = Key(), Card = card.Id, Note = "卡已磨损" };

        (await shop.RefusalOf(replace)).ShouldBe("storedvalue.no-loss-report");
        (await shop.RefusalOf(replace with { OldCard = CardNumbers.Draw() })).ShouldBe("storedvalue.other-card");

        await shop.Do(replace with { OldCard = card.Number });
        (await shop.ReadAsync(card.Id)).Number.ShouldNotBe(card.Number);
    }

    [Fact, Trait("Req", "SV-19"), Trait("Req", "RS-10")]
    public async Task Where_its_terms_know_no_lost_cards_none_is_reported()
    {
        var member = shop.Members.Add();
        var card = await shop.CardAsync(Plain with { LossReport = false }, Pockets(100m, 0), member.Id);

        (await shop.RefusalOf(new BlockCard.Input(card.Id, BlockReason.Lost, "x"))).ShouldBe("storedvalue.no-loss-report");
        (await shop.TryDo(new ReportOwnCardLost.Input(card.Id), caller: CardShop.Phone(member))).Refusal!.Code
            .ShouldBe("storedvalue.no-loss-report");
    }

    [Fact, Trait("Req", "SV-19")]
    public async Task A_holder_reports_only_his_own_card()
    {
        var (holder, other) = (shop.Members.Add(), shop.Members.Add());
        var card = await shop.CardAsync(Plain, Pockets(100m, 0), holder.Id);

        (await shop.RefusalOf(new ReportOwnCardLost.Input(card.Id), caller: CardShop.Phone(other))).ShouldBe("storedvalue.card-not-found");
        (await shop.RefusalOf(new ShowOwnCard.Input(card.Id), caller: CardShop.Phone(other))).ShouldBe("storedvalue.card-not-found");
        (await shop.RefusalOf(new ReadOwnCard.Input(card.Id), caller: CardShop.Phone(other))).ShouldBe("storedvalue.card-not-found");
        (await shop.Do(new FindOwnCards.Input(), caller: CardShop.Phone(other))).OwnCards.ShouldBeEmpty();

        (await shop.Do(new ReportOwnCardLost.Input(card.Id), caller: CardShop.Phone(holder))).State.ShouldBe(CardState.Blocked);
    }

    [Fact, Trait("Req", "SV-19")]
    public async Task A_card_blocked_at_its_holders_request_says_so_and_pays_again_once_unblocked()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 0));
        await shop.Do(new BlockCard.Input(card.Id, BlockReason.Request, "出国"));
        (await shop.RefusalOf(Charge(10m, card))).ShouldBe("storedvalue.card-blocked");

        await shop.Do(new UnblockCard.Input(card.Id, "回国"));

        await shop.Do(Charge(10m, card));
        (await shop.RefusalOf(new UnblockCard.Input(card.Id, "x"))).ShouldBe("storedvalue.card-state");
    }

    [Fact, Trait("Req", "OPS-17")]
    public async Task A_card_is_passed_on_with_all_that_is_on_it_where_its_terms_allow_it()
    {
        var (from, to) = (shop.Members.Add(), shop.Members.Add());
        var card = await shop.CardAsync(Plain with { Named = true }, Pockets(100m, 0), from.Id);
        var bound = await shop.CardAsync(Plain with { Transferable = false }, Pockets(100m, 0), from.Id);

        await shop.Do(new PassOnCard.Input { Card = card.Id, Receiver = to.MemberNo, Note = "赠与" });

        (await shop.Do(new FindOwnCards.Input(), caller: CardShop.Phone(to))).OwnCards.Single().Card.ShouldBe(card.Id);
        (await shop.RefusalOf(new PassOnCard.Input { Card = bound.Id, Receiver = to.MemberNo, Note = "x" }))
            .ShouldBe("storedvalue.card-not-transferable");
    }

    [Fact, Trait("Req", "OPS-17")]
    public async Task What_expired_is_noted_and_counts_again_when_the_card_is_extended()
    {
        shop.Clock.Set("2026-03-02");
        var card = await shop.CardAsync(Plain with { ValidityMonths = 1 }, Pockets(100m, 10m));
        await shop.Do(Charge(22m, card));
        shop.Clock.Set("2026-04-02");
        await shop.Do(new ExpireLoads.Input());
        (await shop.ReadAsync(card.Id)).Available.TotalFen.ShouldBe(0);

        await shop.Do(new ExtendCard.Input(card.Id, new DateOnly(2026, 12, 31), "重新激活"));

        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(80m, 8m));
        await shop.Do(Charge(88m, card));
        (await shop.RefusalOf(new ExtendCard.Input(card.Id, new DateOnly(2026, 12, 31), "x"))).ShouldBe("storedvalue.nothing-to-extend");
        (await shop.FaultsAsync()).ShouldBeEmpty();
        shop.Clock.Set("2026-03-02");
    }

    [Fact, Trait("Req", "OPS-17"), Trait("Req", "SV-17")]
    public async Task What_is_held_is_extended_too_and_so_is_what_a_refund_has_not_revived()
    {
        shop.Clock.Set("2026-03-02");
        var held = await shop.CardAsync(Plain with { ValidityMonths = 1 }, Pockets(100m, 0));
        var hold = await shop.Do(Hold(100m, held));
        await shop.Do(new ExtendCard.Input(held.Id, new DateOnly(2026, 12, 31), "x"));
        await shop.Do(Release(hold.Hold));

        var lapsed = await shop.CardAsync(Plain with { ValidityMonths = 1 }, Pockets(100m, 0));
        var bill = (await shop.Do(Charge(40m, lapsed))).Bill;
        shop.Clock.Set("2026-04-10");
        await shop.Do(new ExpireLoads.Input());
        // Comes back for 30 days, which is longer than the extension.
        await shop.Do(Refund(bill, 40m));
        await shop.Do(new ExtendCard.Input(lapsed.Id, new DateOnly(2026, 4, 20), "x"));

        (await shop.ReadAsync(lapsed.Id)).Available.ShouldBe(Pockets(100m, 0));
        await shop.Do(Charge(100m, held));
        await shop.Do(Charge(100m, lapsed));
        (await shop.FaultsAsync()).ShouldBeEmpty();
        shop.Clock.Set("2026-03-02");
    }

    [Fact, Trait("Req", "SV-19")]
    public async Task Who_saw_a_number_stands_in_the_cards_journal()
    {
        var card = await shop.CardAsync(Plain, Pockets(0, 0));

        var shown = await shop.Do(new RevealCard.Input(card.Id), caller: CardShop.Person("经理", StoredValuePermissions.RevealCards));

        shown.FullNumber.Replace(" ", "", StringComparison.Ordinal).ShouldBe(card.Number);
        (await shop.Do(new ReadCard.Input(card.Id))).Moves[0].ShouldSatisfyAllConditions(
            m => m.Kind.ShouldBe(CardMoveKind.Disclosed), m => m.Operator.ShouldBe("经理"));
    }

    [Fact]
    public void A_number_has_sixteen_digits_and_a_check_digit_that_notices_a_slip()
    {
        var numbers = new CardNumbers(new RetailMember.Data.PersonalData(RetailMember.Data.PersonalDataKeys.Of(new byte[32])));
        for (var i = 0; i < 200; i++)
        {
            var number = CardNumbers.Draw();
            number.Length.ShouldBe(CardNumbers.Length);
            numbers.IndexOf(number).ShouldNotBeNull();
            var slip = (char)('0' + ((number[7] - '0' + 1) % 10));
            numbers.IndexOf(number[..7] + slip + number[8..]).ShouldBeNull();
        }

        // A number known to be right by the rule of the trade.
        numbers.IndexOf("4539 1488 0343 6467").ShouldNotBeNull();
    }

    [Fact, Trait("Req", "SMS-09")]
    public async Task Members_are_told_apart_by_what_their_active_cards_hold_together()
    {
        var (rich, poor, none) = (shop.Members.Add(), shop.Members.Add(), shop.Members.Add());
        await shop.CardAsync(Plain, Pockets(60m, 0), rich.Id);
        await shop.CardAsync(Plain, Pockets(30m, 10m), rich.Id);
        await shop.CardAsync(Plain, Pockets(40m, 0), poor.Id);
        var lost = await shop.CardAsync(Plain, Pockets(60m, 0), poor.Id);
        await shop.Do(new BlockCard.Input(lost.Id, BlockReason.Lost, "test"));

        (await AmongAsync(("atLeast", "100"))).ShouldBe([rich.Id]);
        (await AmongAsync(("atLeast", "40"))).ShouldBe([rich.Id, poor.Id], ignoreOrder: true);
        (await AmongAsync(("atMost", "99.99"))).ShouldBe([poor.Id, none.Id], ignoreOrder: true);
        (await AmongAsync(("atLeast", "0.01"), ("atMost", "40"))).ShouldBe([poor.Id]);
        (await AmongAsync(("atMost", "0"))).ShouldBe([none.Id]);
        (await AmongAsync(("atLeast", "0"))).ShouldBe([rich.Id, poor.Id, none.Id], ignoreOrder: true);
        (await AmongAsync(("atLeast", "0"), ("atMost", "40"))).ShouldBe([poor.Id, none.Id], ignoreOrder: true);

        Task<List<Guid>> AmongAsync(params (string Field, string Value)[] values) => shop.InTables(async tables =>
        {
            var found = new HashSet<Guid>([rich.Id, poor.Id, none.Id]);
            foreach (var selection in tables.GetServices<IMemberConditions>().OfType<CardConditions>().Single()
                .Select([MemberCondition.Of(CardConditions.Balance, values)], DateOnly.MinValue))
            {
                var held = await selection.Members.ToListAsync();
                if (selection.IsExcluded) found.ExceptWith(held);
                else found.IntersectWith(held);
            }

            return found.ToList();
        });
    }
}
