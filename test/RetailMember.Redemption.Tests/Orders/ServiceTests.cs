using RetailMember.Membership;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Orders.Services;
using RetailMember.Redemption.Tests.Shop;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Orders;

public sealed class ServiceTestsOnSqlite(SqliteShop shop) : ServiceTests(shop), IClassFixture<SqliteShop>;

public sealed class ServiceTestsOnPostgres(PostgresShop shop) : ServiceTests(shop), IClassFixture<PostgresShop>;

[Trait("Req", "RD-09")]
public abstract class ServiceTests(Shop.Shop shop)
{
    private static readonly ServiceTerms Monthly = new() { Uses = 3, Days = 60, Pace = new RewardLimit(LimitPeriod.Month, 1) };

    [Fact, Trait("Req", "CORE-35")]
    public async Task A_service_is_served_by_its_code_and_every_time_is_traceable()
    {
        var (entitlement, member) = await EntitledAsync(Monthly);
        var code = (await shop.Do(new RevealOrder.Input(entitlement))).Code;
        var byCode = new UseEntitlement.Input { Key = Key(), StoreCode = "s1", Code = code.ToLowerInvariant() };

        (await shop.RefusalOf(byCode with { Code = "0000-0000-0000-0000" })).ShouldBe("redemption.entitlement-not-found");
        (await shop.RefusalOf(byCode, Shop.Shop.Pharmacy)).ShouldBe("redemption.entitlement-not-found");
        (await shop.Do(byCode)).UsesLeft.ShouldBe(2);
        (await shop.Do(byCode)).UsesLeft.ShouldBe(2);
        (await shop.RefusalOf(byCode with { Key = Key() })).ShouldBe("redemption.entitlement-pace");

        var read = await shop.Do(new ReadEntitlement.Input(entitlement));
        (read.MemberNo, read.UsesLeft, read.PaceLeft).ShouldBe((member.MemberNo, 2, 0L));
        read.History.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            u => u.StoreCode.ShouldBe("s1"), u => u.Operator.ShouldBe("house"), u => u.Note.ShouldBe("disclosed: house"),
            u => u.At.ShouldBe(shop.Clock.GetUtcNow().UtcDateTime));
        (await shop.Do(new LookUpCode.Input(code, "s1"))).Kind.ShouldBe(RewardKind.Service);
    }

    [Fact, Trait("Req", "RD-10")]
    public async Task It_is_served_where_it_is_had_to_a_member_who_is_one()
    {
        var (entitlement, member) = await EntitledAsync(Monthly, "s1");

        (await shop.RefusalOf(Serve(entitlement) with { Check = null })).ShouldBe("field.not-empty");
        (await shop.RefusalOf(Serve(entitlement, "s2"))).ShouldBe("redemption.reward-not-here");
        shop.Members.Close(member);
        (await shop.RefusalOf(Serve(entitlement))).ShouldBe("membership.member-not-active");

        (await shop.Do(new ReadEntitlement.Input(entitlement))).History.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_twenty_who_book_the_last_place_of_a_day_one_gets_it()
    {
        var reward = await OfferAsync(new ServiceTerms { Uses = 1, Days = 60, PerDay = 1 });
        var entitled = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RedeemedAsync(reward)));

        var outcomes = await Task.WhenAll(entitled.Select(e => shop.TryDo(Book(e.Entitlement, "2026-03-05"))));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "redemption.service-day-full");
        (await shop.Do(new FindBookings.Input("s1", Day("2026-03-05")))).Bookings.Count(b => b.Reward == reward).ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_booking_frees_its_place_and_other_days_and_stores_have_their_own()
    {
        var reward = await OfferAsync(new ServiceTerms { Uses = 2, Days = 60, PerDay = 1 });
        var (first, _) = await RedeemedAsync(reward);
        var (second, _) = await RedeemedAsync(reward);
        var booking = await shop.Do(Book(first, "2026-03-06") with { Time = "14:30" });

        (await shop.RefusalOf(Book(second, "2026-03-06"))).ShouldBe("redemption.service-day-full");
        await shop.Do(Book(second, "2026-03-06", "s2"));
        await shop.Do(Book(second, "2026-03-07"));
        (await shop.RefusalOf(Book(second, "2026-03-08"))).ShouldBe("redemption.entitlement-all-booked");
        await shop.Do(new CancelBooking.Input(booking.Booking, "ill"));
        (await shop.RefusalOf(new CancelBooking.Input(booking.Booking, "ill"))).ShouldBe("redemption.booking-not-open");

        (await shop.Do(Book((await RedeemedAsync(reward)).Entitlement, "2026-03-06"))).State.ShouldBe(ServiceBookingState.Booked);
    }

    [Fact]
    public async Task Whoever_booked_is_served_on_his_day_and_whoever_did_not_takes_a_free_place()
    {
        var reward = await OfferAsync(new ServiceTerms { Uses = 3, Days = 60, PerDay = 2 });
        var (booked, member) = await RedeemedAsync(reward);
        var (walksIn, _) = await RedeemedAsync(reward);
        await shop.Do(Book(booked, "2026-03-02") with { Time = "15:00" });

        (await shop.Do(new FindEntitlements.Input(member.MemberNo))).Entitlements.Single().Bookings.Single().Time.ShouldBe("15:00");
        await shop.Do(Serve(walksIn));
        (await shop.RefusalOf(Serve((await RedeemedAsync(reward)).Entitlement))).ShouldBe("redemption.service-day-full");
        await shop.Do(Serve(booked));

        (await shop.Do(new FindBookings.Input("s1"))).Bookings.Where(b => b.Reward == reward)
            .ShouldAllBe(b => b.State == ServiceBookingState.Served);
        (await shop.Do(new FindEntitlements.Input(member.MemberNo))).Entitlements.Single().Bookings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_booking_fits_the_days_and_the_pace_of_its_entitlement()
    {
        var (entitlement, _) = await EntitledAsync(Monthly with { PerDay = 5 });
        var (unbooked, _) = await EntitledAsync(Monthly);

        (await shop.RefusalOf(Book(entitlement, "2026-03-01"))).ShouldBe("redemption.booking-in-the-past");
        (await shop.RefusalOf(Book(entitlement, "2026-05-01"))).ShouldBe("redemption.entitlement-used-up");
        (await shop.RefusalOf(Book(entitlement, "2026-03-09") with { Time = "25:00" })).ShouldBe("redemption.time-malformed");
        (await shop.RefusalOf(Book(unbooked, "2026-03-09"))).ShouldBe("redemption.service-without-booking");
        await shop.Do(Book(entitlement, "2026-03-09"));
        (await shop.RefusalOf(Book(entitlement, "2026-03-10"))).ShouldBe("redemption.entitlement-pace");
        await shop.Do(Book(entitlement, "2026-04-01"));
    }

    [Fact, Trait("Req", "RD-11")]
    public async Task A_service_that_is_returned_gives_its_places_back()
    {
        var reward = await OfferAsync(new ServiceTerms { Uses = 1, Days = 60, PerDay = 1 });
        var (entitlement, _) = await RedeemedAsync(reward);
        await shop.Do(Book(entitlement, "2026-03-12"));

        await shop.Do(new ReturnOrder.Input(entitlement, "not wanted"));

        (await shop.RefusalOf(Serve(entitlement))).ShouldBe("redemption.entitlement-used-up");
        await shop.Do(Book((await RedeemedAsync(reward)).Entitlement, "2026-03-12"));
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task A_member_at_twenty_counters_is_served_and_booked_as_often_as_he_may()
    {
        var (served, _) = await EntitledAsync(Monthly with { PerDay = 50, Pace = null });
        var (booked, _) = await EntitledAsync(Monthly with { PerDay = 50, Pace = null });

        var uses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(Serve(served))));
        var bookings = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(Book(booked, "2026-03-20"))));

        uses.Count(o => o.Accepted).ShouldBe(3);
        uses.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "redemption.entitlement-used-up");
        bookings.Count(o => o.Accepted).ShouldBe(3);
        bookings.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "redemption.entitlement-all-booked");
    }

    private static UseEntitlement.Input Serve(Guid entitlement, string store = "s1") =>
        new() { Key = Key(), StoreCode = store, Entitlement = entitlement, Check = "card" };

    private static BookService.Input Book(Guid entitlement, string day, string store = "s1") =>
        new() { Key = Key(), StoreCode = store, Entitlement = entitlement, BusinessDate = Day(day) };

    private async Task<string> OfferAsync(ServiceTerms service, params string[] stores) => (await shop.OfferAsync(
        Goods(100) with { Kind = RewardKind.Service, Service = service, Stores = stores }))[0];

    private async Task<(Guid Entitlement, MemberSummary Member)> RedeemedAsync(string reward)
    {
        var member = await shop.RichAsync(100);
        return ((await shop.Do(Order(reward, member))).Order, member);
    }

    private async Task<(Guid Entitlement, MemberSummary Member)> EntitledAsync(ServiceTerms service, params string[] stores) =>
        await RedeemedAsync(await OfferAsync(service, stores));
}
