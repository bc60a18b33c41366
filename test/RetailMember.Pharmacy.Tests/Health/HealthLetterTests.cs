using System.Text.Json;
using RetailMember.Pharmacy.Health.Letters;
using RetailMember.People;
using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests.Health;

public sealed class HealthLetterTestsOnSqlite(ClubOnSqlite host) : HealthLetterTests(host), IClassFixture<ClubOnSqlite>;

public sealed class HealthLetterTestsOnPostgres(ClubOnPostgres host) : HealthLetterTests(host), IClassFixture<ClubOnPostgres>;

/// <summary>The season's letter to diamond members, and the file of who has looked at health data.</summary>
public abstract class HealthLetterTests(HostFixture fixture)
{
    private const string Summer = "pharmacy.health-summer";

    [Fact, Trait("Req", "PH-06"), Trait("Req", "PH-14")]
    public async Task Diamond_members_who_have_agreed_are_written_to_once_a_season_and_the_others_are_named_with_their_reason()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var (agrees, silent) = (await club.MemberAsync(tier: "diamond"), await club.MemberAsync(tier: "diamond"));
        var gold = await club.MemberAsync(tier: "gold");
        foreach (var member in (string[])[agrees, gold]) await ConsentAsync(club, member, agreed: true);
        (await WriteAsync(club)).ShouldBe(0, "No words are approved.");
        await fixture.Host.ApproveWordsAsync(club.Brand, Summer);

