using System.Globalization;
using Quartz;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Days;
using RetailMember.Marketing.Journeys.Deciding;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Membership;
using RetailMember.Membership.Members.Merging;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Values;

namespace RetailMember.Marketing.Tests.Journeys;

public sealed class DateJourneyTestsOnSqlite(SqliteJourneyShop shop) : DateJourneyTests(shop), IClassFixture<SqliteJourneyShop>;

public sealed class DateJourneyTestsOnPostgres(PostgresJourneyShop shop) : DateJourneyTests(shop), IClassFixture<PostgresJourneyShop>;

/// <summary>Journeys whose occasions are days.</summary>
public abstract partial class DateJourneyTests(JourneyShop shop)
{
    private async Task<JourneyTerms> BirthdayAsync() =>
        Given.Terms(JourneyTrigger.Birthday, await shop.TemplateAsync(TemplateKind.Marketing, "birthday", "voucherAmount")) with
        {
            Days = 3, Voucher = await shop.VoucherAsync(10m),
        };

    [Fact, Trait("Req", "SMS-06")]
    public async Task A_birthday_on_10_May_is_written_to_on_7_May_once_a_year_and_not_to_who_enrolled_on_8_May()
    {
        shop.Clock.Set("2025-05-01");
        var member = await shop.MemberAsync("1990-05-10");
        var journey = await shop.JourneyAsync(await BirthdayAsync(), "2025-05-02");

        await shop.WalkAsync("2025-05-06");
        (await shop.DecisionsAsync(journey)).ShouldBeEmpty();
        await shop.WalkAsync("2025-05-07");
        await shop.WalkAsync("2025-05-07");
        shop.Clock.Set("2025-05-08");
        var late = await shop.MemberAsync("1991-05-10");
        await shop.WalkAsync("2025-05-12");

        (await shop.DecisionsAsync(journey, member)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.Queued);
        (await shop.SaidAsync(journey, member)).ShouldHaveSingleItem().ShouldBe(
            new Dictionary<string, string> { ["birthday"] = "2025-05-10", ["voucherAmount"] = "10" }, ignoreOrder: true);
        (await shop.VouchersAsync(member)).Count.ShouldBe(1);
        (await shop.SaidAsync(journey, late)).ShouldBeEmpty();

        await shop.WalkAsync("2026-05-07");
        (await shop.SaidAsync(journey, member)).Count.ShouldBe(2);
        (await shop.SaidAsync(journey, late)).Count.ShouldBe(1);
        (await shop.DecisionsAsync(journey, member)).ShouldAllBe(d => d.HasVoucher);
    }

