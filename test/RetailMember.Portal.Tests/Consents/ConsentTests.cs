using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Portal.Tests.Consents;

public sealed class ConsentsOnSqlite(SqlitePortal portal) : ConsentTests(portal), IClassFixture<SqlitePortal>;

public sealed class ConsentsOnPostgres(PostgresPortal portal) : ConsentTests(portal), IClassFixture<PostgresPortal>;

[Trait("Req", "OPS-05"), Trait("Req", "SMS-13")]
public abstract class ConsentTests(PortalHost portal)
{
    [Fact]
    public async Task A_consent_keeps_purpose_wording_version_time_channel_and_store_and_taking_it_back_holds_at_once()
    {
        var mobile = PortalHost.Mobile();
        var memberNo = await portal.MemberAsync(mobile);
        var till = portal.TillOf(portal.Brand);
        (await RecordAsync(till, memberNo, "marketing", granted: true, version: 1)).EnsureSuccessStatusCode();

        var phone = await portal.LogInAsync(mobile);
        var given = await ReadAsync(phone, "me");
        StandingOf(given, "marketing").ShouldBeTrue();
        var row = given.GetProperty("history")[0];
        row.GetProperty("storeCode").GetString().ShouldBe("s1");
        row.GetProperty("channel").GetString().ShouldBe("api");
        row.GetProperty("wordingVersion").GetInt32().ShouldBe(1);
        row.GetProperty("text").GetString()!.ShouldContain("pharmacy");
        row.TryGetProperty("operator", out _).ShouldBeFalse();

        (await RecordAsync(phone, "me", "marketing", granted: false, version: 0)).EnsureSuccessStatusCode();
        var taken = await ReadAsync(till, memberNo);
        StandingOf(taken, "marketing").ShouldBeFalse();
        taken.GetProperty("history").GetArrayLength().ShouldBe(2);
    }

    [Fact, Trait("Req", "CORE-36")]
    public async Task Who_takes_back_the_consent_to_profiling_loses_automatic_tags_at_once_and_gets_them_back_with_it()
    {
        var mobile = PortalHost.Mobile();
        var memberNo = await portal.MemberAsync(mobile);
        var tag = await NewcomersTagAsync(memberNo);
        var phone = await portal.LogInAsync(mobile);

        (await RecordAsync(phone, "me", "profiling", granted: true, version: 1)).EnsureSuccessStatusCode();
        (await HasAsync(memberNo, tag)).ShouldBeTrue();
        (await RecordAsync(phone, "me", "profiling", granted: false, version: 0)).EnsureSuccessStatusCode();
        (await HasAsync(memberNo, tag)).ShouldBeFalse();
        (await RecordAsync(phone, "me", "profiling", granted: true, version: 1)).EnsureSuccessStatusCode();
        (await HasAsync(memberNo, tag)).ShouldBeTrue();
    }

    [Fact, Trait("Req", "CORE-36"), Trait("Req", "CORE-49")]
    public async Task An_objection_of_either_file_holds_while_they_are_merged_until_he_agrees_again()
    {
        var (me, him) = (await portal.MemberAsync(PortalHost.Mobile()), await portal.MemberAsync(PortalHost.Mobile()));
        var till = portal.TillOf(portal.Brand);
        var tag = await NewcomersTagAsync(me);
        (await RecordAsync(till, me, "profiling", granted: true, version: 1)).EnsureSuccessStatusCode();
        (await RecordAsync(till, him, "profiling", granted: false, version: 0)).EnsureSuccessStatusCode();
        (await HasAsync(me, tag)).ShouldBeTrue();

        var merge = await portal.MergeAsync(me, him);
        await JudgeAsync(me, him);
        (await HasAsync(me, tag)).ShouldBeFalse();
        var merged = await ReadAsync(till, me);
        StandingOf(merged, "profiling").ShouldBeFalse();
        merged.GetProperty("history").GetArrayLength().ShouldBe(2);

        await portal.UnmergeAsync(merge);
        await JudgeAsync(me, him);
        (await HasAsync(me, tag)).ShouldBeTrue();
        (await HasAsync(him, tag)).ShouldBeFalse();

        await portal.MergeAsync(me, him);
        portal.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await RecordAsync(till, me, "profiling", granted: true, version: 1)).EnsureSuccessStatusCode();
        (await HasAsync(me, tag)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_brands_own_wording_is_a_new_version_and_what_was_agreed_to_stays_as_it_was_read()
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile, portal.Other);
        var phone = await portal.LogInAsync(mobile, portal.Other);
        (await RecordAsync(phone, "me", "profiling", granted: true, version: 1, "apparel")).EnsureSuccessStatusCode();

