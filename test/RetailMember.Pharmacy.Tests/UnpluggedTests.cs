using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Messages;
using RetailMember.Modules;
using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests;

/// <summary>The club's folder broken, taken away on purpose, and put back: each start on the same database.</summary>
public sealed class UnpluggedTests : IDisposable
{
    private const string Summer = "pharmacy.health-summer";

    private readonly string folder = Directory.CreateTempSubdirectory("retailmember-unplugged-").FullName;

    [Theory, Trait("Req", "PH-13"), InlineData(true), InlineData(false)]
    public async Task Broken_in_its_folder_it_lets_no_goods_be_given_where_it_is_on_and_tills_go_on(bool hasFile)
    {
        var (on, off, member) = await OpenAsync();

        await using (var host = await StartAsync("broken", plugins => Break(plugins, hasFile)))
        {
            var found = host.Services.GetRequiredService<ModuleCatalogue>().Quarantined.ShouldHaveSingleItem();
            (found.Name, found.Step).ShouldBe(("RetailMember.Pharmacy", "load"));
            var (club, other) = (await OfAsync(host, on), await OfAsync(host, off));
            using (var ordered = await club.TryRedeemAsync(member, "book"))
                (await ClubChain.CodeOf(ordered)).ShouldBe("redemption.gate-out-of-order");
            (await club.PointsAsync(member)).ShouldBe(1_000);
            using (var medicine = await club.TryPutAsync("redemption/rewards/gift", Reward("med-1")))
                (await ClubChain.CodeOf(medicine)).ShouldBe("redemption.gate-out-of-order");
            using (var free = await other.TryPutAsync("redemption/rewards/gift", Reward("med-1")))
                free.StatusCode.ShouldBe(HttpStatusCode.OK);
            await OutOfOrderTests.GoesOnAsync(club);
            await OutOfOrderTests.GoesOnAsync(other);
        }

        await using var healed = await StartAsync("healed", plugins => Verticals.Drop("Pharmacy", plugins));
        using var redeemed = await (await OfAsync(healed, on)).TryRedeemAsync(member, "book");
        redeemed.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact, Trait("Req", "PH-12"), Trait("Req", "PH-14")]
    public async Task Taken_away_it_leaves_a_whole_host_with_sound_books_that_tells_of_no_letter_and_put_back_it_goes_on()
    {
        var (on, _, member) = await OpenAsync();

        await using (var host = await StartAsync("none", _ => { }))
        {
            host.Services.GetRequiredService<ModuleCatalogue>().Quarantined.ShouldBeEmpty();
            var shop = await OfAsync(host, on);
            await OutOfOrderTests.GoesOnAsync(shop);
            (await shop.IsSoundAsync()).ShouldBeTrue();
            using (var standing = await shop.TryPostAsync("pharmacy/standings", new { member, storeCode = "s1" }))
                standing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            await LettersNameNobodyAsync(shop, member);
            await shop.PostAsync("marketing/messages/dispatch", new { });
            (await LettersAsync(shop)).ShouldHaveSingleItem().GetProperty("state").GetString().ShouldBe("queued");
            using var redeemed = await shop.TryRedeemAsync(member, "book");
            redeemed.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await using var back = await StartAsync("back", plugins => Verticals.Drop("Pharmacy", plugins));
        var club = await OfAsync(back, on);
        (await club.IsSoundAsync()).ShouldBeTrue();
        (await club.StandingAsync(member)).ValueKind.ShouldBe(JsonValueKind.Object);
        using (var medicine = await club.TryPutAsync("redemption/rewards/gift", Reward("med-1")))
            (await ClubChain.CodeOf(medicine)).ShouldBe("pharmacy.prescription-is-no-gift");
        await LettersNameNobodyAsync(club, member);
        (await club.GetAsync("pharmacy/health-letters")).GetProperty("items").EnumerateArray()
            .ShouldHaveSingleItem().GetProperty("memberNo").GetString().ShouldBe(member);
        await OutOfOrderTests.GoesOnAsync(club);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>A brand that has the club and has written a health letter, and one without it; a member of the former.</summary>
    private async Task<(string On, string Off, string Member)> OpenAsync()
    {
        await using var host = await StartAsync("well", plugins => Verticals.Drop("Pharmacy", plugins));
        var (club, off) = (await ClubChain.OpenAsync(host, on: true), await ClubChain.OpenAsync(host, on: false));
        await club.PutAsync("pharmacy/drugs", new { article = "med-1", name = "Amoxicillin", drugClass = "prescription" });
        await club.RewardAsync("book", new { name = ClubChain.Name("书"), kind = "goods", points = 100, article = "book" });
        await club.OfferAsync("all", "2020-01-01", "2099-12-31", "book");
        var member = await club.MemberAsync(1_000, tier: "diamond");
        await club.PostAsync("pharmacy/health-consents", new { member, agreed = true });
        await host.ApproveWordsAsync(club.Brand, Summer);
        (await club.PostAsync("pharmacy/health-letters", new { })).GetProperty("written").GetInt32().ShouldBe(1);
        await LettersNameNobodyAsync(club, member);
        return (club.Brand.Code, off.Brand.Code, member);
    }

    private static async Task LettersNameNobodyAsync(ClubChain shop, string member)
    {
        (await LettersAsync(shop)).ShouldHaveSingleItem().TryGetProperty("memberNo", out _).ShouldBeFalse();
        (await shop.PostAsync("marketing/messages/search", new { member })).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    private static async Task<List<JsonElement>> LettersAsync(ClubChain shop) =>
    [
        .. (await shop.PostAsync("marketing/messages/search", new { })).GetProperty("items").EnumerateArray()
            .Where(m => m.GetProperty("purpose").GetString()!.StartsWith(Summer, StringComparison.Ordinal)),
    ];

    private static void Break(string plugins, bool hasFile)
    {
        var own = Directory.CreateDirectory(Path.Combine(plugins, "RetailMember.Pharmacy")).FullName;
        if (hasFile) File.WriteAllText(Path.Combine(own, "RetailMember.Pharmacy.dll"), "half a file");
    }

    private static object Reward(string article) =>
        new { terms = new { name = ClubChain.Name("药"), kind = "goods", points = 100, article } };

    private static async Task<ClubChain> OfAsync(TestHost host, string brand) =>
        new(host, await host.AdministratorAsync(), host.Brands.Find(brand)!);

    /// <summary>On the same database, with a folder of plug-ins of its own.</summary>
    private Task<TestHost> StartAsync(string plugins, Action<string> drop)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, plugins)).FullName;
        drop(place);
        return TestHost.StartAsync(new TestHostOptions
        {
            Folder = folder,
            Plugins = place,
            Configuration = LetterWords.Gateway,
            Replace = services => services.AddSingleton<IMessageSender>(ClubOnSqlite.Sent),
        });
    }
}
