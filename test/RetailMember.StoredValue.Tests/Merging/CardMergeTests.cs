using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Own;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Sales.Prospects;
using RetailMember.StoredValue.Tests.Sales;
using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.Tests.Shop.Given;
using static RetailMember.StoredValue.Tests.Shop.Till;

namespace RetailMember.StoredValue.Tests.Merging;

public sealed class CardMergeTestsOnSqlite(SqliteCards shop) : CardMergeTests(shop), IClassFixture<SqliteCards>;

public sealed class CardMergeTestsOnPostgres(PostgresCards shop) : CardMergeTests(shop), IClassFixture<PostgresCards>;

/// <summary>Two members turn out to be one: what the one who goes held, and was about to buy, is the other's.</summary>
public abstract class CardMergeTests(CardShop shop)
{
    private readonly MemberSummary stays = shop.Members.Add();
    private readonly MemberSummary goes = shop.Members.Add();
    private readonly Guid merge = Guid.CreateVersion7();

    [Fact, Trait("Req", "CORE-49"), Trait("Req", "SV-13")]
    public async Task Cards_go_along_with_all_that_is_on_them_and_come_back()
    {
        var card = await shop.CardAsync(Plain, Pockets(100m, 10m), goes.Id);
        var given = await shop.CardAsync(Plain, Pockets(5m, 0), goes.Id);
        (await CountsAsync(goes)).ShouldBe([new MergeShare("stored-value-cards", 2)]);

        await MoveAsync(back: false);

        (await OwnAsync(stays)).ShouldBe(new[] { card.Id, given.Id }, ignoreOrder: true);
        (await CountsAsync(goes)).ShouldBeEmpty();
        await shop.Do(Charge(11m, card));
        var third = shop.Members.Add();
        await shop.Do(new PassOnCard.Input { Card = given.Id, Receiver = third.MemberNo, Note = "赠与" });

        await MoveAsync(back: true);

        (await OwnAsync(goes)).ShouldBe([card.Id]);
        (await OwnAsync(third)).ShouldBe([given.Id], "what was passed on meanwhile stays there");
        (await shop.ReadAsync(card.Id)).Available.ShouldBe(Pockets(90m, 9m));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "CORE-49"), Trait("Req", "SV-01")]
    public async Task A_sale_in_progress_goes_along_and_its_card_is_the_survivors()
    {
        var type = await shop.TypeAsync(Plain with { Named = true });
        var draft = SalesGiven.Draft(type, 100m) with { Member = goes.MemberNo };
        var (loaded, paid) = ((await shop.SoldAsync(draft)).SaleNo, await shop.PaidAsync(draft with { Key = Key() }));
        var open = (await shop.Do(draft with { Key = Key() })).CardSale.SaleNo;
        (await CountsAsync(goes)).ShouldBe([new MergeShare("stored-value-cards", 1), new MergeShare("card-sales", 2)]);

        await MoveAsync(back: false);
        var made = (await shop.Do(new LoadSale.Input(paid))).Card!.Value;
        (await shop.ReadAsync(made)).MemberId.ShouldBe(stays.Id);
        await MoveAsync(back: true);

        (await HolderAsync(loaded), await HolderAsync(paid), await HolderAsync(open)).ShouldBe((goes.Id, stays.Id, goes.Id));
        (await shop.ReadAsync(made)).MemberId.ShouldBe(stays.Id, "it came to him after the merge");
    }

    [Fact, Trait("Req", "CORE-49"), Trait("Req", "SV-09")]
    public async Task Who_is_to_be_won_goes_along_and_a_card_of_the_survivors_wins_him()
    {
        var seller = shop.Seller();
        var own = SalesGiven.As(seller, SalesPermissions.SellCards);
        var until = shop.Occasion().On.AddDays(10);
        await shop.Do(new AssignProspects.Input { Key = Key(), Seller = seller.UserName, Members = [goes.MemberNo], Until = until });
        (await CountsAsync(goes)).ShouldBe([new MergeShare("sales-prospects", 1)]);

        await MoveAsync(back: false);

        await shop.SoldAsync(SalesGiven.Draft(await shop.TypeAsync(Plain), 100m) with { Member = stays.MemberNo });
        (await shop.Do(new ReadOwnSales.Input(), caller: own)).Prospects.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            p => (p.MemberNo, p.State).ShouldBe((stays.MemberNo, ProspectState.Won)));
        await MoveAsync(back: true);
        (await shop.Do(new ReadOwnSales.Input(), caller: own)).Prospects.ShouldHaveSingleItem().MemberNo.ShouldBe(goes.MemberNo);
    }

    private Task<Guid?> HolderAsync(long sale) => shop.InTables(scope => scope.GetRequiredService<StoredValueDb>().CardSales
        .AsNoTracking().Where(s => s.Id == sale).Select(s => s.MemberId).SingleAsync());

    private async Task<IReadOnlyList<Guid>> OwnAsync(MemberSummary member) =>
        [.. (await shop.Do(new FindOwnCards.Input(), caller: CardShop.Phone(member))).OwnCards.Select(c => c.Card)];

    private Task<IReadOnlyList<MergeShare>> CountsAsync(MemberSummary member) =>
        shop.InTables(scope => scope.GetRequiredService<IMemberMerge>().CountAsync(member.Id, CancellationToken.None));

    private Task<bool> MoveAsync(bool back) => shop.InTables(async scope =>
    {
        var now = shop.Occasion();
        var order = new MemberMergeOrder(merge, CardShop.Hotel.Id, stays.Id, goes.Id, now.On, now.At, "house");
        var cards = scope.GetRequiredService<IMemberMerge>();
        await (back ? cards.MoveBackAsync(order, CancellationToken.None) : cards.MoveAsync(order, CancellationToken.None));
        return true;
    });
}
