using RetailMember.People;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Sales.HandOver;
using RetailMember.StoredValue.Sales.Prospects;
using RetailMember.StoredValue.Targets.Assessments;
using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.Tests.Sales.SalesGiven;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Sales;

public sealed class HandOverTestsOnSqlite(SqliteCards shop) : HandOverTests(shop), IClassFixture<SqliteCards>;

public sealed class HandOverTestsOnPostgres(PostgresCards shop) : HandOverTests(shop), IClassFixture<PostgresCards>;

/// <summary>Customers of a seller who left are somebody else's from then on.</summary>
public abstract class HandOverTests(CardShop shop)
{
    private static readonly Caller Supervisor = CardShop.Person("主管", SalesPermissions.HandOverCustomers);

    [Fact, Trait("Req", "SV-03")]
    public async Task Renewals_of_who_left_are_the_receivers_and_what_was_sold_stays_whose_it_was()
    {
        var (leaver, receiver) = (shop.Seller(), shop.Seller());
        var type = await shop.TypeAsync(Restaurant);
        var (first, second) = (await shop.SoldAsync(type, 5_000m, leaver), await shop.SoldAsync(type, 6_000m, leaver));
        var give = new HandOverCustomers.Input(leaver.UserName, receiver.UserName, "离职交接");
        (await shop.RefusalOf(give, caller: Supervisor)).ShouldBe("storedvalue.seller-sells-still");
        shop.Staff.Leave(leaver.UserName);
        (await shop.SoldAsync(Reload(await shop.NumberAsync(first), 5_000m))).Attribution.ShouldBe(Attribution.Store, "Nobody has them.");
        (await shop.Do(new FindLeftBooks.Input(), caller: Supervisor)).LeftCustomers.Single(b => b.Leaver == leaver.UserName)
            .ShouldBe(new FindLeftBooks.LeftBook(leaver.UserName, 2, Yuan(17_600m), 0));

        (await shop.Do(give, caller: Supervisor)).CardCount.ShouldBe(2);

        var renewed = await shop.SoldAsync(Reload(await shop.NumberAsync(second), 5_000m));
        (renewed.Seller, renewed.Attribution).ShouldBe((receiver.UserName, Attribution.LastSeller));
        (await shop.YuanOfAsync(leaver)).ShouldBe(110m);
        (await shop.YuanOfAsync(receiver)).ShouldBe(50m);
        (await shop.Do(new FindLeftBooks.Input())).LeftCustomers.ShouldNotContain(b => b.Leaver == leaver.UserName);
        (await shop.RefusalOf(give, caller: Supervisor)).ShouldBe("storedvalue.leaver-not-found");
        shop.Commands.ShouldContain(c => c.CallerName == "主管" && c.Input != null && c.Input.Contains(leaver.UserName));
        (await shop.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-03"), Trait("Req", "SV-09")]
    public async Task A_leaver_who_was_to_win_customers_and_never_sold_a_card_is_on_the_list_and_hands_them_over()
    {
        shop.Clock.Set("2033-09-01");
        var (leaver, receiver) = (shop.Seller(), shop.Seller());
        var member = shop.Members.Add();
        await shop.Do(new AssignProspects.Input
        {
            Key = Key(), Seller = leaver.UserName, Members = [member.MemberNo, shop.Members.Add().MemberNo],
            Until = new DateOnly(2033, 9, 30),
        });
        await shop.SoldAsync(Draft(await shop.TypeAsync(Restaurant), 5_000m, receiver) with { Member = member.MemberNo });
        shop.Staff.Leave(leaver.UserName);
        (await shop.Do(new FindLeftBooks.Input(), caller: Supervisor)).LeftCustomers.Single(b => b.Leaver == leaver.UserName)
            .ShouldBe(new FindLeftBooks.LeftBook(leaver.UserName, 0, Yuan(0m), 1), "One of the two has a card.");

        var given = await shop.Do(
            new HandOverCustomers.Input(leaver.UserName, receiver.UserName, "离职交接"), caller: Supervisor);

        (given.CardCount, given.ProspectCount).ShouldBe((0, 1));
        (await shop.Do(new FindLeftBooks.Input())).LeftCustomers.ShouldNotContain(b => b.Leaver == leaver.UserName);
        (await shop.Do(new ReadOwnSales.Input(), caller: As(receiver, SalesPermissions.SellCards))).Prospects.Count.ShouldBe(1);
    }

    [Fact, Trait("Req", "SV-03")]
    public async Task A_receiver_who_never_sold_and_leaves_does_not_take_the_customers_with_him()
    {
        var (first, noted) = (shop.Seller(), shop.Seller());
        var sold = await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, first);
        await GiveAsync(first, first.UserName, noted);
        await shop.Do(new NoteRoles.Input());
        var (unknown, last) = (shop.Seller(), shop.Seller());
        await GiveAsync(noted, noted.UserName, unknown);

        await GiveAsync(unknown, unknown.Id.ToString("N"), last);

        (await shop.ReadAsync(sold.Card!.Value)).LastSellerId.ShouldBe(last.Id);
        (await shop.Do(new FindLeftBooks.Input(), caller: Supervisor)).LeftCustomers
            .ShouldNotContain(b => b.Leaver == unknown.Id.ToString("N") || b.Leaver == noted.UserName);

        async Task GiveAsync(StaffPerson from, string knownAs, StaffPerson to)
        {
            shop.Staff.Leave(from.UserName);
            (await shop.Do(new FindLeftBooks.Input(), caller: Supervisor)).LeftCustomers.ShouldContain(b => b.Leaver == knownAs);
            (await shop.Do(new HandOverCustomers.Input(knownAs, to.UserName, "离职交接"), caller: Supervisor)).CardCount.ShouldBe(1);
        }
    }

    [Fact, Trait("Req", "SV-03"), Trait("Req", "OPS-18")]
    public async Task Nobody_gives_customers_to_himself_to_who_does_not_sell_or_of_another_brand()
    {
        var (leaver, receiver) = (shop.Seller(), shop.Seller());
        await shop.SoldAsync(await shop.TypeAsync(Restaurant), 5_000m, leaver);
        shop.Staff.Leave(leaver.UserName);
        var clerk = shop.Staff.Add("c" + Key(), DefaultRole.Finance, CardShop.Hotel.Id);
        var give = new HandOverCustomers.Input(leaver.UserName, receiver.UserName, "离职交接");

        (await shop.RefusalOf(give, caller: As(receiver, SalesPermissions.HandOverCustomers))).ShouldBe("storedvalue.second-person-needed");
        (await shop.RefusalOf(give with { Receiver = clerk.UserName }, caller: Supervisor)).ShouldBe("storedvalue.seller-may-not-sell");
        (await shop.RefusalOf(give with { Receiver = "nobody" }, caller: Supervisor)).ShouldBe("storedvalue.seller-not-found");
        (await shop.RefusalOf(give with { Reason = "" }, caller: Supervisor)).ShouldBe("field.not-empty");
        (await shop.RefusalOf(give, caller: As(receiver, SalesPermissions.SellCards))).ShouldBe("permission.denied");
        (await shop.RefusalOf(give, CardShop.Tea)).ShouldBe("storedvalue.leaver-not-found");
    }

    [Fact, Trait("Req", "SV-03"), Trait("Req", "CORE-44")]
    public async Task Of_twenty_hand_overs_and_a_sale_at_once_each_card_is_one_persons()
    {
        var (leaver, seller) = (shop.Seller(), shop.Seller());
        var receivers = Enumerable.Range(0, 4).Select(_ => shop.Seller()).ToList();
        var type = await shop.TypeAsync(Restaurant);
        var sold = await shop.SoldAsync(type, 5_000m, leaver);
        var number = await shop.NumberAsync(sold);
        shop.Staff.Leave(leaver.UserName);

        var given = Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            shop.TryDo(new HandOverCustomers.Input(leaver.UserName, receivers[i % 4].UserName, "离职交接"))));
        var again = shop.SoldAsync(Reload(number, 5_000m, seller));
        await Task.WhenAll(given, again);

        (await given).Where(g => g.Accepted).Sum(g => g.Value!.CardCount).ShouldBeLessThanOrEqualTo(1);
        (await shop.ReadAsync(sold.Card!.Value)).LastSellerId.ShouldBe(seller.Id, "He sold to it last.");
    }
}
