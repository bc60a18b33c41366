using Microsoft.Extensions.DependencyInjection;
using RetailMember.Membership.Members;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Redemption;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

public sealed class TierRightTestsOnSqlite(SqliteShop shop) : TierRightTests(shop), IClassFixture<SqliteShop>;

public sealed class TierRightTestsOnPostgres(PostgresShop shop) : TierRightTests(shop), IClassFixture<PostgresShop>;

/// <summary>A tier as something that points can buy.</summary>
public abstract class TierRightTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "RD-01")]
    public async Task A_step_up_is_granted_and_what_is_none_is_refused()
    {
        var no = (await shop.Do(Enrol(Mobile(601)))).MemberNo;
        var member = (await shop.InTables(t => t.GetRequiredService<IMemberFiles>().FindAsync([no], default)))[no].Id;

        (await GrantAsync(member, "gold")).ShouldBeNull();
        (await GrantAsync(member, "gold")).ShouldBe("membership.tier-not-higher");
        (await GrantAsync(member, "silver")).ShouldBe("membership.tier-not-higher");
        (await GrantAsync(member, "unheard-of")).ShouldBe("membership.tier-not-found");

        (await shop.Do(new ReadMember.Input(no))).Tier.Code.ShouldBe("gold");
        (await shop.Do(new ReadTierHistory.Input(no))).ShouldNotBeNull();
    }

    private Task<string?> GrantAsync(Guid member, string tier) => shop.InTables(t =>
        t.GetServices<IRewardRight>().Single(r => r.Name == "membership.tier")
            .GrantAsync(new RightGrant(member, tier, Guid.CreateVersion7(), new DateOnly(2026, 3, 2)), default));
}
