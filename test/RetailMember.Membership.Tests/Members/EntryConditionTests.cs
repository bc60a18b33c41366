using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Values;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

public sealed class EntryConditionTestsOnSqlite(SqliteShop shop) : EntryConditionTests(shop), IClassFixture<SqliteShop>;

public sealed class EntryConditionTestsOnPostgres(PostgresShop shop)
    : EntryConditionTests(shop), IClassFixture<PostgresShop>;

public abstract class EntryConditionTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-03")]
    public async Task The_first_purchase_opens_the_door_from_128_yuan_on_and_each_receipt_once()
    {
        await shop.OpenDoorsAsync(new EnrolmentPolicy { Kind = EnrolmentKind.FirstPurchaseAtLeast, AmountFen = 12_800 });

        (await shop.RefusalOf(Enrol(Mobile(1)))).ShouldBe("membership.entry-not-reached");
        (await shop.RefusalOf(With(Enrol(Mobile(1)), 127.99m, "A1"))).ShouldBe("membership.entry-not-reached");
        (await shop.Do(With(Enrol(Mobile(1)), 128.00m, "A2"))).Status.ShouldBe(MemberStatus.Active);
        (await shop.RefusalOf(With(Enrol(Mobile(2)), 128.00m, "A2"))).ShouldBe("membership.receipt-used");
    }

    [Fact, Trait("Req", "CORE-03")]
    public async Task Where_admission_is_reviewed_an_applicant_is_no_member_until_somebody_admits_him()
    {
        await shop.OpenDoorsAsync(new EnrolmentPolicy { Review = true });
        var admitted = await shop.Do(Enrol(Mobile(3)));
        var refused = await shop.Do(Enrol(Mobile(4)));
        admitted.Status.ShouldBe(MemberStatus.Applied);
        (await shop.RefusalOf(Buy(admitted.MemberNo, 10))).ShouldBe("membership.member-not-active");

        await shop.Do(new DecideApplication.Input(admitted.MemberNo, true));
        await shop.Do(new DecideApplication.Input(refused.MemberNo, false));

        (await shop.Do(Buy(admitted.MemberNo, 10))).Points.ShouldBe(10);
        (await shop.RefusalOf(Buy(refused.MemberNo, 10))).ShouldBe("membership.member-not-active");
        (await shop.RefusalOf(new DecideApplication.Input(refused.MemberNo, true))).ShouldBe("membership.no-application");
    }

    private static EnrolMember.Input With(EnrolMember.Input input, decimal yuan, string receiptNo) =>
        input with { Receipt = new EnrolMember.QualifyingReceipt(receiptNo, Money.FromYuan(yuan)) };
}