    [Fact, Trait("Req", "SMS-06")]
    public async Task A_day_on_which_nobody_walked_is_made_up_for_while_the_birthday_is_to_come_and_says_who_joined_later()
    {
        shop.Clock.Set("2025-09-01");
        var member = await shop.MemberAsync("1990-09-10");
        var gone = await shop.MemberAsync("1990-09-05");
        var journey = await shop.JourneyAsync(await BirthdayAsync(), "2025-09-01");
        shop.Clock.Set("2025-09-08");
        var late = await shop.MemberAsync("1991-09-10");

        await shop.WalkAsync("2025-09-09");

        (await shop.DecisionsAsync(journey, member)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.Queued);
        (await shop.DecisionsAsync(journey, late)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.JoinedLater);
        (await shop.DecisionsAsync(journey, gone)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.TooLate);
        (await shop.VouchersAsync(late)).ShouldBeEmpty();
        (await shop.VouchersAsync(gone)).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SMS-07")]
    public async Task Two_months_without_a_purchase_bring_20_yuan_and_six_bring_30_and_a_purchase_starts_the_clock_anew()
    {
        shop.Clock.Set("2025-01-10");
        var (sleeper, buyer) = (await shop.MemberAsync(), await shop.MemberAsync());
        var template = await shop.TemplateAsync(TemplateKind.Marketing, "lastPurchase", "voucherAmount");
        var lapse = Given.Terms(JourneyTrigger.Lapse, template);
        var risk = await shop.JourneyAsync(lapse with { Months = 2, Voucher = await shop.VoucherAsync(20m) }, "2025-01-10");
        var asleep = await shop.JourneyAsync(lapse with { Months = 6, Voucher = await shop.VoucherAsync(30m) }, "2025-01-10");
        foreach (var member in (MemberSummary[])[sleeper, buyer])
        {
            shop.Clock.Set("2025-01-15", "13:00:00");
            await shop.BuysAsync(member, 100m, "2025-01-15");
        }

        await shop.WalkAsync("2025-03-14");
        (await shop.DecisionsAsync(risk, sleeper)).ShouldBeEmpty();
        await shop.WalkAsync("2025-03-15");
        (await shop.SaidAsync(risk, sleeper)).ShouldHaveSingleItem()["voucherAmount"].ShouldBe("20");
        (await shop.VouchersAsync(sleeper)).ShouldHaveSingleItem();
        (await shop.SaidAsync(risk, buyer)).ShouldHaveSingleItem()["lastPurchase"].ShouldBe("2025-01-15");
        shop.Clock.Set("2025-04-01", "13:00:00");
        await shop.BuysAsync(buyer, 50m, "2025-04-01");
        await shop.WalkAsync("2025-06-01");
        await shop.WalkAsync("2025-07-14");
        (await shop.DecisionsAsync(asleep, sleeper)).ShouldBeEmpty();
        await shop.WalkAsync("2025-07-15");
        await shop.WalkAsync("2025-07-15");

        (await shop.SaidAsync(asleep, sleeper)).ShouldHaveSingleItem()["voucherAmount"].ShouldBe("30");
        (await shop.SaidAsync(asleep, buyer)).ShouldBeEmpty();
        (await shop.VouchersAsync(sleeper)).ShouldHaveSingleItem();
        (await shop.DecisionsAsync(risk, sleeper)).ShouldHaveSingleItem();
        (await shop.DecisionsAsync(risk, buyer)).Select(d => (d.BusinessDate, d.Occasion)).ShouldBe(
            [(Given.Day("2025-03-15"), "lapse:2025-01-15"), (Given.Day("2025-06-01"), "lapse:2025-04-01")], ignoreOrder: true);
        await shop.WalkAsync("2025-10-01");
        (await shop.SaidAsync(asleep, buyer)).ShouldHaveSingleItem()["lastPurchase"].ShouldBe("2025-04-01");
    }

    [Fact, Trait("Req", "SMS-07")]
    public async Task Who_bought_on_the_last_days_of_December_lapses_on_the_last_day_of_February()
    {
        shop.Clock.Set("2024-12-01");
        var (early, latest) = (await shop.MemberAsync(), await shop.MemberAsync());
        shop.Clock.Set("2024-12-31", "13:00:00");
        await shop.BuysAsync(early, 10m, "2024-12-28");
        await shop.BuysAsync(latest, 10m, "2024-12-31");
        var template = await shop.TemplateAsync(TemplateKind.Marketing, "months");
        var journey = await shop.JourneyAsync(Given.Terms(JourneyTrigger.Lapse, template) with { Months = 2 });

        await shop.WalkAsync("2025-02-27");
        (await shop.DecisionsAsync(journey, latest)).ShouldBeEmpty();
        await shop.WalkAsync("2025-03-05");

        (await shop.DecisionsAsync(journey, early)).ShouldHaveSingleItem().BusinessDate.ShouldBe(Given.Day("2025-02-28"));
        (await shop.DecisionsAsync(journey, latest)).ShouldHaveSingleItem().BusinessDate.ShouldBe(Given.Day("2025-02-28"));
    }

    [Fact, Trait("Req", "SMS-01")]
    public async Task A_season_is_greeted_every_year_in_bounded_steps_that_go_on_where_they_stopped()
    {
        shop.Clock.Set("2025-03-18");
        MemberSummary[] members = [await shop.MemberAsync(), await shop.MemberAsync(), await shop.MemberAsync()];
        shop.Unwilling[members[2].Id] = true;
        var journey = await shop.JourneyAsync(
            Given.Terms(JourneyTrigger.Calendar, await shop.TemplateAsync()) with
            {
                Dates = [Given.Day("2025-03-20"), Given.Day("2025-06-21")], EveryYear = true,
            });
        await shop.EndAllAsync(but: journey);
        await shop.WalkAsync("2025-03-19");
        shop.Clock.Set("2025-03-20", "07:30:00");

        for (var i = 0; i < 2; i++) (await shop.Do(new WalkSomeOfJourney.Input(journey, Given.Day("2025-03-20"), 1))).Done.ShouldBeFalse();
        await shop.WalkAsync("2025-03-20");
        await shop.WalkAsync("2026-03-20");

        foreach (var member in members[..2]) (await shop.SaidAsync(journey, member)).Count.ShouldBe(2);
        (await shop.DecisionsAsync(journey, members[2]))
            .ShouldAllBe(d => d.Verdict == JourneyOutcome.NoConsent || d.Verdict == JourneyOutcome.TooLate);
        (await shop.DecisionsAsync(journey, members[0])).Select(d => (d.Occasion, d.Verdict)).ShouldBe(
            [
                ("date:2025-03-20", JourneyOutcome.Queued), ("date:2025-06-21", JourneyOutcome.TooLate),
                ("date:2026-03-20", JourneyOutcome.Queued),
            ],
            ignoreOrder: true);
    }

    [Fact, Trait("Req", "SMS-01")]
    public async Task A_journey_that_is_begun_on_its_own_day_after_the_morning_reaches_members_that_day()
    {
        shop.Clock.Set("2025-04-20");
        var member = await shop.MemberAsync();
        await shop.WalkAsync("2025-04-20");
        shop.Clock.Set("2025-04-20", "10:05:00");
        var journey = await shop.JourneyAsync(
            Given.Terms(JourneyTrigger.Calendar, await shop.TemplateAsync()) with { Dates = [Given.Day("2025-04-20")] });
        await shop.EndAllAsync(but: journey);

        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var next = TimeZoneInfo.ConvertTime(
            new CronExpression(WalkJourneys.Schedule, zone).GetNextValidTimeAfter(shop.Clock.GetUtcNow())!.Value, zone);
        shop.Clock.Set(next.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), next.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        await shop.Do(new WalkJourneys.Input());

        (await shop.DecisionsAsync(journey, member)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.Queued);
        (await shop.SaidAsync(journey, member)).ShouldHaveSingleItem();
    }

    [Fact, Trait("Req", "SMS-01")]
    public async Task Of_a_journey_that_is_begun_for_a_day_that_is_over_it_is_said_that_it_was_too_late()
    {
        shop.Clock.Set("2025-04-24");
        var member = await shop.MemberAsync();
        var terms = Given.Terms(JourneyTrigger.Calendar, await shop.TemplateAsync()) with { Dates = [Given.Day("2025-04-25")] };
        shop.Clock.Set("2025-04-26", "09:00:00");
        var journey = await shop.JourneyAsync(terms, "2025-04-25");
        await shop.EndAllAsync(but: journey);

        await shop.Do(new WalkJourneys.Input());

        (await shop.DecisionsAsync(journey, member)).ShouldHaveSingleItem().Verdict.ShouldBe(JourneyOutcome.TooLate);
    }

    [Fact, Trait("Req", "SMS-08")]
    public async Task On_the_25th_a_member_hears_what_he_lacks_to_the_next_rung_of_the_month()
    {
        shop.Clock.Set("2025-11-02");
        var (near, above, idle) = (await shop.MemberAsync(), await shop.MemberAsync(), await shop.MemberAsync());
        foreach (var (yuan, name) in ((decimal, string)[])[(1_000m, "100元券"), (2_000m, "150元券")])
        {
            var rule = "g" + Given.Key();
            await shop.Do(new EditGiftRule.Input(rule, new GiftTerms
            {
                Name = new LocalName(name, name), Reason = GiftReason.MonthSpend, Spend = Money.FromYuan(yuan),
                Vouchers = [await shop.VoucherAsync(100m)], From = Given.Day("2025-11-01"), To = Given.Day("2025-11-30"),
            }));
            await shop.Do(new ActivateGiftRule.Input(rule));
        }

        shop.Clock.Set("2025-11-20", "13:00:00");
        await shop.BuysAsync(near, 1_850m, "2025-11-20");
        await shop.BuysAsync(above, 2_000m, "2025-11-20");
        var template = await shop.TemplateAsync(TemplateKind.Marketing, "reached", "missing", "goal");
        var journey = await shop.JourneyAsync(Given.Terms(JourneyTrigger.Goal, template) with { DayOfMonth = 25 });

        await shop.WalkAsync("2025-11-24");
        (await shop.DecisionsAsync(journey)).ShouldBeEmpty();
        await shop.WalkAsync("2025-11-25");

        (await shop.SaidAsync(journey, near)).ShouldHaveSingleItem().ShouldBe(
            new Dictionary<string, string> { ["reached"] = "1850", ["missing"] = "150", ["goal"] = "150元券" }, ignoreOrder: true);
        (await shop.DecisionsAsync(journey, above)).ShouldBeEmpty();
        (await shop.SaidAsync(journey, idle)).ShouldHaveSingleItem()["missing"].ShouldBe("1000");
    }

    [Fact, Trait("Req", "SMS-08")]
    public async Task Points_that_lapse_soon_are_told_with_their_last_day()
    {
        shop.Clock.Set("2025-06-01");
        var (member, other) = (await shop.MemberAsync(), await shop.MemberAsync());
        await shop.GrantAsync(member, 120, "2025-06-30");
        await shop.GrantAsync(member, 80, "2025-06-30");
        await shop.GrantAsync(member, 500, "2025-07-31");
        await shop.GrantAsync(other, 70, "2025-07-01");
        var template = await shop.TemplateAsync(TemplateKind.Notice, "points", "expiring", "lastDay");
        var journey = await shop.JourneyAsync(Given.Terms(JourneyTrigger.PointsExpiry, template) with { Days = 15 });

        await shop.WalkAsync("2025-06-15");

        (await shop.SaidAsync(journey, member)).ShouldHaveSingleItem().ShouldBe(
            new Dictionary<string, string> { ["points"] = "700", ["expiring"] = "200", ["lastDay"] = "2025-06-30" }, ignoreOrder: true);
        (await shop.DecisionsAsync(journey, other)).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "SMS-15")]
    public async Task Who_was_written_to_under_a_number_that_was_merged_with_his_is_not_written_to_again()
    {
        shop.Clock.Set("2025-08-01");
        var duplicate = await shop.MemberAsync("1985-08-20");
        var journey = await shop.JourneyAsync(await BirthdayAsync());
        await shop.WalkAsync("2025-08-17");
        shop.Clock.Set("2025-08-01");
        var survivor = await shop.MemberAsync("1985-08-20");
        shop.Clock.Set("2025-08-17", "09:00:00");
        await shop.Do(new MergeMembers.Input
        {
            Key = Given.Key(), Survivor = survivor.MemberNo, Duplicate = duplicate.MemberNo, Reason = "test",
        });

        var occasion = new JourneyCause(
            duplicate.Id, "birthday:2025", Given.Day("2025-08-20"), Given.Day("2025-08-20"));
        await shop.TellAsync(JourneyTrigger.Birthday, occasion, occasion with { Member = survivor.Id });

        (await shop.DecisionsAsync(journey, survivor)).ShouldHaveSingleItem().MemberNo.ShouldBe(duplicate.MemberNo);
        (await shop.SaidAsync(journey, survivor)).ShouldBeEmpty();
    }
}
