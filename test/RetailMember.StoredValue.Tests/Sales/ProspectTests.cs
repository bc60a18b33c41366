using RetailMember.Membership;
using RetailMember.People;
using RetailMember.StoredValue.Sales;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Sales.HandOver;
using RetailMember.StoredValue.Sales.Prospects;
using RetailMember.StoredValue.Targets;
using RetailMember.StoredValue.Tests.Shop;
using static RetailMember.StoredValue.SalesPermissions;
using static RetailMember.StoredValue.Tests.Sales.SalesGiven;
using static RetailMember.StoredValue.Tests.Shop.Given;

namespace RetailMember.StoredValue.Tests.Sales;

public sealed class ProspectTestsOnSqlite(SqliteCards shop) : ProspectTests(shop), IClassFixture<SqliteCards>;

public sealed class ProspectTestsOnPostgres(PostgresCards shop) : ProspectTests(shop), IClassFixture<PostgresCards>;

/// <summary>The early phase's plan: customers to be won, by whom and until when. Each test has a month of its own.</summary>
public abstract class ProspectTests(CardShop shop)
{
    [Fact, Trait("Req", "SV-09")]
    public async Task Of_five_on_a_list_three_are_spoken_to_two_buy_and_the_one_that_gives_his_card_back_is_not_won()
    {
        shop.Clock.Set("2033-03-01");
        var seller = shop.Seller();
        var type = await shop.TypeAsync(Restaurant);
        var customers = Enumerable.Range(0, 5).Select(_ => shop.Members.Add()).ToList();
        var listed = (await shop.Do(List(seller, "2033-03-31", [.. customers]))).Prospects;
        listed.ShouldAllBe(p => p.State == ProspectState.Open && !p.MayBeCalled);
        shop.Clock.Set("2033-03-05");
        foreach (var spoken in listed.Take(3)) (await FollowAsync(seller, spoken)).State.ShouldBe(ProspectState.Contacted);
        await SellAsync(type, customers[0], seller);
        var regretted = await SellAsync(type, customers[1], seller);
        await shop.SoldAsync(Draft(type, 5_000m, seller) with { Member = shop.Members.Add().MemberNo });
        (await CountAsync(seller, "2033-03-01")).ShouldBe(new ProspectCount(5, 3, 2));

        await shop.TakeBackAsync(regretted.SaleNo);
        await FollowAsync(seller, listed[2], giveUp: true);

        (await CountAsync(seller, "2033-03-01")).ShouldBe(new ProspectCount(5, 3, 1), "Money back wins nobody.");
        shop.Clock.Set("2033-04-01");
        await SellAsync(type, customers[3], seller);
        (await CountAsync(seller, "2033-03-01")).ShouldBe(new ProspectCount(5, 3, 1), "He bought when the days were over.");
        (await shop.Do(new FindProspects.Input { Seller = seller.UserName })).Items
            .Select(p => (p.State, p.IsOver, Won: p.WonSaleNo is not null)).ShouldBe(
            [
                (ProspectState.Won, true, true), (ProspectState.Contacted, true, false), (ProspectState.GivenUp, true, false),
                (ProspectState.Open, true, false), (ProspectState.Open, true, false),
            ], ignoreOrder: true);
        foreach (var (state, count) in ((ProspectState, int)[])
            [(ProspectState.Won, 1), (ProspectState.Contacted, 1), (ProspectState.GivenUp, 1), (ProspectState.Open, 2)])
            (await shop.Do(new FindProspects.Input { Seller = seller.UserName, State = state, Size = 1 })).ShouldSatisfyAllConditions(
                page => page.Items.Count.ShouldBe(1), page => (page.Next is not null).ShouldBe(count > 1, state.ToString()));
    }

    [Fact, Trait("Req", "SV-09")]
    public async Task A_seller_sees_all_of_a_full_list_and_whom_he_has_won_last()
    {
        shop.Clock.Set("2033-04-20");
        var seller = shop.Seller();
        var customers = Enumerable.Range(0, AssignProspects.Most).Select(_ => shop.Members.Add()).ToArray();
        await shop.Do(List(seller, "2033-04-30", customers));
        await SellAsync(await shop.TypeAsync(Restaurant), customers[0], seller);

        var own = (await shop.Do(new ReadOwnSales.Input(), caller: As(seller, SellCards))).Prospects;

        own.Select(p => p.MemberNo).ShouldBe(customers.Select(c => c.MemberNo), ignoreOrder: true);
        own[^1].State.ShouldBe(ProspectState.Won);
    }

