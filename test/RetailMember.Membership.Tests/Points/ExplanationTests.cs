using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using RetailMember.Membership.Tests.Shop;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Points;

public sealed class ExplanationTestsOnSqlite(SqliteShop shop) : ExplanationTests(shop), IClassFixture<SqliteShop>;

public sealed class ExplanationTestsOnPostgres(PostgresShop shop) : ExplanationTests(shop), IClassFixture<PostgresShop>;

public abstract class ExplanationTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-48")]
    public async Task A_grant_names_rule_version_and_formula()
    {
        var member = (await shop.Do(Enrol(Mobile(1)))).MemberNo;
        await shop.Do(Buy(member, 99.90m));
        var listed = (await shop.Do(new ReadLedger.Input { Member = member })).Items.Single();

        var posting = await shop.Do(new ExplainPosting.Input(member, listed.Posting));

        posting.ShouldSatisfyAllConditions(
            p => p.Change.ShouldBe(99),
            p => p.RuleVersion.ShouldBe(1),
            p => p.StoreCode.ShouldBe("s1"),
            p => p.Why.Single().Rule.ShouldBe("base-points"),
            p => p.Why.Single().Value.ShouldBe(99),
            p => p.Why.Single().Words.ShouldContain("消费 1 元积 1 分"),
            p => p.Why.Single().Words.ShouldContain("99.90"));
    }

    [Fact, Trait("Req", "CORE-43")]
    public async Task The_parts_of_a_balance_add_up_to_it_and_know_where_they_came_from()
    {
        var member = (await shop.Do(Enrol(Mobile(2)))).MemberNo;
        await shop.Do(Buy(member, 100, "2025-09-01"));
        await shop.Do(Buy(member, 60, "2025-10-01"));
        await shop.Do(new AdjustPoints.Input { Key = Key(), Member = member, Points = -120, Reason = "correction" });

        var balance = await shop.Do(new ExplainBalance.Input(member));

        balance.Usable.ShouldBe(40);
        var part = balance.Parts.Single();
        (part.Granted, part.Remaining, part.Origin.Change).ShouldBe((60, 40, 60));
    }

    [Fact]
    public async Task A_posting_of_somebody_else_is_not_found()
    {
        var (one, other) = ((await shop.Do(Enrol(Mobile(3)))).MemberNo, (await shop.Do(Enrol(Mobile(4)))).MemberNo);
        await shop.Do(Buy(one, 10));
        var posting = (await shop.Do(new ReadLedger.Input { Member = one })).Items.Single().Posting;

        (await shop.RefusalOf(new ExplainPosting.Input(other, posting))).ShouldBe("membership.posting-not-found");
    }

    [Fact, Trait("Req", "CORE-37")]
    public async Task The_way_to_the_next_tier_is_shown_to_the_fen()
    {
        var member = (await shop.Do(Enrol(Mobile(5)))).MemberNo;
        await shop.Do(Buy(member, 9_200));

        var file = await shop.Do(new ReadMember.Input(member));

        file.Tier.ShouldBe(new TierName("gold", "金卡会员"));
        var next = file.Progress.ShouldNotBeNull().NextTier.ShouldNotBeNull();
        (next.Tier.Code, next.Goals.Single().Missing).ShouldBe(("diamond", 800.01m));
    }

    [Fact]
    public async Task The_ledger_pages_by_key()
    {
        var member = (await shop.Do(Enrol(Mobile(6)))).MemberNo;
        for (var i = 1; i <= 5; i++) await shop.Do(Buy(member, i));

        var first = await shop.Do(new ReadLedger.Input { Member = member, Size = 3 });
        var second = await shop.Do(new ReadLedger.Input { Member = member, Size = 3, After = first.Next });

        first.Items.Concat(second.Items).Select(p => p.Change).ShouldBe([5, 4, 3, 2, 1]);
        second.Next.ShouldBeNull();
    }
}
