using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using RetailMember.Membership.Tests.Shop;
using RetailMember.UseCases;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Points;

public sealed class AdjustmentTestsOnSqlite(SqliteShop shop) : AdjustmentTests(shop), IClassFixture<SqliteShop>;

public sealed class AdjustmentTestsOnPostgres(PostgresShop shop) : AdjustmentTests(shop), IClassFixture<PostgresShop>;

public abstract class AdjustmentTests(Shop.Shop shop)
{
    private static readonly string[] Rights = [MembershipPermissions.AdjustPoints, MembershipPermissions.ApproveAdjustments];

    [Fact, Trait("Req", "OPS-09")]
    public async Task Within_the_limit_it_is_posted_at_once_with_reason_and_operator()
    {
        var member = await MemberAsync(1);

        var done = await shop.DoAs("anna", Adjust(member, 300), Rights);

        (done.Status, done.PointsBalance).ShouldBe((AdjustmentStatus.Posted, 300));
        var entry = (await shop.Do(new ReadLedger.Input { Member = member })).Items.Single();
        entry.ShouldSatisfyAllConditions(
            e => e.Kind.ShouldBe(Ledger.PostingKind.Adjust),
            e => e.Operator.ShouldBe("anna"),
            e => e.Why.Single().Words.ShouldBe("人工调整（更正差错），操作人 anna"));
    }

    [Fact, Trait("Req", "OPS-09")]
    public async Task Above_the_limit_a_second_person_decides()
    {
        var member = await MemberAsync(2);
        var asked = await shop.DoAs("anna", Adjust(member, 1_001), Rights);
        asked.Status.ShouldBe(AdjustmentStatus.Requested);

        var own = await Should.ThrowAsync<Refusal>(
            () => shop.DoAs("anna", new DecideAdjustment.Input(asked.Adjustment, true), Rights));
        own.Code.ShouldBe("membership.second-person-needed");
        (await shop.DoAs("bert", new DecideAdjustment.Input(asked.Adjustment, true), Rights)).PointsBalance.ShouldBe(1_001);
        (await shop.RefusalOf(new DecideAdjustment.Input(asked.Adjustment, true))).ShouldBe("membership.adjustment-decided");
    }

    [Fact, Trait("Req", "OPS-09")]
    public async Task Many_small_ones_do_not_slip_under_the_limit()
    {
        var member = await MemberAsync(3);
        await shop.DoAs("carl", Adjust(member, 600), Rights);

        (await shop.DoAs("carl", Adjust(member, 401), Rights)).Status.ShouldBe(AdjustmentStatus.Requested);
    }

    [Fact, Trait("Req", "OPS-09")]
    public async Task What_is_not_there_cannot_be_taken()
    {
        var member = await MemberAsync(4);

        (await shop.RefusalOf(Adjust(member, -1))).ShouldBe("ledger.insufficient");
    }

    [Fact, Trait("Req", "CORE-29")]
    public async Task Taking_points_does_not_demote()
    {
        var member = await MemberAsync(5);
        await shop.Do(Buy(member, 5_001));
        await shop.Do(Adjust(member, -900));

        var file = await shop.Do(new ReadMember.Input(member));

        (file.Tier.Code, file.Balances[0].Usable).ShouldBe(("gold", 4_101));
    }

    [Fact, Trait("Req", "OPS-09")]
    public async Task Who_has_left_meanwhile_gets_nothing_any_more_but_it_can_still_be_refused()
    {
        var member = await MemberAsync(7);
        var asked = await shop.Do(Adjust(member, 5_000));
        await shop.Do(new CloseMember.Input(member, "moved away"));

        var no = await Should.ThrowAsync<Refusal>(
            () => shop.DoAs("bert", new DecideAdjustment.Input(asked.Adjustment, true), Rights));

        no.Code.ShouldBe("membership.member-not-active");
        (await shop.Do(new ReadMember.Input(member))).Balances[0].Usable.ShouldBe(0);
        (await shop.DoAs("bert", new DecideAdjustment.Input(asked.Adjustment, false), Rights)).Status
            .ShouldBe(AdjustmentStatus.Refused);
    }

    [Fact]
    public async Task Waiting_corrections_are_listed_until_they_are_decided()
    {
        var member = await MemberAsync(6);
        var asked = await shop.Do(Adjust(member, 5_000));
        var waiting = await shop.Do(new FindAdjustments.Input { Status = AdjustmentStatus.Requested, Size = 200 });
        waiting.Items.ShouldContain(a => a.Adjustment == asked.Adjustment && a.MemberNo == member);

        await shop.DoAs("bert", new DecideAdjustment.Input(asked.Adjustment, false), Rights);

        (await shop.Do(new FindAdjustments.Input { Status = AdjustmentStatus.Requested, Size = 200 })).Items
            .ShouldNotContain(a => a.Adjustment == asked.Adjustment);
        (await shop.Do(new ReadMember.Input(member))).Balances[0].Usable.ShouldBe(0);
    }

    private async Task<string> MemberAsync(int n) => (await shop.Do(Enrol(Mobile(n)))).MemberNo;

    private static AdjustPoints.Input Adjust(string member, long points) => new()
    {
        Key = Key(),
        Member = member,
        Points = points,
        Reason = "correction",
    };
}
