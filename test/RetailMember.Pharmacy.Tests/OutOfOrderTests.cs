using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Messages;
using RetailMember.Modules;
using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests;

/// <summary>The club out of order: the tills of all brands go on, and what it would forbid is not given.</summary>
[Trait("Req", "PH-12")]
public sealed class OutOfOrderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("retailmember-club-").FullName;

    [Fact]
    public async Task Without_its_tables_every_brand_refunds_merges_closes_tells_members_and_has_sound_books()
    {
        await ExecuteAsync("CREATE TABLE pharmacy_top_up (occupied INTEGER)");
        await using var host = await StartAsync();
        var found = host.Services.GetRequiredService<ModuleCatalogue>().Quarantined.ShouldHaveSingleItem();
        (found.Name, found.Step).ShouldBe(("Pharmacy", "migrate"));

        await GoesOnAsync(await ClubChain.OpenAsync(host, on: true));
        await GoesOnAsync(await ClubChain.OpenAsync(host, on: false));
    }

    [Fact, Trait("Req", "PH-13")]
    public async Task Without_its_tables_no_goods_are_given_where_it_is_on_and_all_where_it_is_off()
    {
        await ExecuteAsync("CREATE TABLE pharmacy_top_up (occupied INTEGER)");
        await using var host = await StartAsync();
        var (on, off) = (await ClubChain.OpenAsync(host, on: true), await ClubChain.OpenAsync(host, on: false));

        using var barred = await on.TryPutAsync("redemption/rewards/gift", Reward("med-1"));
        using var nameless = await on.TryPutAsync("redemption/rewards/gift", Reward(null));
        using var free = await off.TryPutAsync("redemption/rewards/gift", Reward("med-1"));

        (await ClubChain.CodeOf(barred)).ShouldBe("redemption.gate-out-of-order");
        (await ClubChain.CodeOf(nameless)).ShouldBe("redemption.gate-out-of-order");
        (await barred.Content.ReadAsStringAsync()).ShouldContain("which says what may never be given");
        free.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact, Trait("Req", "PH-13")]
    public async Task Too_slow_for_the_till_it_is_quarantined_and_its_gate_stays_shut_until_the_host_starts_anew()
    {
        string member, brand;
        await using (var host = await StartAsync(new SeamPatience(TimeSpan.Zero)))
        {
            var club = await ClubChain.OpenAsync(host, on: true);
            brand = club.Brand.Code;
            await club.RewardAsync("book", new { name = ClubChain.Name("书"), kind = "goods", points = 100, article = "book" });
            await club.OfferAsync("all", "2020-01-01", "2099-12-31", "book");
            member = await club.MemberAsync(1_000);
            var modules = host.Services.GetRequiredService<ModuleCatalogue>();
            for (var tries = 0; modules.IsRunning("Pharmacy"); tries++)
            {
                tries.ShouldBeLessThan(100, "Nobody minds that the club does not answer.");
                await club.PostAsync("membership/quotes", new
                {
                    storeCode = "s1", member, lines = new[] { new { quantity = 3, listAmount = 6_000 } },
                });
            }

            modules.HasTables("Pharmacy").ShouldBeTrue();

            using var ordered = await club.TryRedeemAsync(member, "book");

            (await ClubChain.CodeOf(ordered)).ShouldBe("redemption.gate-out-of-order");
            (await club.PointsAsync(member)).ShouldBe(1_000);
        }

        await using var again = await StartAsync();
        var healed = new ClubChain(again, await again.AdministratorAsync(), again.Brands.Find(brand)!);
        using var redeemed = await healed.TryRedeemAsync(member, "book");
        redeemed.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>A brand's tills, its members' phones and its books work.</summary>
    internal static async Task GoesOnAsync(ClubChain shop)
    {
        var (stays, goes) = (await shop.MemberAsync(1_000), await shop.MemberAsync(500));
        var receipt = await shop.BuyAsync(stays, 200);
        await shop.RefundAsync(receipt, 200);
        await shop.PostAsync(
            "membership/merges", new { key = ClubChain.Key(), survivor = stays, duplicate = goes, reason = "one person" });
        (await shop.PointsAsync(stays)).ShouldBe(1_500);
        var phone = await shop.PhoneAsync(stays);
        await phone.OpenAsync($"/m/{shop.Brand.Code}/me");
        using (var copy = await phone.SubmitAsync($"/m/{shop.Brand.Code}/me/data"))
            (copy.StatusCode, (await copy.Content.ReadAsStringAsync()).Contains(stays, StringComparison.Ordinal))
                .ShouldBe((HttpStatusCode.OK, true));
        await shop.PostAsync($"membership/members/{stays}/closure", new { reason = "leaves" });
        (await shop.IsSoundAsync()).ShouldBeTrue();
    }

    private static object Reward(string? article) =>
        new { terms = new { name = ClubChain.Name("药"), kind = "goods", points = 100, article } };

    private Task<TestHost> StartAsync(SeamPatience? patience = null) => TestHost.StartAsync(new TestHostOptions
    {
        Folder = folder,
        Plugins = Verticals.Folder,
        Configuration = LetterWords.Gateway,
        Replace = services =>
        {
            services.AddSingleton<IMessageSender>(ClubOnSqlite.Sent);
            if (patience is not null) services.AddSingleton(patience);
        },
    });

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "test.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
