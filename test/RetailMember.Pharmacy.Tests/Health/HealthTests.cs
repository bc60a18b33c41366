using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.People;
using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests.Health;

/// <summary>Tests and consultations: by consent alone, sealed, and every look written down.</summary>
public sealed class HealthTests(ClubOnSqlite fixture) : IClassFixture<ClubOnSqlite>
{
    private const string Finding = "6.1 mmol/L";

    [Fact, Trait("Req", "PH-14")]
    public async Task Nothing_is_kept_without_the_members_own_consent()
    {
        var club = await OpenAsync();
        var member = await club.MemberAsync(0, "diamond");

        using (var no = await TryRecordAsync(club, member)) (await ClubChain.CodeOf(no)).ShouldBe("pharmacy.health-consent-needed");
        await ConsentAsync(club, member, agreed: true);
        using (var yes = await TryRecordAsync(club, member)) yes.StatusCode.ShouldBe(HttpStatusCode.OK);

        var erased = await ConsentAsync(club, member, agreed: false);

        erased.GetProperty("erased").GetInt32().ShouldBe(1);
        (await LookAsync(club, member)).GetProperty("records").GetArrayLength().ShouldBe(0);
    }

    [Fact, Trait("Req", "PH-06"), Trait("Req", "RD-09")]
    public async Task A_free_test_is_had_once_a_month_by_diamond_members()
    {
        var club = await OpenAsync();
        var (diamond, gold) = (await club.MemberAsync(0, "diamond"), await club.MemberAsync(0, "gold"));
        foreach (var member in new[] { diamond, gold }) await ConsentAsync(club, member, agreed: true);

        (await club.StandingAsync(diamond)).GetProperty("glucoseTest").GetProperty("isDue").GetBoolean().ShouldBeTrue();
        using (var first = await TryRecordAsync(club, diamond)) first.StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var second = await TryRecordAsync(club, diamond))
            (await ClubChain.CodeOf(second)).ShouldBe("redemption.benefit-used-up");
        using (var other = await TryRecordAsync(club, gold))
            (await ClubChain.CodeOf(other)).ShouldBe("redemption.benefit-not-entitled");
        using (var paid = await TryRecordAsync(club, gold, free: false)) paid.StatusCode.ShouldBe(HttpStatusCode.OK);