        (await (await portal.OfficeAsync()).PostAsJsonAsync(
            "/api/brands/apparel/portal/consent-wordings",
            new { purpose = "profiling", chinese = "新条款", english = "new words" })).EnsureSuccessStatusCode();

        var now = await ReadAsync(phone, "me", "apparel");
        now.GetProperty("history")[0].GetProperty("wordingVersion").GetInt32().ShouldBe(1);
        now.GetProperty("consents").EnumerateArray().Single(s => s.GetProperty("purpose").GetString() == "profiling")
            .GetProperty("text").GetString().ShouldBe("new words");
        (await PortalHost.RefusalOf(await RecordAsync(phone, "me", "profiling", granted: true, version: 1, "apparel")))
            .ShouldBe("portal.wording-changed");
    }

    [Fact]
    public async Task What_the_membership_rests_on_is_taken_back_by_closing_it_alone()
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile);
        (await PortalHost.RefusalOf(await RecordAsync(await portal.LogInAsync(mobile), "me", "membership", granted: false, version: 0)))
            .ShouldBe("portal.consent-needed");
    }

    [Fact]
    public async Task Nobody_decides_for_another_member()
    {
        var (mine, his) = (PortalHost.Mobile(), PortalHost.Mobile());
        await portal.MemberAsync(mine);
        var him = await portal.MemberAsync(his);
        (await PortalHost.RefusalOf(await RecordAsync(await portal.LogInAsync(mine), him, "marketing", granted: true, version: 1)))
            .ShouldBe("member.not-own");
    }

    private async Task<string> NewcomersTagAsync(string memberNo)
    {
        var (office, tag) = (await portal.OfficeAsync(), "new-" + memberNo);
        var tags = $"/api/brands/pharmacy/membership/tags/{tag}";
        (await office.PutAsJsonAsync(tags, new { terms = Newcomers })).EnsureSuccessStatusCode();
        (await office.PostAsJsonAsync(tags + "/activation", new { })).EnsureSuccessStatusCode();
        return tag;
    }

    /// <summary>What a subscriber does right after a merge and its undoing.</summary>
    private Task<bool> JudgeAsync(params string[] members) => portal.Host.InBrandAsync(portal.Brand, async scope =>
    {
        var session = scope.GetRequiredService<DataSession>();
        await session.BeginAsync();
        var files = await scope.GetRequiredService<IMemberFiles>().FindAsync(members, default);
        var call = new CallContext(Caller.House("house"), Channel.Job)
        {
            Brand = portal.Brand, At = portal.Host.Clock.GetUtcNow().UtcDateTime,
        };
        await scope.GetRequiredService<IMemberTags>().RefreshAsync([.. files.Values.Select(f => f.Id).Distinct()], call, default);
        await session.CommitAsync();
        return true;
    });

    private async Task<bool> HasAsync(string memberNo, string tag) => (await (await portal.OfficeAsync())
            .GetFromJsonAsync<JsonElement>($"/api/brands/pharmacy/membership/members/{memberNo}/tags"))
        .GetProperty("tags").EnumerateArray().Any(t => t.GetProperty("tag").GetString() == tag);

    /// <summary>A rule that every member fulfils in his first days.</summary>
    private static readonly object Newcomers = new
    {
        name = new Dictionary<string, string> { ["zh-Hans"] = "新会员", ["en"] = "New" },
        kind = "automatic",
        from = "2020-01-01",
        conditions = new[] { new { measure = "daysSinceJoining", atMost = 10 } },
        examples = new[]
        {
            new { title = "new", @case = new { businessDate = "2026-01-12", joinedOn = "2026-01-02" }, mustHave = true },
            new { title = "old", @case = new { businessDate = "2026-01-12", joinedOn = "2026-01-01" }, mustHave = false },
        },
    };

    private static Task<HttpResponseMessage> RecordAsync(
        HttpClient client, string member, string purpose, bool granted, int version, string brand = "pharmacy") =>
        client.PostAsJsonAsync(
            $"/api/brands/{brand}/portal/members/{member}/consents", new { purpose, granted, wordingVersion = version });

    private static Task<JsonElement> ReadAsync(HttpClient client, string member, string brand = "pharmacy") =>
        client.GetFromJsonAsync<JsonElement>($"/api/brands/{brand}/portal/members/{member}/consents");

    private static bool StandingOf(JsonElement found, string purpose) => found.GetProperty("consents").EnumerateArray()
        .Single(s => s.GetProperty("purpose").GetString() == purpose).GetProperty("granted").GetBoolean();
}
