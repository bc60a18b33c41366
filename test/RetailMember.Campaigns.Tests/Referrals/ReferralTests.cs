using Microsoft.Extensions.DependencyInjection;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Referrals;
using RetailMember.Campaigns.Rules;
using RetailMember.Campaigns.Tests.Shop;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Membership.Members;
using static RetailMember.Campaigns.Tests.Shop.Given;

namespace RetailMember.Campaigns.Tests.Referrals;

public sealed class ReferralTestsOnSqlite(SqliteShop shop) : ReferralTests(shop), IClassFixture<SqliteShop>;

public sealed class ReferralTestsOnPostgres(PostgresShop shop) : ReferralTests(shop), IClassFixture<PostgresShop>;

/// <summary>One campaign at a time rewards referrals, so each test ends its own.</summary>
public abstract class ReferralTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-04")]
    public Task Both_sides_get_50_points_and_a_voucher_and_coming_again_with_the_same_mobile_gets_nothing() =>
        WithAsync(shop.BothFiftyAsync(), async () =>
        {
            var (a, mobile) = (await shop.MemberAsync(), NewMobile());
            var code = await shop.CodeAsync(a);
            code.Length.ShouldBe(8);
            (await shop.CodeAsync(a)).ShouldBe(code);

            var b = await shop.BringAsync(code, mobile);

            foreach (var side in (MemberSummary[])[a, b])
            {
                (await shop.PointsAsync(side)).ShouldBe(50);
                (await shop.VouchersAsync(side)).ShouldHaveSingleItem();
            }

            await shop.Do(new CloseMember.Input(b.MemberNo, "deleted"));
            var again = await shop.BringAsync(code, mobile);
            again.Id.ShouldBe(b.Id);
            (await shop.PointsAsync(a)).ShouldBe(50);
            (await shop.PointsAsync(b)).ShouldBe(50);
            (await shop.AwardsAsync(a)).Count.ShouldBe(1);
        });

    [Fact, Trait("Req", "CORE-04")]
    public Task A_ratio_of_the_friends_first_sale_comes_with_the_purchase_and_no_other() =>
        WithAsync(Task.FromResult(ReferralShop.FixedAndRatio()), async () =>
        {
            var a = await shop.MemberAsync();
            var b = await shop.BringAsync(await shop.CodeAsync(a));
            (await shop.PointsAsync(a)).ShouldBe(0);
            (await shop.ReferralAsync(b)).State.ShouldBe(ReferralState.Waiting);

            await shop.BuysAsync(b, 200m);
            await shop.BuysAsync(b, 500m);

            (await shop.PointsAsync(a)).ShouldBe(60);
            (await shop.PointsAsync(b)).ShouldBe(750);
            (await shop.ReferralAsync(b)).State.ShouldBe(ReferralState.Succeeded);
        });

    [Fact, Trait("Req", "CORE-04"), Trait("Req", "CORE-46")]
    public Task A_first_purchase_that_is_refunded_takes_the_ratio_back_with_its_money_wholly_both_sides_and_the_next_one_counts() =>
        WithAsync(Task.FromResult(ReferralShop.FixedAndRatio()), async () =>
        {
            var a = await shop.MemberAsync();
            var b = await shop.BringAsync(await shop.CodeAsync(a));
            var receipt = await shop.BuysAsync(b, 200m);
            var part = await shop.RefundsAsync(receipt, 100m);
            part.Lines().Select(l => (l.Kind, l.MemberNo, l.Points)).ShouldBe([("referral-award", a.MemberNo, 5L)]);
            (await shop.PointsAsync(a)).ShouldBe(55);

            var refund = await shop.RefundsAsync(receipt, 100m);

            refund.Lines().Select(l => (l.Kind, l.MemberNo, l.Points)).ShouldBe(
                [("referral-award", a.MemberNo, 55L), ("referral-award", b.MemberNo, 50L)]);
            ((await shop.PointsAsync(a)), (await shop.PointsAsync(b)), refund.PointsBalance).ShouldBe((0, 0, 0));
            (await shop.ReferralAsync(b)).State.ShouldBe(ReferralState.Waiting);
            await shop.BuysAsync(b, 400m);
            (await shop.PointsAsync(a)).ShouldBe(70);
        });

    [Fact, Trait("Req", "CORE-04")]
    public Task A_code_that_nobody_has_is_refused_and_the_enrolment_with_it() =>
        WithAsync(shop.BothFiftyAsync(), async () =>
        {
            var mobile = NewMobile();
            (await shop.RefusalOf(Enrol(mobile) with { ReferralCode = "NOBODY77" })).ShouldBe("membership.referral-code-unknown");
            (await shop.Do(Enrol(mobile))).ReturnedOn.ShouldBeNull();
        });

    [Fact, Trait("Req", "CORE-04")]
    public Task Oneself_on_the_same_device_gets_nothing_and_a_device_seen_before_waits_for_a_decision() =>
        WithAsync(shop.BothFiftyAsync(), async () =>
        {
            var a = await shop.MemberAsync();
            var code = await shop.CodeAsync(a, device: "phone of a");

            var self = await shop.BringAsync(code, device: "phone of a");
            var first = await shop.BringAsync(code, device: "shared phone");
            var second = await shop.BringAsync(code, device: "shared phone");
            var third = await shop.BringAsync(code, device: "shared phone");

            (await shop.StandsAsync(self)).ShouldBe((ReferralState.Refused, "same-device"));
            (await shop.ReferralAsync(first)).State.ShouldBe(ReferralState.Succeeded);
            (await shop.StandsAsync(second)).ShouldBe((ReferralState.Held, "device-seen"));
            (await shop.PointsAsync(a)).ShouldBe(50);

            await shop.Do(new DecideReferral.Input((await shop.ReferralAsync(second)).Referral, Accept: true));
            await shop.Do(new DecideReferral.Input((await shop.ReferralAsync(third)).Referral, Accept: false));

            (await shop.PointsAsync(a)).ShouldBe(100);
            (await shop.PointsAsync(second)).ShouldBe(50);
            (await shop.PointsAsync(third)).ShouldBe(0);
            (await shop.RefusalOf(new DecideReferral.Input((await shop.ReferralAsync(third)).Referral, true)))
                .ShouldBe("campaigns.referral-not-held");
        });

    [Fact, Trait("Req", "CORE-04")]
    public Task Any_phone_that_he_was_ever_on_is_his_however_often_he_asks_elsewhere() =>
        WithAsync(shop.BothFiftyAsync(), async () =>
        {
            var a = await shop.FileAsync((await shop.Do(Enrol(NewMobile()) with { Device = "joined on" })).MemberNo);
            var code = await shop.CodeAsync(a, device: "invited on");
            await shop.CodeAsync(a, device: "elsewhere");
            await shop.InTables(async tables =>
            {
                await tables.GetRequiredService<IReferralIntake>().NoteDeviceAsync(a.Id, "logged in on", default);
                return true;
            });

            foreach (var device in (string[])["joined on", "invited on", "elsewhere", "logged in on"])
                (await shop.StandsAsync(await shop.BringAsync(code, device: device))).ShouldBe((ReferralState.Refused, "same-device"));

            (await shop.PointsAsync(a)).ShouldBe(0);
        });

    [Fact, Trait("Req", "CORE-04")]
    public Task Households_count_as_one() => WithAsync(shop.BothFiftyAsync(), async () =>
    {
        var a = await shop.MemberAsync();
        var code = await shop.CodeAsync(a);
        var enrolled = await shop.Do(Enrol(NewMobile()) with { ReferralCode = code });
        var b = await shop.FileAsync(enrolled.MemberNo);
        shop.Households[a.Id] = [b.Id];
        await shop.DeliverAsync();

        (await shop.StandsAsync(b)).ShouldBe((ReferralState.Refused, "same-household"));
        (await shop.PointsAsync(a)).ShouldBe(0);
    });

    [Fact, Trait("Req", "CORE-04")]
    public Task A_circle_brings_nobody_anything() => WithAsync(shop.BothFiftyAsync(), async () =>
    {
        var a = await shop.MemberAsync();
        var b = await shop.BringAsync(await shop.CodeAsync(a));
        await shop.Do(new CloseMember.Input(a.MemberNo, "left"));
        await shop.Do(Enrol(await shop.MobileOfAsync(a)) with { ReferralCode = await shop.CodeAsync(b) });
        await shop.DeliverAsync();

        (await shop.ReferralAsync(a)).State.ShouldBe(ReferralState.Refused);
        (await shop.PointsAsync(b)).ShouldBe(50);
    });

    [Fact, Trait("Req", "CORE-04")]
    public Task A_referrer_has_so_many_a_month_and_no_more() => WithAsync(LimitedAsync(), async () =>
    {
        var a = await shop.MemberAsync();
        var code = await shop.CodeAsync(a);
        var friends = new List<MemberSummary>();
        for (var i = 0; i < 3; i++) friends.Add(await shop.BringAsync(code));

        (await shop.PointsAsync(a)).ShouldBe(100);
        (await shop.StandsAsync(friends[2])).ShouldBe((ReferralState.Refused, "month-limit"));
        (await shop.PointsAsync(friends[2])).ShouldBe(0);
    });

    [Fact, Trait("Req", "CORE-04"), Trait("Req", "CORE-05")]
    public Task A_referral_that_staff_took_back_counts_neither_for_the_month_nor_for_the_ranking() =>
        WithAsync(LimitedAsync(), async () =>
        {
            var a = await shop.MemberAsync();
            var code = await shop.CodeAsync(a);
            var made = await shop.BringAsync(code);
            await shop.BringAsync(code);
            await shop.Do(new RevokeAward.Input((await shop.AwardsAsync(a))[^1].Award, "fraud"));

            (await shop.StandsAsync(made)).ShouldBe((ReferralState.Refused, "declined"));
            (await shop.PointsAsync(made)).ShouldBe(50);
            var third = await shop.BringAsync(code);

            (await shop.StandsAsync(third)).ShouldBe((ReferralState.Succeeded, null));
            (await shop.Do(new ReadLeaderboard.Input(Places: 100))).Ranking.Single(r => r.MemberNo == a.MemberNo)
                .ReferralCount.ShouldBe(2);
            (await shop.InTables(tables => tables.GetServices<IBookCheck>().Single(c => c.Module == "Campaigns").FindAsync(default)))
                .ShouldBeEmpty();
        });

    [Fact, Trait("Req", "CORE-04")]
    public Task Both_sides_or_neither_where_the_budget_has_room_for_one() => WithAsync(SmallAsync(), async () =>
    {
        var a = await shop.MemberAsync();
        var code = await shop.CodeAsync(a);
        await shop.BringAsync(code);
        var late = await shop.BringAsync(code);

        (await shop.PointsAsync(a)).ShouldBe(50);
        (await shop.PointsAsync(late)).ShouldBe(0);
    });

    [Fact, Trait("Req", "CORE-04")]
    public Task Twenty_tellings_of_one_enrolment_reward_once() => WithAsync(shop.BothFiftyAsync(), async () =>
    {
        var a = await shop.MemberAsync();
        await shop.Do(Enrol(NewMobile()) with { ReferralCode = await shop.CodeAsync(a) });
        var told = shop.Outbox.Take().OfType<MemberEnrolled>().ToList();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TellAsync(told)));

        (await shop.PointsAsync(a)).ShouldBe(50);
    });

    private async Task<CampaignTerms> LimitedAsync() => await shop.BothFiftyAsync() with { MostPerMonth = 2 };

    private async Task<CampaignTerms> SmallAsync() => await shop.BothFiftyAsync() with { BudgetPoints = 150 };

    private async Task WithAsync(Task<CampaignTerms> terms, Func<Task> test) => await shop.WithAsync(await terms, _ => test());
}