        (await club.StandingAsync(diamond)).GetProperty("glucoseTest").GetProperty("isDue").GetBoolean().ShouldBeFalse();
        (await club.StandingAsync(gold)).TryGetProperty("glucoseTest", out _).ShouldBeFalse();
    }

    [Fact, Trait("Req", "PH-14")]
    public async Task What_was_found_is_sealed_told_to_few_and_every_look_is_written_down()
    {
        var club = await OpenAsync();
        var member = await club.MemberAsync(0, "diamond");
        await ConsentAsync(club, member, agreed: true);
        using (var done = await TryRecordAsync(club, member)) done.EnsureSuccessStatusCode();

        (await LookAsync(club, member)).GetProperty("records")[0].GetProperty("finding").GetString().ShouldBe(Finding);
        var cashier = await fixture.Host.Staff.PersonAsync(DefaultRole.Cashier, club.Brand, "s1");
        using (var no = await cashier.PostAsJsonAsync(
            $"/api/brands/{club.Brand.Code}/pharmacy/health-records/look", new { member, reason = "curious" }))
            no.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var accesses = (await club.PostAsync("pharmacy/health-accesses/search", new { member })).GetProperty("items");
        accesses.EnumerateArray().Select(a => a.GetProperty("access").GetString())
            .ShouldBe(["read", "recorded", "consentGiven"]);
        accesses[0].GetProperty("reason").GetString().ShouldBe("advice");
        var stored = await StoredAsync(club);
        stored.ShouldNotBeEmpty();
        stored.ShouldAllBe(f => f.StartsWith('v') && !f.Contains("6.1"));
    }

    [Fact, Trait("Req", "PH-14"), Trait("Req", "OPS-16")]
    public async Task Who_runs_the_brand_reads_nobodys_findings_and_appoints_who_does()
    {
        var club = await OpenAsync();
        var member = await club.MemberAsync(0, "diamond");
        await ConsentAsync(club, member, agreed: true);
        var (api, page) = ($"/api/brands/{club.Brand.Code}", $"/brands/{club.Brand.Code}/pharmacy/health/{member}");
        var director = await fixture.Host.Staff.PersonAsync(DefaultRole.OperationsDirector, club.Brand);
        var browser = await fixture.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, club.Brand);

        using (var look = await director.PostAsJsonAsync(api + "/pharmacy/health-records/look", new { member, reason = "curious" }))
            look.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using (var record = await director.PostAsJsonAsync(
            api + "/pharmacy/health-records",
            new { key = ClubChain.Key(), storeCode = "s1", member, recordKind = "glucoseTest", finding = Finding }))
            record.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using (var opened = await browser.Client.GetAsync(page)) opened.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var userName = "manager" + ClubChain.Key()[^8..];
        using var appointed = await director.PostAsJsonAsync(
            api + "/platform/people", new { userName, displayName = "药师", role = DefaultRole.StoreManager, storeCode = "s1" });
        appointed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var audit = await club.GetAsync("platform/audit?useCase=platform.create-person");
        audit.GetProperty("items").EnumerateArray().Select(i => i.GetRawText())
            .ShouldContain(i => i.Contains(userName) && i.Contains("Pharmacy.Health.View"));
    }

    [Fact, Trait("Req", "PH-14"), Trait("Req", "OPS-06")]
    public async Task Whoever_leaves_leaves_no_health_data_behind()
    {
        var club = await OpenAsync();
        var member = await club.MemberAsync(0, "diamond");
        await ConsentAsync(club, member, agreed: true);
        using (var done = await TryRecordAsync(club, member)) done.EnsureSuccessStatusCode();

        await club.PostAsync($"membership/members/{member}/closure", new { reason = "moved away" });

        (await LookAsync(club, member)).GetProperty("records").GetArrayLength().ShouldBe(0);
        (await LookAsync(club, member)).GetProperty("agreed").GetBoolean().ShouldBeFalse();
    }

    [Fact, Trait("Req", "PH-14"), Trait("Req", "CORE-49")]
    public async Task What_a_merge_left_with_the_duplicate_is_shown_and_erased_as_the_survivors_own()
    {
        var club = await OpenAsync();
        var (survivor, duplicate) = (await club.MemberAsync(0, "diamond"), await club.MemberAsync(0, "diamond"));
        await ConsentAsync(club, duplicate, agreed: true);
        using (var done = await TryRecordAsync(club, duplicate)) done.EnsureSuccessStatusCode();
        await MergeAsync(club, survivor, duplicate);

        (await LookAsync(club, survivor)).GetProperty("records").GetArrayLength().ShouldBe(1);
        using (var no = await TryRecordAsync(club, survivor)) (await ClubChain.CodeOf(no)).ShouldBe("pharmacy.health-consent-needed");
        (await ConsentAsync(club, survivor, agreed: false)).GetProperty("erased").GetInt32().ShouldBe(1);

        var left = await LookAsync(club, survivor);
        (left.GetProperty("agreed").GetBoolean(), left.GetProperty("records").GetArrayLength()).ShouldBe((false, 0));
        (await ConsentAsync(club, survivor, agreed: false)).GetProperty("erased").GetInt32().ShouldBe(0);
    }

    [Fact, Trait("Req", "PH-14"), Trait("Req", "OPS-06")]
    public async Task Whoever_leaves_leaves_nothing_of_his_duplicates_behind()
    {
        var club = await OpenAsync();
        var (survivor, duplicate) = (await club.MemberAsync(0, "diamond"), await club.MemberAsync(0, "diamond"));
        await ConsentAsync(club, duplicate, agreed: true);
        using (var done = await TryRecordAsync(club, duplicate)) done.EnsureSuccessStatusCode();
        await MergeAsync(club, survivor, duplicate);
        var before = (await StoredAsync(club)).Count;

        await club.PostAsync($"membership/members/{survivor}/closure", new { reason = "moved away" });

        (await StoredAsync(club)).Count.ShouldBe(before - 1);
    }

    [Fact, Trait("Req", "PH-14"), Trait("Req", "CORE-49")]
    public async Task What_a_merge_left_with_the_duplicate_is_the_survivors_once_he_agrees_until_they_are_two_again()
    {
        var club = await OpenAsync();
        var (survivor, duplicate) = (await club.MemberAsync(0, "diamond"), await club.MemberAsync(0, "diamond"));
        await ConsentAsync(club, duplicate, agreed: true);
        using (var done = await TryRecordAsync(club, duplicate)) done.EnsureSuccessStatusCode();
        var merge = (await MergeAsync(club, survivor, duplicate)).GetProperty("merge").GetString();
        (await RecordsOfAsync(club, survivor)).ShouldBe(0);

        await ConsentAsync(club, survivor, agreed: true);

        // Whoever asks for who was not tested asks for him alone.
        (await RecordsOfAsync(club, survivor)).ShouldBe(1);
        await club.PostAsync($"membership/merges/{merge}/reversal", new { reason = "two after all" });
        (await RecordsOfAsync(club, survivor), await RecordsOfAsync(club, duplicate)).ShouldBe((0, 1));
    }

    [Fact, Trait("Req", "PH-14")]
    public async Task One_record_is_put_right_or_erased_with_its_reason_and_the_others_stay()
    {
        var club = await OpenAsync();
        var (member, other) = (await club.MemberAsync(0, "diamond"), await club.MemberAsync());
        await ConsentAsync(club, member, agreed: true);
        for (var i = 0; i < 3; i++)
            using (var done = await TryRecordAsync(club, member, free: false)) done.EnsureSuccessStatusCode();
        var first = await club.PostAsync("pharmacy/health-records/look", new { member, reason = "advice", size = 2 });
        first.GetProperty("records").GetArrayLength().ShouldBe(2);
        var after = first.GetProperty("next").GetString();
        var last = await club.PostAsync("pharmacy/health-records/look", new { member, reason = "advice", size = 2, after });
        last.TryGetProperty("next", out _).ShouldBeFalse();
        var (wrong, right) = (KeyOf(first.GetProperty("records")[0]), KeyOf(last.GetProperty("records")[0]));

        await club.PostAsync("pharmacy/health-records/correction", new { member, record = wrong, reason = "of somebody else" });
        await club.PostAsync(
            "pharmacy/health-records/correction", new { member, record = right, finding = "5.6 mmol/L", reason = "misread" });

        var left = (await LookAsync(club, member)).GetProperty("records");
        left.EnumerateArray().Select(KeyOf).ShouldNotContain(wrong);
        left.EnumerateArray().Select(r => r.GetProperty("finding").GetString()).Order().ShouldBe(["5.6 mmol/L", Finding]);
        foreach (var (whose, record) in new[] { (other, right), (member, wrong) })
            using (var none = await club.TryPostAsync("pharmacy/health-records/correction", new { member = whose, record, reason = "x" }))
                (await ClubChain.CodeOf(none)).ShouldBe("pharmacy.health-record-not-found");
        using (var why = await club.TryPostAsync("pharmacy/health-records/correction", new { member, record = right }))
            why.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var accesses = (await club.PostAsync("pharmacy/health-accesses/search", new { member })).GetProperty("items");
        accesses.EnumerateArray().Select(a => (a.GetProperty("access").GetString(), Reason(a)))
            .Where(a => a.Item1 is "erased" or "corrected").ShouldBe([("corrected", "misread"), ("erased", "of somebody else")]);

        static string KeyOf(System.Text.Json.JsonElement record) => record.GetProperty("id").GetString()!;
        static string? Reason(System.Text.Json.JsonElement a) => a.TryGetProperty("reason", out var r) ? r.GetString() : null;
    }

    [Fact, Trait("Req", "PH-14"), Trait("Req", "PH-12")]
    public async Task While_the_club_is_off_the_consent_is_withdrawn_beside_all_others_by_staff_and_by_himself()
    {
        var club = await OpenAsync();
        var (counter, phone) = (await club.MemberAsync(0, "diamond"), await club.MemberAsync(0, "diamond"));
        foreach (var member in new[] { counter, phone })
        {
            await ConsentAsync(club, member, agreed: true);
            using var done = await TryRecordAsync(club, member);
            done.EnsureSuccessStatusCode();
        }

        var own = await club.PhoneAsync(phone);
        await club.Client.SwitchAsync("Pharmacy", club.Brand.Code, on: false);

        (await ApartOfAsync(club, counter)).ShouldBe(["pharmacy.health"]);
        await club.PostAsync($"portal/members/{counter}/consents/withdrawal", new { consent = "pharmacy.health" });
        await own.OpenAsync($"/m/{club.Brand.Code}/me/consents");
        (await own.SubmitAsync($"/m/{club.Brand.Code}/me/consents/withdrawal", ("consent", "pharmacy.health")))
            .StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using (var none = await club.TryPostAsync($"portal/members/{counter}/consents/withdrawal", new { consent = "nothing" }))
            (await ClubChain.CodeOf(none)).ShouldBe("portal.consent-not-found");

        foreach (var member in new[] { counter, phone })
        {
            (await ApartOfAsync(club, member)).ShouldBeEmpty();
            (await RecordsOfAsync(club, member)).ShouldBe(0);
        }

        await club.Client.SwitchAsync("Pharmacy", club.Brand.Code, on: true);
        (await club.PostAsync("pharmacy/health-accesses/search", new { member = counter })).GetProperty("items")[0]
            .GetProperty("access").GetString().ShouldBe("consentWithdrawn");
    }

    [Fact, Trait("Req", "PH-14"), Trait("Req", "CORE-49")]
    public async Task A_look_at_who_was_merged_since_is_a_look_at_the_one_who_stays()
    {
        var club = await OpenAsync();
        var (survivor, duplicate) = (await club.MemberAsync(), await club.MemberAsync());
        await LookAsync(club, duplicate);
        await MergeAsync(club, survivor, duplicate);

        (await club.PostAsync("pharmacy/health-accesses/search", new { member = survivor })).GetProperty("items")
            .GetArrayLength().ShouldBe(1);
    }

    private static async Task<string[]> ApartOfAsync(ClubChain club, string member) =>
        [.. (await club.GetAsync($"portal/members/{member}/consents")).GetProperty("apartConsents").EnumerateArray()
            .Select(c => c.GetProperty("consent").GetString()!)];

    /// <summary>How many records the table holds under a member's own key.</summary>
    private Task<long> RecordsOfAsync(ClubChain club, string member) => fixture.Host.InBrandAsync(club.Brand, async scope =>
    {
        var session = scope.GetRequiredService<DataSession>();
        await session.OpenAsync();
        await using var command = session.Connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM pharmacy_health_record r JOIN membership_member m ON m.id = r.member_id"
            + $" WHERE m.member_no = '{member}'";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), null);
    });

    /// <summary>What the table itself holds, past the module that opens it.</summary>
    private Task<List<string>> StoredAsync(ClubChain club) => fixture.Host.InBrandAsync(club.Brand, async scope =>
    {
        var session = scope.GetRequiredService<DataSession>();
        await session.OpenAsync();
        await using var command = session.Connection.CreateCommand();
        command.CommandText = "SELECT finding FROM pharmacy_health_record";
        await using var reader = await command.ExecuteReaderAsync();
        var stored = new List<string>();
        while (await reader.ReadAsync()) stored.Add(reader.GetString(0));
        return stored;
    });

    private static Task<System.Text.Json.JsonElement> ConsentAsync(ClubChain club, string member, bool agreed) =>
        club.PostAsync("pharmacy/health-consents", new { member, agreed });

    private static Task<System.Text.Json.JsonElement> MergeAsync(ClubChain club, string survivor, string duplicate) =>
        club.PostAsync("membership/merges", new { key = ClubChain.Key(), survivor, duplicate, reason = "same person" });

    private static Task<System.Text.Json.JsonElement> LookAsync(ClubChain club, string member) =>
        club.PostAsync("pharmacy/health-records/look", new { member, reason = "advice" });

    private static Task<HttpResponseMessage> TryRecordAsync(ClubChain club, string member, bool free = true) => club.TryPostAsync(
        "pharmacy/health-records",
        new { key = ClubChain.Key(), storeCode = "s1", member, recordKind = "glucoseTest", finding = Finding, free });

    private Task<ClubChain> OpenAsync() => ClubChain.OpenAsync(fixture);
}
