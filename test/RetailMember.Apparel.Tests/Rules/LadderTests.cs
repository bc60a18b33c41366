using RetailMember.Apparel.Rules;
using RetailMember.Values;

namespace RetailMember.Apparel.Tests.Rules;

/// <summary>The worked examples of the ladder, free of any framework.</summary>
public sealed class LadderTests
{
    private static readonly LadderTerms Each = new();
    private static readonly LadderTerms Top = new() { Policy = RungPolicy.TopRungOnly };

    [Theory, Trait("Req", "AP-02")]
    [InlineData(999, 0)]
    [InlineData(1_000, 50)]
    [InlineData(1_999, 50)]
    [InlineData(2_050, 200)]
    [InlineData(3_000, 350)]
    [InlineData(3_200, 350)]
    public void Each_rung_pays_as_it_is_crossed(long points, int yuan) => Worth(Each, points).ShouldBe(yuan);

    [Theory, Trait("Req", "AP-02")]
    [InlineData(999, 0)]
    [InlineData(1_000, 50)]
    [InlineData(3_200, 150)]
    public void The_top_rung_only_pays_once(long points, int yuan) => Worth(Top, points).ShouldBe(yuan);

    [Theory, Trait("Req", "AP-02")]
    [InlineData("Rising", 50, 200, 350)]
    [InlineData("AsPrinted", 150, 200, 350)]
    [InlineData("Linear", 50, 150, 300)]
    public void The_three_readings_of_the_printed_values_can_be_chosen(string variant, int first, int second, int third)
    {
        var ladder = new LadderTerms { Rungs = LadderVariants.Named(Enum.Parse<LadderVariant>(variant)) };

        (Worth(ladder, 1_000), Worth(ladder, 2_000), Worth(ladder, 3_000)).ShouldBe((first, second, third));
    }

    [Theory, Trait("Req", "AP-04")]
    [InlineData("2026-03-01", 7, "2026-04-07")]
    [InlineData("2026-12-01", 7, "2027-01-07")]
    [InlineData("2026-01-01", 31, "2026-02-28")]
    public void A_month_s_rungs_are_claimed_until_a_day_of_the_next_one(string month, int day, string until) =>
        (Each with { ClaimDay = day }).ClaimUntil(Day(month)).ShouldBe(Day(until));

    [Fact, Trait("Req", "AP-12")]
    public void On_the_25th_1850_points_miss_150_for_the_next_150_yuan()
    {
        var reminder = new ReminderTerms();

        reminder.IsDue(Day("2026-03-25")).ShouldBeTrue();
        reminder.IsDue(Day("2026-03-24")).ShouldBeFalse();
        var gap = reminder.For(Each, 1_850).ShouldNotBeNull();
        (gap.Missing, gap.Next.Worth).ShouldBe((150, Money.FromYuan(150)));
    }

    [Theory, Trait("Req", "AP-12")]
    [InlineData(0)]
    [InlineData(1_499)]
    [InlineData(3_000)]
    public void Who_has_nothing_is_far_off_or_at_the_top_is_left_in_peace(long points) =>
        new ReminderTerms().For(Each, points).ShouldBeNull();

    [Fact, Trait("Req", "AP-12")]
    public void A_reminder_on_the_31st_comes_on_the_last_day() =>
        new ReminderTerms { Days = [31] }.IsDue(Day("2026-02-28")).ShouldBeTrue();

    [Fact, Trait("Req", "AP-09")]
    public void A_call_for_a_sale_of_the_3rd_of_May_is_due_by_the_10th_and_for_yellow_and_above_alone()
    {
        var call = ApparelTerms.Usual.Services.Single(s => s.Code == "call");

        call.DueOn(Day("2026-05-03")).ShouldBe(Day("2026-05-10"));
        new[] { "member", "red", "yellow", "blue", "purple" }.Where(call.IsFor).ShouldBe(["yellow", "blue", "purple"]);
    }

    [Theory, Trait("Req", "AP-09")]
    [InlineData("2026-03-01", "2026-03-01")]
    [InlineData("2026-03-08", "2026-03-01")]
    [InlineData("2026-03-09", null)]
    [InlineData("2027-01-05", null)]
    [InlineData("2026-12-02", "2026-12-01")]
    public void A_new_season_is_told_within_a_week_to_who_is_red_or_above(string day, string? season)
    {
        var told = ApparelTerms.Usual.SeasonOn(Day(day));

        told?.First.ShouldBe(Day(season!));
        (told is null).ShouldBe(season is null);
        if (told is not null) told.Tiers.ShouldBe(["red", "yellow", "blue", "purple"]);
        (ApparelTerms.Usual with { Reminder = new ReminderTerms { SeasonMonths = [] } }).SeasonOn(Day(day)).ShouldBeNull();
    }

    [Fact, Trait("Req", "AP-09")]
    public void The_services_of_red_are_alteration_washing_advice_garment_care_and_the_message_of_a_new_season() =>
        ApparelTerms.Usual.Services.Where(s => s.Tiers is ["red", ..]).Select(s => s.Code)
            .ShouldBe(["alteration", "washing-advice", "garment-care", "season-change"]);

    [Fact, Trait("Req", "AP-15")]
    public void Calls_and_what_ends_a_silence_are_contacts() =>
        ApparelTerms.Usual.Services.Where(s => s.IsBeingInTouch).Select(s => s.Code).ShouldBe(["call", "welcome-call", "contact"]);

    [Theory, Trait("Req", "AP-15")]
    [InlineData("red", "", "heavyweight")]
    [InlineData("yellow", "", "energy")]
    [InlineData("purple", "", "super-energy")]
    [InlineData("member", "", "member")]
    [InlineData("gone", "", "threshold")]
    [InlineData("member", "big-spender", "energy")]
    public void The_first_class_that_fits_is_his(string tier, string tag, string expected)
    {
        var terms = ApparelTerms.Usual with
        {
            Classes =
            [
                new EnergyClass { Code = "energy", Name = new("能量级", "Energy"), Tags = ["big-spender"] },
                .. ApparelTerms.Usual.Classes,
            ],
        };

        terms.ClassOf(tier, [tag])!.Code.ShouldBe(expected);
    }

    [Fact]
    public void The_delivered_rules_prove_themselves_and_others_do_not()
    {
        ApparelTerms.Usual.RunExamples().ShouldAllBe(e => e.Passed);
        var other = ApparelTerms.Usual with { Ladder = new LadderTerms { Rungs = LadderVariants.AsPrinted } };
        other.RunExamples().Where(e => !e.Passed).ShouldHaveSingleItem().Title.ShouldBe("1000");
    }

    [Fact]
    public void Rungs_rise_and_have_a_voucher_that_is_worth_something()
    {
        var rules = new ApparelTermsRules();
        rules.Validate(ApparelTerms.Usual).IsValid.ShouldBeTrue();
        foreach (IReadOnlyList<LadderRung> wrong in (LadderRung[][])
                 [[], [.. LadderVariants.Rising.Reverse()], [LadderVariants.Rising[0] with { Worth = Money.Zero }],
                 [LadderVariants.Rising[0] with { Voucher = "" }]])
            rules.Validate(ApparelTerms.Usual with { Ladder = new LadderTerms { Rungs = wrong } })
                .IsValid.ShouldBeFalse();
    }

    private static int Worth(LadderTerms ladder, long points) => (int)ladder.BroughtBy(points).Sum(r => r.Worth.Yuan);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);
}
