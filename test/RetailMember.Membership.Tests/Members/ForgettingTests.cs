using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Members.Forgetting;
using RetailMember.Membership.Points;
using RetailMember.Membership.Reports;
using RetailMember.Membership.Tests.Shop;
using RetailMember.Modules;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Members;

public sealed class ForgettingTestsOnSqlite(ForgettingTests.SqliteShop shop)
    : ForgettingTests(shop), IClassFixture<ForgettingTests.SqliteShop>;

public sealed class ForgettingTestsOnPostgres(ForgettingTests.PostgresShop shop)
    : ForgettingTests(shop), IClassFixture<ForgettingTests.PostgresShop>;

/// <summary>Who has left is forgotten after some days; his numbers in the books are not.</summary>
[Trait("Req", "OPS-06")]
public abstract class ForgettingTests(ForgettingTests.KeepingShop shop)
{
    [Fact]
    public async Task Thirty_days_after_leaving_the_person_is_gone_and_the_books_stay()
    {
        var mobile = Mobile(901);
        var member = (await shop.Do(Enrol(mobile))).MemberNo;
        await shop.Do(new BindCard.Input(member, "card-901", CredentialKind.Magnetic));
        await shop.Do(Buy(member, 100));
        var id = await IdAsync(member);
        await shop.Do(new CloseMember.Input(member, "moved away"));
        shop.Outbox.Told.OfType<MemberClosed>().ShouldContain(e => e.MemberId == id);

        shop.Later(29);
        await shop.Do(new ForgetMembers.Input());
        (await PersonAsync(member)).ShouldNotBeNull();
        shop.Later(1);
        await shop.Do(new ForgetMembers.Input());

        (await PersonAsync(member)).ShouldBeNull();
        (await shop.RefusalOf(new ReadMember.Input("card-901"))).ShouldBe("membership.member-not-found");
        (await shop.Do(new ReadLedger.Input { Member = member })).Items.ShouldHaveSingleItem().Change.ShouldBe(100);
        shop.Outbox.Told.OfType<MemberForgotten>().ShouldContain(e => e.MemberId == id);
        (await shop.Do(Enrol(mobile))).MemberNo.ShouldNotBe(member, "nobody knows any more who he was");
    }

    [Fact]
    public async Task Whose_money_stands_on_a_card_stays_known_until_it_is_gone()
    {
        var member = (await shop.Do(Enrol(Mobile(902)))).MemberNo;
        var id = await IdAsync(member);
        await shop.Do(new CloseMember.Input(member, "moved away"));
        shop.Later(31);

        shop.Kept.Members.Add(id);
        await shop.Do(new ForgetMembers.Input());
        (await PersonAsync(member)).ShouldNotBeNull();
        shop.Kept.Members.Remove(id);
        await shop.Do(new ForgetMembers.Input());
        (await PersonAsync(member)).ShouldBeNull();
    }

    [Fact]
    public async Task While_a_plug_in_does_not_load_that_said_who_must_stay_known_nobody_is_forgotten()
    {
        var member = (await shop.Do(Enrol(Mobile(904)))).MemberNo;
        await shop.Do(new CloseMember.Input(member, "moved away"));
        shop.Later(31);
        var modules = shop.Services.GetRequiredService<ModuleCatalogue>();

        modules.Miss([new MissingFiller("Warden", typeof(IMemberRetention).FullName!, "Warden")]);
        try
        {
            await shop.Do(new ForgetMembers.Input());
        }
        finally
        {
            modules.Miss([]);
        }

        (await PersonAsync(member)).ShouldNotBeNull();
        await shop.Do(new ForgetMembers.Input());
        (await PersonAsync(member)).ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_is_a_member_of_another_brand_stays_who_he_is_there()
    {
        var mobile = Mobile(903);
        var member = (await shop.Do(Enrol(mobile))).MemberNo;
        var other = (await shop.Do(Enrol(mobile), Shop.Shop.Apparel)).MemberNo;
        await shop.Do(new CloseMember.Input(member, "moved away"));
        shop.Later(31);

        await shop.Do(new ForgetMembers.Input());

        (await PersonAsync(member)).ShouldBeNull();
        (await shop.Do(new RevealMember.Input(other, "test"), Shop.Shop.Apparel)).Mobile.ShouldBe(mobile);
    }

    private Task<Guid> IdAsync(string member) => shop.InTables(t =>
        t.GetRequiredService<MembershipDb>().Members.Where(m => m.MemberNo == member).Select(m => m.Id).SingleAsync());

    private Task<Guid?> PersonAsync(string member) => shop.InTables(t =>
        t.GetRequiredService<MembershipDb>().Members.Where(m => m.MemberNo == member).Select(m => m.PersonId).SingleAsync());

    /// <summary>A shop with a module that holds members' money.</summary>
    public abstract class KeepingShop(DatabaseKind kind) : Shop.Shop(kind)
    {
        public RetentionInMemory Kept { get; } = new();

        protected override void AddMore(IServiceCollection services) => services.AddSingleton<IMemberRetention>(Kept);
    }

    public sealed class SqliteShop() : KeepingShop(DatabaseKind.Sqlite);

    public sealed class PostgresShop() : KeepingShop(DatabaseKind.Postgres);

    public sealed class RetentionInMemory : IMemberRetention
    {
        public HashSet<Guid> Members { get; } = [];

        public string Module => "Test";

        public Task<IReadOnlySet<Guid>> AmongAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
            Task.FromResult<IReadOnlySet<Guid>>(members.Where(Members.Contains).ToHashSet());
    }
}
