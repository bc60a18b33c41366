using RetailMember.StoredValue.Batches;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.Tests.Shop.Given;
using static RetailMember.StoredValue.Tests.Shop.Till;

namespace RetailMember.StoredValue.Tests.Batches;

public sealed class BatchTestsOnSqlite(SqliteCards shop) : BatchTests(shop), IClassFixture<SqliteCards>;

public sealed class BatchTestsOnPostgres(PostgresCards shop) : BatchTests(shop), IClassFixture<PostgresCards>;

public abstract class BatchTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-11")]
    public async Task The_hundred_and_first_card_of_a_hundred_is_refused_also_when_many_ask_at_once()
    {
        var batch = await MadeAsync(100, 500m);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 101).Select(_ => shop.TryDo(Issue(batch))));

        outcomes.Count(o => o.Accepted).ShouldBe(100);
        outcomes.Single(o => !o.Accepted).Refusal!.Code.ShouldBe("storedvalue.batch-quota-reached");
        outcomes.Where(o => o.Accepted).Select(o => o.Value.Card).Distinct().Count().ShouldBe(100);
        (await shop.Do(new ReadCardBatch.Input(batch))).CardsIssued.ShouldBe(100);
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-11")]
    public async Task What_its_type_forbids_is_refused_before_there_are_cards()
    {
        var type = await shop.TypeAsync(Plain with { MaximumBalance = Yuan(300m), Categories = ["tea"] });

        (await shop.RefusalOf(Make(type, 300.01m))).ShouldBe("storedvalue.above-maximum-balance");
        (await shop.RefusalOf(Make(type, 300m) with { Categories = ["tea", "souvenir"] })).ShouldBe("storedvalue.categories-beyond-type");

        (await shop.Do(Make(type, 300m) with { Categories = ["tea"] })).Quota.ShouldBe(1);
    }

    [Fact, Trait("Req", "SV-11")]
    public async Task A_gift_pays_for_tea_alone_and_recharged_the_card_pays_for_all()
    {
        var member = shop.Members.Add();
        var issued = await shop.Do(Issue(await MadeAsync(1, 200m)) with { Member = member.MemberNo });
        var card = await shop.ReadAsync(issued.Card);
        (await shop.Do(Charge(80m, card) with { Lines = [new(Yuan(80m), "tea")] })).Slips.Single().PocketsAfter.Total
            .ShouldBe(Yuan(120m));
        (await shop.RefusalOf(Charge(50m, card) with { Lines = [new(Yuan(50m), "souvenir")] }))
            .ShouldBe("storedvalue.card-not-for-this");

        await shop.LoadAsync(card.Id, Pockets(1_000m, 0));

        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(1_000m, 120m));
        var slip = (await shop.Do(Charge(50m, card) with { Lines = [new(Yuan(50m), "souvenir")] })).Slips.Single();
        (slip.Moved.Principal, slip.Moved.Bonus).ShouldBe((Yuan(-50m), Yuan(0m)));
        // What pays for tea alone goes first where there is tea.
        slip = (await shop.Do(Charge(130m, card) with { Lines = [new(Yuan(130m), "tea")] })).Slips.Single();
        (slip.Moved.Principal, slip.Moved.Bonus).ShouldBe((Yuan(-10m), Yuan(-120m)));
    }

    [Fact, Trait("Req", "SV-11")]
    public async Task Cards_are_handed_out_on_the_days_of_the_batch_alone_and_never_out_of_a_stopped_one()
    {
        var early = await MadeAsync(5, 200m, from: new DateOnly(2026, 3, 20));
        (await shop.RefusalOf(Issue(early))).ShouldBe("storedvalue.batch-not-on-these-days");
        var batch = await MadeAsync(5, 200m);
        await shop.Do(new StopCardBatch.Input(batch));

        (await shop.RefusalOf(Issue(batch))).ShouldBe("storedvalue.batch-stopped");
    }

    [Fact, Trait("Req", "SV-11")]
    public async Task A_card_in_hand_is_handed_out_once_and_pays_nothing_before()
    {
        var batch = await MadeAsync(2, 200m);
        var stock = (await shop.Do(new FindCards.Input { BatchCode = batch, State = CardState.Stock })).Items[0];
        var card = await shop.ReadAsync(stock.Card);
        (await shop.RefusalOf(Charge(1m, card))).ShouldBe("storedvalue.card-not-usable");

        (await shop.Do(Issue(batch) with { Card = card.Number })).Card.ShouldBe(card.Id);

        (await shop.RefusalOf(Issue(batch) with { Card = card.Number })).ShouldBe("storedvalue.card-not-of-batch");
        (await shop.RefusalOf(Issue(batch) with { Card = CardNumbers.Draw() })).ShouldBe("storedvalue.card-not-of-batch");
    }

    [Fact]
    public async Task A_batch_that_is_taken_up_again_makes_no_card_too_many()
    {
        var batch = await BegunAsync(1_200, 10m);
        await shop.Do(new MakeSomeCards.Input(batch, 700));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => shop.Do(new RunCardBatch.Input(batch))));

        var made = await shop.Do(new ReadCardBatch.Input(batch));
        (made.CardsMade, made.State).ShouldBe((1_200, CardBatchState.Ready));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    private static IssueGiftCard.Input Issue(string batch) => new() { Key = Key(), StoreCode = "s1", BatchCode = batch };

    private async Task<string> MadeAsync(int quota, decimal face, DateOnly? from = null)
    {
        var batch = await BegunAsync(quota, face, from);
        await shop.Do(new RunCardBatch.Input(batch));
        return batch;
    }

    private async Task<string> BegunAsync(int quota, decimal face, DateOnly? from = null)
    {
        var batch = Make(await shop.TypeAsync(Plain), face) with { Quota = quota, Categories = ["tea"] };
        return (await shop.Do(from is { } day ? batch with { IssueFrom = day } : batch)).BatchCode;
    }

    private static MakeCardBatch.Input Make(string type, decimal face) => new()
    {
        Key = Key(), BatchCode = "b" + Key(), Name = new LocalName("体验卡", "Experience card"), CardType = type,
        FaceAmount = Yuan(face), Quota = 1, IssueFrom = new DateOnly(2026, 3, 1),
    };
}
