using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Groups.Groups;
using RetailMember.Groups.Kinds;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.Testing;
using RetailMember.UseCases;
using static RetailMember.Groups.Tests.Chain;

namespace RetailMember.Groups.Tests;

public sealed class OwnGroupTestsOnSqlite(SqliteHost fixture) : OwnGroupTests(fixture), IClassFixture<SqliteHost>;

public sealed class OwnGroupTestsOnPostgres(PostgresHost fixture) : OwnGroupTests(fixture), IClassFixture<PostgresHost>;

/// <summary>What a member learns and does of his groups on his own phone.</summary>
[Trait("Req", "PH-08"), Trait("Req", "CORE-38")]
public abstract class OwnGroupTests(HostFixture fixture)
{
    [Fact]
    public async Task A_member_sees_who_may_spend_whose_points_and_of_the_others_no_whole_number()
    {
        var chain = await OpenAsync(fixture);
        var (holder, other, stranger) = (await chain.MemberAsync(), await chain.MemberAsync(), await chain.MemberAsync());
        var group = Guid.Parse(await chain.FormAsync(holder, other));

        var his = (await RunAsync(chain, other, new FindOwnGroups.Input())).Items.Single();

        (his.Group, his.Kind, his.HasMainCard, his.Members, his.Pool).ShouldBe((group, "household", false, 2, PoolUse.Holder));
        his.MaskedHolderNo.ShouldBe("****" + holder[^4..]);
        (await RunAsync(chain, holder, new FindOwnGroups.Input())).Items.Single().HasMainCard.ShouldBeTrue();
        (await RunAsync(chain, stranger, new FindOwnGroups.Input())).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_member_leaves_for_himself_alone_and_the_holder_stays()
    {
        var chain = await OpenAsync(fixture);
        var (holder, other, stranger) = (await chain.MemberAsync(), await chain.MemberAsync(30), await chain.MemberAsync());
        var group = Guid.Parse(await chain.FormAsync(holder, other));
        var leaving = new LeaveGroup.Input { Group = group, Member = IOfMember<LeaveGroup.Input>.Me };

        (await RefusalAsync(chain, stranger, leaving)).ShouldBe(GroupRefusals.NotInIt);
        (await RefusalAsync(chain, stranger, leaving with { Member = other })).ShouldBe("member.not-own");
        (await RefusalAsync(chain, holder, leaving)).ShouldBe(GroupRefusals.HolderStays);
        (await RunAsync(chain, other, leaving)).MemberNo.ShouldBe(other);

        (await RunAsync(chain, other, new FindOwnGroups.Input())).Items.ShouldBeEmpty();
        (await RunAsync(chain, holder, new FindOwnGroups.Input())).Items.Single().Members.ShouldBe(1);
        (await chain.PointsAsync(other)).ShouldBe(30);
        (await RefusalAsync(chain, other, leaving)).ShouldBe(GroupRefusals.NotInIt);
    }

    private async Task<string> RefusalAsync<T>(Chain chain, string memberNo, IInput<T> input) =>
        (await Should.ThrowAsync<Refusal>(() => RunAsync(chain, memberNo, input))).Code;

    private async Task<T> RunAsync<T>(Chain chain, string memberNo, IInput<T> input)
    {
        var brand = fixture.Host.Brands.Brands.Single(b => b.Code == chain.Brand);
        await using var scope = fixture.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = brand.Id;
        var files = scope.ServiceProvider.GetRequiredService<IMemberFiles>();
        var member = (await files.FindAsync([memberNo], TestContext.Current.CancellationToken))[memberNo];
        var call = new CallContext(Caller.Member(member.Id, memberNo, brand.Id), Channel.Api) { Brand = brand };
        return await fixture.Host.Entry.RunAsync(input, call, TestContext.Current.CancellationToken);
    }
}
