using System.Collections.Frozen;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using RetailMember.Membership.Tests.Points;
using RetailMember.Membership.Tests.Purchases;
using RetailMember.Membership.Tests.Shop;
using RetailMember.People;
using RetailMember.UseCases;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

public sealed class StoreGrantTestsOnSqlite(SqliteShop shop) : StoreGrantTests(shop), IClassFixture<SqliteShop>;

public sealed class StoreGrantTestsOnPostgres(PostgresShop shop) : StoreGrantTests(shop), IClassFixture<PostgresShop>;

/// <summary>What somebody sees whose rights end at the door of his store.</summary>
public abstract class StoreGrantTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "OPS-18")]
    public async Task He_leafs_through_the_members_of_his_store_and_finds_every_one_who_stands_before_him()
    {
        var (own, other) = await MembersOfBothStoresAsync();

        var seen = await AsClerk(new FindMembers.Input { Size = 200 }, MembershipPermissions.ViewMembers);

        seen.Items.ShouldContain(m => m.MemberNo == own);
        seen.Items.ShouldAllBe(m => m.StoreCode == "s1");
        (await AsClerk(new FindMembers.Input { Search = other }, MembershipPermissions.ViewMembers))
            .Items.Single().StoreCode.ShouldBe("s2");
        (await shop.Do(new FindMembers.Input { Size = 200 })).Items.ShouldContain(m => m.MemberNo == other);
    }

    [Fact, Trait("Req", "OPS-18"), Trait("Req", "OPS-09")]
    public async Task He_sees_the_corrections_of_his_stores_members_and_his_own_requests()
    {
        var (own, other) = await MembersOfBothStoresAsync();
        var ofOwn = await shop.Do(Adjust(own));
        var ofOther = await shop.Do(Adjust(other));
        var asked = await AsClerk(Adjust(other), MembershipPermissions.AdjustPoints);

        var seen = (await AsClerk(new FindAdjustments.Input { Size = 200 }, MembershipPermissions.ViewAdjustments))
            .Items.Select(a => a.Adjustment).ToList();

        seen.ShouldContain(ofOwn.Adjustment);
        seen.ShouldContain(asked.Adjustment);
        seen.ShouldNotContain(ofOther.Adjustment);
        (await shop.Do(new FindAdjustments.Input { Size = 200 })).Items.ShouldContain(a => a.Adjustment == ofOther.Adjustment);
    }

    [Fact, Trait("Req", "OPS-09")]
    public async Task An_approver_sees_what_he_may_decide_without_the_right_to_correct()
    {
        var (member, _) = await MembersOfBothStoresAsync();
        var asked = await shop.DoAs("anna", Adjust(member, 5_000), MembershipPermissions.AdjustPoints);
        string[] approver = [.. RightsOf(DefaultRole.Finance)];

        var seen = await shop.DoAs("finance", new FindAdjustments.Input { Status = AdjustmentStatus.Requested, Size = 200 }, approver);

        seen.Items.Single(a => a.Adjustment == asked.Adjustment).MayDecide.ShouldBeTrue();
        approver.ShouldNotContain(MembershipPermissions.AdjustPoints);
        await shop.DoAs("finance", new DecideAdjustment.Input(asked.Adjustment, true), approver);
    }

    [Fact, Trait("Req", "OPS-18"), Trait("Req", "CORE-03")]
    public async Task He_decides_on_applications_at_his_store_alone()
    {
        await shop.ChangeAsync(d => d with { Enrolment = d.Enrolment with { Review = true } });
        var (own, other) = await MembersOfBothStoresAsync();
        const string right = MembershipPermissions.DecideApplications;

        var waiting = (await AsClerk(new FindApplications.Input { Size = 200 }, right)).Items.Select(a => a.MemberNo).ToList();

        waiting.ShouldContain(own);
        waiting.ShouldNotContain(other);
        (await Should.ThrowAsync<Refusal>(() => AsClerk(new DecideApplication.Input(other, true), right)))
            .Code.ShouldBe("permission.denied");
        (await AsClerk(new DecideApplication.Input(own, true), right)).Status.ShouldBe(MemberStatus.Active);
        (await shop.Do(new DecideApplication.Input(other, true))).Status.ShouldBe(MemberStatus.Active);
        await shop.ChangeAsync(d => d);
    }

    private async Task<(string Own, string Other)> MembersOfBothStoresAsync() => (
        (await shop.Do(Enrol(Mobile(Numbers.Next())))).MemberNo,
        (await shop.Do(Enrol(Mobile(Numbers.Next())) with { StoreCode = "s2" })).MemberNo);

    private Task<TResult> AsClerk<TResult>(IInput<TResult> input, params string[] permissions)
    {
        var grants = permissions.ToFrozenDictionary(p => p, _ => new[] { new GrantScope(Shop.Shop.Pharmacy.Id, 11) });
        var clerk = new Caller(CallerKind.Person, new Guid("0199d1c2-0000-7000-8000-000000000011"), "clerk", grants);
        return shop.Entry.RunAsync(input, new CallContext(clerk, Channel.Api) { Brand = Shop.Shop.Pharmacy });
    }

    private static IEnumerable<string> RightsOf(string role)
    {
        var module = new Modules.ModuleDescription("Membership");
        new MembershipModule().Describe(module);
        return module.Permissions.Where(p => p.DefaultRoles.Contains(role)).Select(p => p.Name);
    }

    private static AdjustPoints.Input Adjust(string member, long points = 5) =>
        new() { Key = Key(), Member = member, Points = points, Reason = "correction" };
}
