using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.People;
using RetailMember.Platform.Access;
using RetailMember.Platform.People;
using RetailMember.Platform.Tests.Probe;
using RetailMember.UseCases;

namespace RetailMember.Platform.Tests.People;

[Trait("Req", "OPS-16")]
public sealed class EscalationTests : IAsyncLifetime
{
    private const string Secret = "Probe.Secrets.View";

    private PlatformHost host = null!;
    private Brand brand = null!;

    public async ValueTask InitializeAsync()
    {
        host = await PlatformHost.StartAsync();
        brand = await host.OpenBrandAsync("pharmacy");
        await new Staff(host).PersonAsync("root", DefaultRole.HeadOffice);
        await new Staff(host).PersonAsync("director", DefaultRole.OperationsDirector, brand);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData(DefaultRole.HeadOffice, "platform.beyond-own-rights")]
    [InlineData("no-such-role", "platform.role-not-found")]
    [InlineData(DefaultRole.OperationsDirector, null)]
    public async Task A_director_gives_only_roles_that_he_could_fill(string role, string? refusal)
    {
        var outcome = await host.Entry.TryAsync(new CreatePerson.Input("new.one", "New One", role), In("director"));
        outcome.Refusal?.Code.ShouldBe(refusal);
        outcome.Accepted.ShouldBe(refusal is null);
    }

    [Fact]
    public async Task Nobody_grants_a_permission_that_he_lacks()
    {
        var id = (await host.Entry.RunAsync(
            new CreatePerson.Input("new.one", "New One", DefaultRole.Cashier), In("director"))).Id;
        (await host.Entry.TryAsync(new GrantPermission.Input(id, "Probe.Chain.Close"), In("director")))
            .Refusal!.Code.ShouldBe("platform.beyond-own-rights");
        (await host.Entry.TryAsync(new GrantPermission.Input(id, "Platform.Audit.View"), In("director"))).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_gives_a_role_in_the_chain_with_a_right_in_a_brand()
    {
        var call = In("director") with { Brand = null };
        (await host.Entry.TryAsync(new AssignRole.Input(IdOf("director"), DefaultRole.OperationsDirector), call))
            .Refusal!.Code.ShouldBe("permission.denied");
    }

    [Fact]
    public async Task Nobody_takes_over_the_account_of_somebody_who_may_more()
    {
        // Even when that somebody also works in the brand.
        await host.Entry.RunAsync(new AssignRole.Input(IdOf("root"), DefaultRole.Cashier), host.In(brand));
        (await host.Entry.TryAsync(new ResetPassword.Input(IdOf("root")), In("director")))
            .Refusal!.Code.ShouldBe("platform.beyond-own-rights");
        (await host.Entry.TryAsync(new DeactivatePerson.Input(IdOf("root")), In("director")))
            .Refusal!.Code.ShouldBe("platform.beyond-own-rights");
    }

    [Fact]
    public async Task A_person_of_another_brand_does_not_exist_here()
    {
        var other = await host.OpenBrandAsync("apparel");
        await new Staff(host).PersonAsync("stranger", DefaultRole.Cashier, other);
        (await host.Entry.TryAsync(new FindPerson.Input(IdOf("stranger")), In("director")))
            .Refusal!.Code.ShouldBe("platform.person-not-found");
        (await host.Entry.RunAsync(new FindPeople.Input(), In("director"))).Items
            .ShouldAllBe(p => p.UserName != "stranger" && p.UserName != "root");
    }

    [Fact, Trait("Req", "PH-14")]
    public async Task What_is_apart_the_director_has_not_and_gives_to_others_by_name_but_never_to_himself()
    {
        Access.Roles[DefaultRole.OperationsDirector].ShouldNotContain(Secret);
        var made = await host.Entry.RunAsync(new CreatePerson.Input("keeper", "Keeper", DefaultRole.SalesManager), In("director"));
        made.Apart.ShouldBe([Secret]);
        Access.People[made.Id].Rights.Holds(Secret, new GrantScope(brand.Id, null)).ShouldBeTrue();
        await new Staff(host).PersonAsync("clerk", DefaultRole.Cashier, brand);
        await host.Entry.RunAsync(new AssignRole.Input(IdOf("clerk"), DefaultRole.SalesManager), In("director"));
        var rows = await host.InTablesAsync(db => db.Commands.IgnoreQueryFilters()
            .Where(c => c.CallerName == "director" && c.Input!.Contains(DefaultRole.SalesManager)).Select(c => c.Input!).ToListAsync());
        rows.Count.ShouldBe(2);
        rows.ShouldAllBe(r => r.Contains($"\"about\":\"{Secret}\""));

        (await host.Entry.TryAsync(new AssignRole.Input(IdOf("director"), DefaultRole.SalesManager), In("director")))
            .Refusal!.Code.ShouldBe("platform.beyond-own-rights");
        (await host.Entry.TryAsync(new GrantPermission.Input(IdOf("clerk"), Secret), In("director")))
            .Refusal!.Code.ShouldBe("platform.beyond-own-rights");

        (await host.Entry.TryAsync(new DeactivatePerson.Input(made.Id), In("director"))).Accepted.ShouldBeTrue();
        (await host.Entry.TryAsync(new WithdrawRole.Input(IdOf("clerk"), DefaultRole.SalesManager), In("director")))
            .Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task What_its_module_calls_apart_later_is_so_from_the_next_start_on()
    {
        await host.InTablesAsync(db => db.KnownPermissions.Where(p => p.Name == Secret)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Apart, false)));

        await ((PlatformAdministration)host.Services.GetService(typeof(PlatformAdministration))!)
            .PrepareAsync(TestContext.Current.CancellationToken);

        Access.Apart.ShouldBe([Secret]);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        var call = In("root") with { Brand = null };
        (await host.Entry.TryAsync(new WithdrawRole.Input(IdOf("root"), DefaultRole.HeadOffice), call))
            .Refusal!.Code.ShouldBe("platform.last-administrator");
        (await host.Entry.TryAsync(new DeactivatePerson.Input(IdOf("root")), call))
            .Refusal!.Code.ShouldBe("platform.last-administrator");
    }

