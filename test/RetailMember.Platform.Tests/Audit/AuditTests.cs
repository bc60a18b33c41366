using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.People;
using RetailMember.Platform.Access;
using RetailMember.Platform.Audit;
using RetailMember.Platform.People;
using RetailMember.Platform.Tests.Probe;
using RetailMember.UseCases;

namespace RetailMember.Platform.Tests.Audit;

[Trait("Req", "OPS-09"), Trait("Req", "OPS-16")]
public sealed class AuditTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Everything_done_is_found_page_by_page_newest_first(DatabaseKind kind)
    {
        await using var host = await PlatformHost.StartAsync(kind);
        var one = host.In(await host.OpenBrandAsync("pharmacy"));
        var two = host.In(await host.OpenBrandAsync("apparel"));
        for (var i = 0; i < 7; i++) await host.Entry.RunAsync(new KeepNote.Input($"k{i}", "t"), i % 2 == 0 ? one : two);

        var all = await ReadAllAsync(host, PlatformHost.House, new FindAudit.Input(UseCase: "probe.keep-note", Size: 2));
        all.Select(c => c.Key).ShouldBe(["k6", "k5", "k4", "k3", "k2", "k1", "k0"]);
        (await ReadAllAsync(host, two, new FindAudit.Input(UseCase: "probe.keep-note", Size: 2)))
            .Select(c => c.Key).ShouldBe(["k5", "k3", "k1"]);
    }

    [Fact]
    public async Task A_brand_sees_its_own_trail_alone()
    {
        await using var host = await PlatformHost.StartAsync();
        var pharmacy = await host.OpenBrandAsync("pharmacy");
        await host.OpenBrandAsync("apparel");
        await new Staff(host).PersonAsync("ann", DefaultRole.OperationsDirector, pharmacy);
        var ann = ((AccessDirectory)host.Services.GetService(typeof(AccessDirectory))!).Current.People.Values.Single().Caller;
        var call = new CallContext(ann, Channel.Page) { Brand = pharmacy };

        (await ReadAllAsync(host, call, new FindAudit.Input())).ShouldAllBe(c => c.BrandId == pharmacy.Id);
        (await host.Entry.TryAsync(new FindAudit.Input(), call with { Brand = null })).Refusal!.Code.ShouldBe("permission.denied");
    }

    [Fact, Trait("Yardstick", "R7")]
    public async Task Passwords_are_in_no_trail()
    {
        await using var host = await PlatformHost.StartAsync();
        await host.OpenBrandAsync("pharmacy");
        await new Staff(host).PersonAsync("ann", DefaultRole.HeadOffice);
        var ann = ((AccessDirectory)host.Services.GetService(typeof(AccessDirectory))!).Current.People.Values.Single().Caller;
        await host.Entry.RunAsync(
            new ChangeOwnPassword.Input(Staff.Password, "another good password"), new CallContext(ann, Channel.Page));

        var trail = await ReadAllAsync(host, PlatformHost.House, new FindAudit.Input());
        trail.ShouldContain(c => c.UseCase == "platform.change-own-password" && c.Caller == "ann");
        trail.ShouldContain(c => c.UseCase == "platform.note-sign-in" && c.Input!.Contains("done"));
        trail.ShouldAllBe(c => c.Input == null || !c.Input.Contains("password", StringComparison.OrdinalIgnoreCase));
    }

    [Fact, Trait("Yardstick", "R7")]
    public async Task What_is_kept_of_an_input_cannot_be_found_by_trying()
    {
        await using var host = await PlatformHost.StartAsync();
        var input = new KeepNote.Input("k1", "t");
        await host.Entry.RunAsync(input, host.In(await host.OpenBrandAsync("pharmacy")));
        await host.Entry.RunAsync(new CloseChain.Input(), PlatformHost.House);

        var hashes = await host.InTablesAsync(db => db.AcrossBrands<CommandRow>()
            .Where(c => c.UseCase.StartsWith("probe.")).ToDictionaryAsync(c => c.UseCase, c => c.InputHash));
        hashes["probe.keep-note"].Length.ShouldBe(32);
        hashes["probe.keep-note"].ShouldNotBe(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(input, Json.Options)));
        hashes["probe.close-chain"].ShouldBeEmpty();
    }

    private static async Task<List<FindAudit.Item>> ReadAllAsync(PlatformHost host, CallContext call, FindAudit.Input input)
    {
        var all = new List<FindAudit.Item>();
        string? after = null;
        do
        {
            var page = await host.Entry.RunAsync(input with { After = after }, call);
            page.Items.Count.ShouldBeLessThanOrEqualTo(input.Size);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);

        return all;
    }
}