        var written = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => WriteAsync(club)));
        written.Sum().ShouldBe(1);
        var letters = await LettersAsync(club);
        letters.Count.ShouldBe(2);
        letters[agrees].GetProperty("season").GetString().ShouldBe("2025-summer");
        letters[agrees].GetProperty("letter").GetProperty("state").GetString().ShouldBe("queued");
        (letters[silent].GetProperty("agreed").GetBoolean(), letters[silent].TryGetProperty("letter", out _)).ShouldBe((false, false));

        await ConsentAsync(club, silent, agreed: true);
        (await WriteAsync(club)).ShouldBe(1, "Who agrees within the season is written to then.");
    }

    [Fact, Trait("Req", "PH-06"), Trait("Req", "SMS-15")]
    public async Task The_season_s_letter_reaches_the_phone_of_who_agreed_to_both_in_the_approved_words()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var (both, healthAlone) = (await club.MemberAsync(tier: "diamond"), await club.MemberAsync(tier: "diamond"));
        foreach (var member in (string[])[both, healthAlone]) await ConsentAsync(club, member, agreed: true);
        await MayWriteToAsync(club, both);
        await fixture.Host.ApproveWordsAsync(club.Brand, Summer);
        (await WriteAsync(club)).ShouldBe(2);

        await club.PostAsync("marketing/messages/dispatch", new { });

        LetterWords.TextsTo(club.MobileOf(both)).ShouldBe(["李明您好，盛夏高温，请多饮水、避开正午外出。钻石会员每月可到店免费测血糖。拒收请回复TD"]);
        LetterWords.TextsTo(club.MobileOf(healthAlone)).ShouldBeEmpty();
        var letters = await LettersAsync(club);
        letters[both].GetProperty("letter").GetProperty("state").GetString().ShouldBe("accepted");
        letters[healthAlone].GetProperty("letter").GetProperty("reason").GetString().ShouldBe("noConsent");
    }

    [Fact, Trait("Req", "PH-06")]
    public async Task The_letters_of_the_latest_season_stand_first_on_every_page()
    {
        var club = await ClubChain.OpenAsync(fixture);
        foreach (var member in (string[])[await club.MemberAsync(tier: "diamond"), await club.MemberAsync(tier: "diamond")])
            await ConsentAsync(club, member, agreed: true);
        await fixture.Host.ApproveWordsAsync(club.Brand, Summer, "pharmacy.health-autumn");
        var now = fixture.Host.Clock.GetUtcNow().UtcDateTime;
        try
        {
            (await WriteAsync(club)).ShouldBe(2);
            await club.MoveToAsync(new DateTime(2025, 9, 8, 4, 0, 0, DateTimeKind.Utc));
            (await WriteAsync(club)).ShouldBe(2);

            string[] order = ["2025-autumn", "2025-autumn", "2025-summer", "2025-summer"];
            (await SeasonsAsync("pharmacy/health-letters")).ShouldBe(order);
            (await SeasonsAsync("pharmacy/health-letters?size=1")).ShouldBe(order);
        }
        finally
        {
            await club.MoveToAsync(now);
        }

        async Task<List<string?>> SeasonsAsync(string address)
        {
            var seasons = new List<string?>();
            for (var next = ""; next is not null;)
            {
                var page = await club.GetAsync(address + next);
                seasons.AddRange(page.GetProperty("items").EnumerateArray().Select(l => l.GetProperty("season").GetString()));
                next = page.TryGetProperty("next", out var after)
                    ? $"{(address.Contains('?') ? '&' : '?')}after={Uri.EscapeDataString(after.GetString()!)}"
                    : null;
            }

            return seasons;
        }
    }

    [Fact, Trait("Req", "PH-06")]
    public async Task The_job_writes_until_the_season_ends_to_who_agrees_late_and_not_before_the_day_that_is_set()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var member = await club.MemberAsync(tier: "diamond");
        await fixture.Host.ApproveWordsAsync(club.Brand, "pharmacy.health-autumn");
        var now = fixture.Host.Clock.GetUtcNow().UtcDateTime;
        try
        {
            (await DueAsync("2025-09-04")).ShouldBe(0);
            (await DueAsync("2025-09-05")).ShouldBe(0, "He has not agreed.");
            await ConsentAsync(club, member, agreed: true);
            (await DueAsync("2025-11-20")).ShouldBe(1);
            (await DueAsync("2025-11-21")).ShouldBe(0);
        }
        finally
        {
            await club.MoveToAsync(now);
        }

        async Task<int> DueAsync(string day)
        {
            await club.MoveToAsync(DateTime.Parse(day + "T04:00:00Z", null, System.Globalization.DateTimeStyles.AdjustToUniversal));
            return (await club.PostAsync("pharmacy/health-letters", new { whenDue = true })).GetProperty("written").GetInt32();
        }
    }

    [Fact, Trait("Req", "PH-14")]
    public async Task A_letter_that_waits_does_not_go_to_who_withdraws_his_consent()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var member = await club.MemberAsync(tier: "diamond");
        await ConsentAsync(club, member, agreed: true);
        await fixture.Host.ApproveWordsAsync(club.Brand, Summer);
        (await WriteAsync(club)).ShouldBe(1);

        await ConsentAsync(club, member, agreed: false);

        var letter = (await LettersAsync(club))[member].GetProperty("letter");
        (letter.GetProperty("state").GetString(), letter.GetProperty("reason").GetString()).ShouldBe(("skipped", "permissionWithdrawn"));
    }

    [Fact, Trait("Req", "PH-14")]
    public async Task Who_withdraws_before_his_letter_goes_and_agrees_again_within_the_season_has_one()
    {
        var club = await ClubChain.OpenAsync(fixture);
        var member = await club.MemberAsync(tier: "diamond");
        await ConsentAsync(club, member, agreed: true);
        await MayWriteToAsync(club, member);
        await fixture.Host.ApproveWordsAsync(club.Brand, Summer);
        (await WriteAsync(club)).ShouldBe(1);
        await ConsentAsync(club, member, agreed: false);
        (await WriteAsync(club)).ShouldBe(0);

        await ConsentAsync(club, member, agreed: true);
        (await WriteAsync(club)).ShouldBe(1);
        await club.PostAsync("marketing/messages/dispatch", new { });

        LetterWords.TextsTo(club.MobileOf(member)).Count.ShouldBe(1);
        await ConsentAsync(club, member, agreed: false);
        await ConsentAsync(club, member, agreed: true);
        (await WriteAsync(club)).ShouldBe(0, "He has had it.");
    }

    [Fact, Trait("Req", "PH-06"), Trait("Req", "PH-14"), Trait("Req", "SMS-15")]
    public async Task A_letter_is_for_who_is_diamond_and_agrees_himself_when_it_goes_whoever_was_merged_into_him()
    {
        var club = await ClubChain.OpenAsync(fixture);
        await fixture.Host.ApproveWordsAsync(club.Brand, Summer);
        var (stays, lost, merged, survivor) = (
            await club.MemberAsync(tier: "diamond"), await club.MemberAsync(tier: "diamond"),
            await club.MemberAsync(tier: "diamond"), await club.MemberAsync(tier: "gold"));
        foreach (var member in (string[])[stays, lost, merged, survivor])
        {
            await ConsentAsync(club, member, agreed: true);
            await MayWriteToAsync(club, member);
        }

        await ConsentAsync(club, survivor, agreed: false);
        (await WriteAsync(club)).ShouldBe(3);
        await club.PostAsync($"membership/members/{lost}/tier", new { tierCode = "gold", reason = "test" });
        await club.PostAsync(
            "membership/merges", new { key = ClubChain.Key(), survivor, duplicate = merged, reason = "same person" });
        await club.PostAsync("marketing/messages/dispatch", new { });

        LetterWords.TextsTo(club.MobileOf(stays)).Count.ShouldBe(1);
        foreach (var other in (string[])[lost, merged, survivor]) LetterWords.TextsTo(club.MobileOf(other)).ShouldBeEmpty();
        var letter = (await LettersAsync(club))[lost].GetProperty("letter");
        (letter.GetProperty("state").GetString(), letter.GetProperty("reason").GetString()).ShouldBe(("skipped", "noLongerTrue"));
    }

    [Fact, Trait("Req", "PH-14")]
    public async Task Who_withdraws_while_letters_are_written_has_none_that_waits()
    {
        var club = await ClubChain.OpenAsync(fixture);
        await fixture.Host.ApproveWordsAsync(club.Brand, Summer);
        var members = new List<string>();
        for (var i = 0; i < 12; i++) members.Add(await club.MemberAsync(tier: "diamond"));
        foreach (var member in members) await ConsentAsync(club, member, agreed: true);

        await Task.WhenAll([WriteAsync(club), .. members.Select(m => ConsentAsync(club, m, agreed: false))]);

        (await LettersAsync(club)).Values.Where(l => l.TryGetProperty("letter", out _))
            .ShouldAllBe(l => l.GetProperty("letter").GetProperty("state").GetString() == "skipped");
    }

    [Fact, Trait("Req", "PH-12")]
    public async Task Nothing_is_written_where_letters_are_switched_off()
    {
        var club = await ClubChain.OpenAsync(fixture);
        await ConsentAsync(club, await club.MemberAsync(tier: "diamond"), agreed: true);
        await fixture.Host.ApproveWordsAsync(club.Brand, Summer);
        await club.PutAsync("platform/settings/Pharmacy.HealthLetters", new { value = "false" });

        (await WriteAsync(club)).ShouldBe(0);
    }

    [Theory]
    [InlineData("2026-03-01", "2026-spring")]
    [InlineData("2026-08-31", "2026-summer")]
    [InlineData("2026-11-30", "2026-autumn")]
    [InlineData("2026-12-01", "2026-winter")]
    [InlineData("2027-02-28", "2026-winter")]
    public void A_day_has_its_season(string day, string season) =>
        Season.Of(DateOnly.Parse(day, null)).ToString().ShouldBe(season);

    [Fact, Trait("Req", "PH-14")]
    public async Task Who_takes_the_list_of_accesses_out_as_a_file_stands_in_the_list_himself()
    {
        var club = await ClubChain.OpenAsync(fixture);
        await ConsentAsync(club, await club.MemberAsync(), agreed: true);
        var director = await fixture.Host.Staff.BrowserAsync(DefaultRole.OperationsDirector, club.Brand);

        var list = $"/brands/{club.Brand.Code}/pharmacy/health-accesses";
        await director.OpenAsync(list);
        using (var file = await director.SubmitAsync(list + "/export.csv")) file.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        var accesses = (await club.PostAsync("pharmacy/health-accesses/search", new { })).GetProperty("items");
        accesses[0].GetProperty("access").GetString().ShouldBe("exported");
        accesses[0].GetProperty("by").GetString()!.ShouldStartWith(DefaultRole.OperationsDirector);
    }

    private static Task<JsonElement> ConsentAsync(ClubChain club, string member, bool agreed) =>
        club.PostAsync("pharmacy/health-consents", new { member, agreed });

    /// <summary>Agrees to commercial messages.</summary>
    private static Task<JsonElement> MayWriteToAsync(ClubChain club, string member) => club.PostAsync(
        $"portal/members/{member}/consents", new { purpose = "marketing", granted = true, wordingVersion = 1, storeCode = "s1" });

    private static async Task<int> WriteAsync(ClubChain club) =>
        (await club.PostAsync("pharmacy/health-letters", new { })).GetProperty("written").GetInt32();

    private static async Task<Dictionary<string, JsonElement>> LettersAsync(ClubChain club) =>
        (await club.GetAsync("pharmacy/health-letters")).GetProperty("items").EnumerateArray()
            .ToDictionary(l => l.GetProperty("memberNo").GetString()!);
}