    [Theory, Trait("Yardstick", "R3")]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Of_two_administrators_who_remove_each_other_one_stays(DatabaseKind kind)
    {
        await using var own = await PlatformHost.StartAsync(kind);
        await new Staff(own).PersonAsync("one", DefaultRole.HeadOffice);
        await new Staff(own).PersonAsync("two", DefaultRole.HeadOffice);
        var people = await own.InTablesAsync(db => db.People.ToListAsync());

        var outcomes = await Task.WhenAll(people.Select(p =>
            own.Entry.TryAsync(new DeactivatePerson.Input(p.Id), PlatformHost.House)));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        (await own.InTablesAsync(db => db.People.CountAsync(p => p.Active))).ShouldBe(1);
    }

    [Fact]
    public async Task What_a_role_may_changes_with_the_next_request()
    {
        var cashier = await new Staff(host).PersonAsync("till.girl", DefaultRole.Cashier, brand);
        using var client = host.Client(cashier);
        (await client.GetAsync("/api/brands/pharmacy/probe/notes")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);

        var roles = await host.Entry.RunAsync(new FindRoles.Input(), PlatformHost.House);
        var own = roles.Roles.Single(r => r.Code == DefaultRole.Cashier).Permissions;
        await host.Entry.RunAsync(new ChangeRolePermissions.Input(DefaultRole.Cashier, [.. own, "Probe.Notes.View"]), PlatformHost.House);

        (await client.GetAsync("/api/brands/pharmacy/probe/notes")).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    private CallContext In(string userName) =>
        new(Access.People.Values.Single(p => p.UserName == userName).Caller, Channel.Page) { Brand = brand };

    private Guid IdOf(string userName) => Access.People.Values.Single(p => p.UserName == userName).Id;

    private AccessMap Access => ((AccessDirectory)host.Services.GetService(typeof(AccessDirectory))!).Current;
}
