using Microsoft.Extensions.DependencyInjection;
using RetailMember.People;
using RetailMember.Platform.People;
using RetailMember.Platform.Tests.Probe;

namespace RetailMember.Platform.Tests.People;

/// <summary>What modules hear of the people who work here.</summary>
public sealed class StaffDirectoryTests
{
    [Fact, Trait("Req", "OPS-10"), Trait("Req", "SV-03")]
    public async Task Modules_find_who_is_here_with_his_posts_and_nobody_who_left()
    {
        await using var host = await PlatformHost.StartAsync();
        var pharmacy = await host.OpenBrandAsync("pharmacy");
        await new Staff(host).PersonAsync("ann", DefaultRole.SalesAssistant, pharmacy, "north");
        var staff = host.Services.GetRequiredService<IStaff>();

        var ann = staff.Find("ANN").ShouldNotBeNull();
        staff.Find(ann.Id).ShouldNotBeNull().UserName.ShouldBe("ann");
        staff.Of(pharmacy.Id).Single(p => p.UserName == "ann").RolesIn(pharmacy.Id).ShouldBe([DefaultRole.SalesAssistant]);
        ann.StoresIn(pharmacy.Id).ShouldHaveSingleItem();
        ann.RolesIn(pharmacy.Id + 1).ShouldBeEmpty();

        await host.Entry.RunAsync(new DeactivatePerson.Input(ann.Id), PlatformHost.House, TestContext.Current.CancellationToken);

        staff.Find("ann").ShouldBeNull();
        staff.Of(pharmacy.Id).ShouldNotContain(p => p.UserName == "ann");
    }

    [Fact, Trait("Req", "OPS-10"), Trait("Req", "SV-03")]
    public async Task Who_has_a_post_in_the_whole_chain_works_in_each_brand()
    {
        await using var host = await PlatformHost.StartAsync();
        var pharmacy = await host.OpenBrandAsync("pharmacy");
        await new Staff(host).PersonAsync("cfo", DefaultRole.Finance);

        var found = host.Services.GetRequiredService<IStaff>().Of(pharmacy.Id).Single(p => p.UserName == "cfo");

        found.RolesIn(pharmacy.Id).ShouldBe([DefaultRole.Finance]);
        found.StoresIn(pharmacy.Id).ShouldBeEmpty();
    }
}
