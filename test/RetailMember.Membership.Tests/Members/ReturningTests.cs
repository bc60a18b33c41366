using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Reports;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

public sealed class ReturningTestsOnSqlite(SqliteShop shop) : ReturningTests(shop), IClassFixture<SqliteShop>;

public sealed class ReturningTestsOnPostgres(PostgresShop shop) : ReturningTests(shop), IClassFixture<PostgresShop>;

public abstract class ReturningTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-02")]
    public async Task Who_comes_back_finds_number_first_day_points_and_tier_and_is_told_of_as_returned()
    {
        var first = await AskForAsync(new EnrolmentPolicy());
        var joined = await shop.Do(Enrol(Mobile(501)));
        await shop.Do(Buy(joined.MemberNo, 1_000));
        var id = shop.Outbox.Told.OfType<MemberEnrolled>().Last().MemberId;
        await LeaveAsync(joined.MemberNo);

        var today = shop.Later(40);
        var back = await shop.Do(Enrol(Mobile(501)) with { StoreCode = "s2" });

        back.ShouldBe(joined with { TierCode = "silver", ReturnedOn = today });
        var file = await shop.Do(new ReadMember.Input(joined.MemberNo));
        (file.JoinedOn, file.Status, file.Balances[0].Usable).ShouldBe((first, MemberStatus.Active, 1_000));
        shop.Outbox.Told.OfType<MemberEnrolled>().Count(e => e.MemberId == id).ShouldBe(1);
        shop.Outbox.Told.OfType<MemberReturned>().Single(e => e.MemberId == id)
            .ShouldBe(new MemberReturned(1, id, 12, today));
    }

    [Fact, Trait("Req", "CORE-03")]
    public async Task Where_a_first_purchase_opens_the_door_it_opens_it_again_with_another_receipt()
    {
        await AskForAsync(new EnrolmentPolicy { Kind = EnrolmentKind.FirstPurchaseAtLeast, AmountFen = 12_800 });
        var member = (await shop.Do(With("R-501", 128, 502))).MemberNo;
        await LeaveAsync(member);

        (await shop.RefusalOf(Enrol(Mobile(502)))).ShouldBe("membership.entry-not-reached");
        (await shop.RefusalOf(With("R-502", 127.99m, 502))).ShouldBe("membership.entry-not-reached");
        (await shop.RefusalOf(With("R-501", 128, 502))).ShouldBe("membership.receipt-used");
        (await shop.Do(With("R-502", 128, 502))).MemberNo.ShouldBe(member);
        (await shop.RefusalOf(With("R-502", 128, 503))).ShouldBe("membership.receipt-used");
        (await shop.RefusalOf(With("R-501", 128, 503))).ShouldBe("membership.receipt-used");
    }

    [Fact, Trait("Req", "CORE-03")]
    public async Task Who_was_never_let_in_begins_anew_and_is_told_of_as_enrolled_on_the_new_day()
    {
        await AskForAsync(new EnrolmentPolicy { Review = true });
        var applied = await shop.Do(Enrol(Mobile(504)));
        await shop.Do(new DecideApplication.Input(applied.MemberNo, false));
        var again = shop.Later(90);
        (await shop.Do(Enrol(Mobile(504)))).ShouldBe(applied);
        await shop.Do(new DecideApplication.Input(applied.MemberNo, true));

        (await shop.Do(new ReadMember.Input(applied.MemberNo))).JoinedOn.ShouldBe(again);
        shop.Outbox.Told.OfType<MemberEnrolled>().ShouldContain(e => e.JoinedOn == again);
        shop.Outbox.Told.OfType<MemberReturned>().ShouldNotContain(e => e.ReturnedOn == again);
    }

    [Fact, Trait("Req", "CORE-03")]
    public async Task Who_comes_back_by_a_review_is_told_of_as_returned_once_he_is_admitted()
    {
        await AskForAsync(new EnrolmentPolicy());
        var member = (await shop.Do(Enrol(Mobile(505)))).MemberNo;
        await LeaveAsync(member);
        await AskForAsync(new EnrolmentPolicy { Review = true });
        (await shop.Do(Enrol(Mobile(505)))).ReturnedOn.ShouldBeNull();
        var admitted = shop.Later(2);
        await shop.Do(new DecideApplication.Input(member, true));

        shop.Outbox.Told.OfType<MemberReturned>().Count(e => e.ReturnedOn == admitted).ShouldBe(1);
    }

    [Fact]
    public async Task Another_number_than_his_own_is_refused()
    {
        await AskForAsync(new EnrolmentPolicy());
        var member = (await shop.Do(Enrol(Mobile(506)))).MemberNo;
        await LeaveAsync(member);

        (await shop.RefusalOf(Enrol(Mobile(506)) with { MemberNo = "A-506" }))
            .ShouldBe("membership.returns-to-own-number");
        (await shop.Do(Enrol(Mobile(506)) with { MemberNo = member })).ReturnedOn.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_past_day_shows_who_was_a_member_then()
    {
        var began = new DateOnly(2025, 2, 1);
        var member = (await shop.Do(Enrol(Mobile(507)) with { JoinedOn = began }, Shop.Shop.Apparel)).MemberNo;
        await shop.Do(Buy(member, 1_000, "2025-05-01"), Shop.Shop.Apparel);
        var left = await LeaveAsync(member, Shop.Shop.Apparel);
        var back = shop.Later(40);
        await shop.Do(Enrol(Mobile(507)), Shop.Shop.Apparel);
        var leftAgain = await LeaveAsync(member, Shop.Shop.Apparel);

        (await TiersAsync(began.AddDays(-1))).ShouldBeEmpty();
        (await TiersAsync(new DateOnly(2025, 4, 30))).ShouldBe(["ordinary 1"]);
        (await TiersAsync(left.AddDays(-1))).ShouldBe(["silver 1"]);
        (await TiersAsync(left)).ShouldBeEmpty();
        (await TiersAsync(back.AddDays(-1))).ShouldBeEmpty();
        (await TiersAsync(back)).ShouldBe(["silver 1"]);
        (await TiersAsync(leftAgain)).ShouldBeEmpty();
    }

    private async Task<string[]> TiersAsync(DateOnly end)
    {
        var overview = await shop.Do(new ReadOverview.Input(end, end), Shop.Shop.Apparel);
        return [.. overview.TierMix.Select(t => $"{t.Tier.Code} {t.Members}")];
    }

    private async Task<DateOnly> AskForAsync(EnrolmentPolicy policy)
    {
        var day = shop.Later(1);
        await shop.OpenDoorsAsync(policy);
        return day;
    }

    private async Task<DateOnly> LeaveAsync(string member, Brand? brand = null)
    {
        var day = shop.Later(5);
        await shop.Do(new CloseMember.Input(member, "moved away"), brand);
        return day;
    }

    private static EnrolMember.Input With(string receiptNo, decimal yuan, int mobile) => Enrol(Mobile(mobile)) with
    {
        Receipt = new EnrolMember.QualifyingReceipt(receiptNo, Money.FromYuan(yuan)),
    };
}
