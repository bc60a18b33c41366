using RetailMember.Apparel.Tests.Shop;
using RetailMember.Testing;

namespace RetailMember.Apparel.Tests.Tasks;

public sealed class LetterTestsOnSqlite(ApparelOnSqlite host) : LetterTests(host), IClassFixture<ApparelOnSqlite>;

public sealed class LetterTestsOnPostgres(ApparelOnPostgres host) : LetterTests(host), IClassFixture<ApparelOnPostgres>;

/// <summary>Letters that a provider really takes: what they say, and that it is true when they go.</summary>
public abstract class LetterTests(ApparelHost apparel)
{
    [Fact, Trait("Req", "AP-12"), Trait("Req", "SMS-08")]
    public async Task The_gap_to_the_next_rung_reaches_the_phone_in_the_approved_words()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        await apparel.Host.ApproveWordsAsync(shop.Brand, "apparel.ladder-gap");
        var (member, mobile) = await shop.ReaderAsync();
        await shop.AgreeAsync(member);
        await shop.OnAsync("2026-03-25");
        await shop.BuyAsync(member, 1_850);
        await shop.ClimbedAsync(member, 1_850);

        (await shop.PostAsync("apparel/reminders", new { })).GetProperty("sent").GetInt64().ShouldBe(1);
        await shop.PostAsync("marketing/messages/dispatch", new { });

        LetterWords.TextsTo(mobile).ShouldBe(["王芳您好，您本月已积1850分，再积150分即可领取150元服装券。拒收请回复TD"]);
        (await FateAsync(shop)).ShouldBe(("accepted", null));
    }

    [Fact, Trait("Req", "AP-04"), Trait("Req", "SMS-08")]
    public async Task Who_claims_all_while_the_reminder_waits_gets_none_and_who_claims_one_hears_of_the_other()
    {
        var shop = await Clothes.OpenAsync(apparel.Host);
        await apparel.Host.ApproveWordsAsync(shop.Brand, "apparel.rung-waits");
        var (all, one) = (await shop.ReaderAsync(), await shop.ReaderAsync());
        foreach (var (member, _) in new[] { all, one })
        {
            await shop.AgreeAsync(member);
            await shop.BuyAsync(member, 2_100);
            await Clothes.UntilAsync(async () => (await shop.RungsAsync(member)).Count == 2);
        }

        await shop.OnAsync("2026-04-05");
        (await shop.PostAsync("apparel/reminders", new { })).GetProperty("sent").GetInt64().ShouldBe(2);
        await shop.ClaimAsync(all.Member, 1_000);
        await shop.ClaimAsync(all.Member, 2_000);
        await shop.ClaimAsync(one.Member, 2_000);
        await shop.PostAsync("marketing/messages/dispatch", new { });

        LetterWords.TextsTo(all.Mobile).ShouldBeEmpty();
        LetterWords.TextsTo(one.Mobile).ShouldBe(["王芳您好，您有50元服装券待领取，请在2026-04-07前到店领取，逾期作废。拒收请回复TD"]);
        (await FateAsync(shop, all.Member)).ShouldBe(("skipped", "noLongerTrue"));
    }

    [Fact, Trait("Req", "AP-09")]
    public async Task Who_is_red_or_above_hears_of_each_new_season_once_while_his_card_is_valid()
    {
        var shop = await Clothes.OpenAsync(apparel.Host, "monthly-ladder");
        await apparel.Host.ApproveWordsAsync(shop.Brand, "apparel.season-change");
        await shop.OnAsync("2026-08-31");
        var (red, member) = (await shop.ReaderAsync("2026-01-10"), await shop.ReaderAsync("2026-01-10"));
        var (later, ended) = (await shop.ReaderAsync("2026-01-10"), await shop.ReaderAsync("2024-08-10"));
        foreach (var one in new[] { red, member, later, ended }) await shop.AgreeAsync(one.Member);
        await shop.BuyAsync(red.Member, 10_000, "2026-08-31");
        await shop.BuyAsync(ended.Member, 10_000, "2026-08-05");
        (await SentAsync()).ShouldBe(0, "Autumn has not come.");

        await shop.OnAsync("2026-09-01");
        (await SentAsync()).ShouldBe(1);
        (await SentAsync()).ShouldBe(0);
        await shop.BuyAsync(later.Member, 10_000);
        await shop.OnAsync("2026-09-08");
        (await SentAsync()).ShouldBe(1, "He is red by now.");
        await shop.PostAsync("marketing/messages/dispatch", new { });
        await shop.BuyAsync(member.Member, 10_000);
        await shop.OnAsync("2026-09-09");
        (await SentAsync()).ShouldBe(0, "Autumn is no news any more.");

        foreach (var one in new[] { red, later }) LetterWords.TextsTo(one.Mobile).ShouldHaveSingleItem().ShouldStartWith("王芳您好，换季");
        foreach (var one in new[] { member, ended }) LetterWords.TextsTo(one.Mobile).ShouldBeEmpty();
        (await shop.GetAsync("apparel/reminders?reminderKind=season")).GetProperty("items").GetArrayLength().ShouldBe(2);

        async Task<long> SentAsync() => (await shop.PostAsync("apparel/reminders", new { })).GetProperty("sent").GetInt64();
    }

    private static async Task<(string? State, string? Reason)> FateAsync(Clothes shop, string? member = null)
    {
        var reminder = (await shop.GetAsync("apparel/reminders")).GetProperty("items").EnumerateArray()
            .Single(r => member is null || r.GetProperty("memberNo").GetString() == member);
        var letter = reminder.GetProperty("letter");
        return (letter.GetProperty("state").GetString(), letter.TryGetProperty("reason", out var why) ? why.GetString() : null);
    }
}