    [Fact, Trait("Req", "SV-09")]
    public async Task A_seller_follows_his_own_list_up_on_his_page_and_nobody_elses()
    {
        shop.Clock.Set("2033-05-02");
        var (seller, other) = (shop.Seller(), shop.Seller());
        var prospect = (await shop.Do(List(seller, "2033-05-10", shop.Members.Add()))).Prospects[0];
        var spoke = new FollowUpProspect.Input(prospect.Prospect, "约周末");

        (await shop.RefusalOf(spoke, caller: As(other, SellCards))).ShouldBe("storedvalue.prospect-not-found");
        (await shop.RefusalOf(spoke, caller: As(seller, ViewTeam))).ShouldBe("permission.denied");
        (await shop.RefusalOf(spoke with { Note = "" }, caller: As(seller, SellCards))).ShouldBe("field.not-empty");
        (await shop.RefusalOf(spoke, CardShop.Tea)).ShouldBe("storedvalue.prospect-not-found");
        await FollowAsync(seller, prospect);
        shop.Clock.Set("2033-05-04");
        await FollowAsync(seller, prospect);
        var own = (await shop.Do(new ReadOwnSales.Input(), caller: As(seller, SellCards))).Prospects.ShouldHaveSingleItem();
        (own.State, own.ContactedOn, own.Note)
            .ShouldBe((ProspectState.Contacted, new DateOnly(2033, 5, 2), "跟进"), "The first time counts.");
        (await shop.Do(new ReadOwnSales.Input(), caller: As(other, SellCards))).Prospects.ShouldBeEmpty();

        shop.Clock.Set("2033-05-11");
        (await shop.RefusalOf(spoke, caller: As(seller, SellCards))).ShouldBe("storedvalue.prospect-over");
        (await shop.Do(new ReadOwnSales.Input(), caller: As(seller, SellCards))).Prospects.ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SV-09"), Trait("Req", "SV-03")]
    public async Task A_customer_goes_from_list_to_list_by_the_supervisor_or_with_the_customers_of_who_left()
    {
        shop.Clock.Set("2033-06-01");
        var (first, second, third) = (shop.Seller(), shop.Seller(), shop.Seller());
        var type = await shop.TypeAsync(Restaurant);
        var (moved, won) = (shop.Members.Add(), shop.Members.Add());
        var prospects = (await shop.Do(List(first, "2033-06-10", moved, won))).Prospects;
        await FollowAsync(first, prospects[0]);
        var move = new ReassignProspect.Input(prospects[0].Prospect, second.UserName, new DateOnly(2033, 6, 30));
        (await shop.RefusalOf(move, caller: CardShop.Person("导购", SellCards, ViewTeam))).ShouldBe("permission.denied");
        (await shop.RefusalOf(move with { Seller = "nobody" })).ShouldBe("storedvalue.seller-not-found");
        (await shop.RefusalOf(move with { Until = new DateOnly(2033, 5, 31) })).ShouldBe("storedvalue.prospect-days");
        (await shop.Do(move)).ShouldSatisfyAllConditions(
            p => (p.Seller, p.Until, p.State).ShouldBe((second.UserName, new DateOnly(2033, 6, 30), ProspectState.Contacted)));
        var sold = await SellAsync(type, won, second);
        await SellAsync(type, shop.Members.Add(), second);
        (await shop.RefusalOf(move with { Prospect = prospects[1].Prospect })).ShouldBe("storedvalue.prospect-won");
        (await shop.Do(new FindProspects.Input { Seller = first.UserName })).Items.ShouldHaveSingleItem().WonSaleNo.ShouldBe(sold.SaleNo);

        shop.Staff.Leave(second.UserName);
        await shop.Do(new HandOverCustomers.Input(second.UserName, third.UserName, "离职交接"));

        (await shop.Do(new ReadOwnSales.Input(), caller: As(third, SellCards))).Prospects.ShouldHaveSingleItem().MemberNo
            .ShouldBe(moved.MemberNo);
    }

    [Fact, Trait("Req", "SV-09"), Trait("Req", "CORE-44")]
    public async Task Of_twenty_lists_that_are_written_at_once_one_has_the_customer()
    {
        shop.Clock.Set("2033-07-01");
        var sellers = Enumerable.Range(0, 20).Select(_ => shop.Seller()).ToList();
        var customer = shop.Members.Add();

        var told = await Task.WhenAll(sellers.Select(s => shop.TryDo(List(s, "2033-07-10", customer, shop.Members.Add()))));

        told.Count(t => t.Accepted).ShouldBe(1);
        told.Where(t => !t.Accepted).ShouldAllBe(t => t.Refusal!.Code == "storedvalue.prospect-listed");
        var winner = sellers[Array.FindIndex(told, t => t.Accepted)];
        (await FollowAsync(winner, told.Single(t => t.Accepted).Value!.Prospects[0], giveUp: true)).State.ShouldBe(ProspectState.GivenUp);
        (await shop.Do(List(sellers[0], "2033-07-10", customer))).Prospects.ShouldHaveSingleItem();
        shop.Clock.Set("2033-07-11");
        (await shop.Do(List(sellers[1], "2033-07-20", customer))).Prospects.ShouldHaveSingleItem().Seller.ShouldBe(sellers[1].UserName);
    }

    [Fact, Trait("Req", "SV-09"), Trait("Req", "OPS-18")]
    public async Task Lists_are_the_supervisors_of_members_that_there_are_and_a_manager_sees_his_own_people()
    {
        shop.Clock.Set("2033-08-01");
        var (here, there) = (shop.Seller(), shop.Seller(store: 12));
        var (first, second) = (shop.Members.Add(), shop.Members.Add());
        var list = List(here, "2033-08-31", first);
        (await shop.RefusalOf(list, caller: CardShop.Person("导购", SellCards, ViewTeam))).ShouldBe("permission.denied");
        (await shop.RefusalOf(list with { Members = ["0"] })).ShouldBe(MemberRefusals.NotFoundCode);
        (await shop.RefusalOf(list with { Members = [] })).ShouldBe("storedvalue.prospects-one-to-two-hundred");
        (await shop.RefusalOf(list with { Seller = shop.Seller(DefaultRole.Finance).UserName }))
            .ShouldBe("storedvalue.seller-may-not-sell");
        (await shop.RefusalOf(list with { Until = new DateOnly(2033, 7, 31) })).ShouldBe("storedvalue.prospect-days");
        (await shop.RefusalOf(list with { Until = DateOnly.MaxValue })).ShouldBe("storedvalue.day-impossible");
        var once = await shop.Do(list);
        (await shop.Do(list)).Prospects[0].Prospect.ShouldBe(once.Prospects[0].Prospect, "The same key writes one list.");
        await shop.Do(List(there, "2033-08-31", second));
        var manager = CardShop.Clerk("店长", 11, ViewTeam);

        var seen = (await shop.Do(new FindProspects.Input { Size = Values.Cursor.LargestSize }, caller: manager)).Items;

        seen.ShouldContain(p => p.Seller == here.UserName);
        seen.ShouldNotContain(p => p.Seller == there.UserName);
        var rows = (await shop.Do(new ReportSales.Input { From = new DateOnly(2033, 8, 1) }, caller: manager)).SalesRows;
        rows.Single(r => r.Of == here.UserName).CustomerList.ShouldBe(new ProspectCount(1, 0, 0));
        rows.ShouldNotContain(r => r.Of == there.UserName);
        (await shop.RefusalOf(new FindProspects.Input(), caller: As(here, SellCards))).ShouldBe("permission.denied");
        (await shop.Do(new FindProspects.Input(), CardShop.Tea)).Items.ShouldBeEmpty();
    }

    private static AssignProspects.Input List(StaffPerson seller, string until, params MemberSummary[] customers) => new()
    {
        Key = Key(), Seller = seller.UserName, Members = [.. customers.Select(c => c.MemberNo)],
        Until = DateOnly.ParseExact(until, "yyyy-MM-dd", null),
    };

    private Task<ProspectView> FollowAsync(StaffPerson seller, ProspectView prospect, bool giveUp = false) =>
        shop.Do(new FollowUpProspect.Input(prospect.Prospect, "跟进") { GiveUp = giveUp }, caller: As(seller, SellCards));

    private Task<SaleView> SellAsync(string type, MemberSummary member, StaffPerson seller) =>
        shop.SoldAsync(Draft(type, 5_000m, seller) with { Member = member.MemberNo });

    private async Task<ProspectCount?> CountAsync(StaffPerson seller, string month) =>
        (await shop.Do(new ReportSales.Input { From = DateOnly.ParseExact(month, "yyyy-MM-dd", null) })).SalesRows
        .SingleOrDefault(r => r.Of == seller.UserName)?.CustomerList;
}
