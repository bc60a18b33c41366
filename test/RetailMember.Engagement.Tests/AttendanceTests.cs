using RetailMember.Engagement.Data;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Engagement.SignUps;
using RetailMember.People;
using RetailMember.Testing;
using RetailMember.UseCases;
using static RetailMember.Engagement.Tests.Club;

namespace RetailMember.Engagement.Tests;

public sealed class AttendanceTestsOnSqlite(SqliteHost fixture) : AttendanceTests(fixture), IClassFixture<SqliteHost>;

public sealed class AttendanceTestsOnPostgres(PostgresHost fixture) : AttendanceTests(fixture), IClassFixture<PostgresHost>;

/// <summary>Who came, and the points for it.</summary>
[Trait("Req", "CORE-39"), Trait("Req", "CORE-11")]
public abstract class AttendanceTests(HostFixture fixture)
{
    [Fact]
    public async Task Twenty_scans_of_one_member_give_his_points_once()
    {
        var club = await OpenAsync(fixture);
        var (happening, member) = (await club.EventAsync(5, points: 30), await club.MemberAsync());
        await club.RunAsync(Join(happening, member));

        var seen = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => club.RunAsync(Seen(happening, member))));

        seen.Count(s => !s.Already).ShouldBe(1);
        seen.Select(s => s.Points).Distinct().ShouldBe([30]);
        (await club.PointsAsync(member)).ShouldBe(30);
        (await club.RunAsync(new ReadEvent.Input(happening))).Attended.ShouldBe(1);
        (await club.SoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_withdrawn_attendance_takes_its_points_back_and_may_be_recorded_again()
    {
        var club = await OpenAsync(fixture);
        var (happening, member) = (await club.EventAsync(5, points: 30), await club.MemberAsync());
        await club.RunAsync(Join(happening, member));
        await club.RunAsync(Seen(happening, member));

        var withdrawal = new WithdrawAttendance.Input { Event = happening, Member = member, Reason = "wrong card" };
        (await club.RunAsync(withdrawal)).Points.ShouldBe(0);
        (await club.PointsAsync(member)).ShouldBe(0);
        (await club.RefusalAsync(withdrawal)).ShouldBe("engagement.not-attended");
        (await club.RunAsync(Seen(happening, member))).Points.ShouldBe(30);

        (await club.PointsAsync(member)).ShouldBe(30);
        (await club.SoundAsync()).ShouldBeTrue();
    }

    [Fact, Trait("Req", "CORE-18")]
    public async Task Who_came_has_taken_part_also_where_there_are_no_points_until_it_is_withdrawn()
    {
        var club = await OpenAsync(fixture);
        var (happening, member) = (await club.EventAsync(5), await club.MemberAsync());
        await club.RunAsync(Join(happening, member));
        await club.RunAsync(Seen(happening, member));

        (await TakesPartAsync("lecture")).ShouldBe(2);
        await club.RunAsync(new WithdrawAttendance.Input { Event = happening, Member = member, Reason = "wrong card" });

        (await TakesPartAsync("poster")).ShouldBe(2);
        (await club.SoundAsync()).ShouldBeTrue();

        async Task<long> TakesPartAsync(string activity) =>
            (await club.PostAsync($"membership/members/{member}/participations", new { key = Key(), activity }))
            .GetProperty("count").GetInt64();
    }

    [Fact]
    public async Task Nobody_waits_any_more_for_an_event_that_took_place()
    {
        var club = await OpenAsync(fixture);
        var happening = await club.EventAsync(1, with: t => t with { StartsAt = t.StartsAt.Date, SignUpTo = t.EndsAt });
        var members = await club.MembersAsync(2);
        foreach (var member in members) await club.RunAsync(Join(happening, member));

        (await club.RunAsync(new HoldEvent.Input(happening))).Waiting.ShouldBe(0);

        var signUps = (await club.RunAsync(new FindSignUps.Input { Event = happening })).Items;
        signUps.Single(s => s.MemberNo == members[1]).State.ShouldBe(SignUpState.Cancelled);
        (await club.SoundAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, "field.too-long-ago")]
    [InlineData(9999, "engagement.too-far-ahead")]
    public async Task An_event_of_an_impossible_year_is_refused(int year, string refusal)
    {
        var club = await OpenAsync(fixture);
        var day = new DateTime(year, 6, 1, 10, 0, 0, DateTimeKind.Utc);

        (await club.RefusalAsync(new EditEvent.Input("impossible", club.Terms(5) with { StartsAt = day, EndsAt = day.AddHours(2) })))
            .ShouldBe(refusal);
    }

    [Fact]
    public async Task Whoever_is_not_signed_up_is_let_in_where_staff_say_so_and_a_seat_is_free()
    {
        var club = await OpenAsync(fixture);
        var happening = await club.EventAsync(2, points: 5);
        var members = await club.MembersAsync(4);
        foreach (var member in members[..3]) await club.RunAsync(Join(happening, member));

        (await club.RefusalAsync(Seen(happening, members[3]))).ShouldBe("engagement.not-signed-up");
        (await club.RefusalAsync(Seen(happening, members[3], walkIn: true))).ShouldBe("engagement.event-full");
        (await club.RefusalAsync(Seen(happening, members[2]))).ShouldBe("engagement.still-waiting");
        await club.RunAsync(new EditEvent.Input(happening, club.Terms(4, points: 5)));
        (await club.RunAsync(Seen(happening, members[3], walkIn: true))).State.ShouldBe(SignUpState.Attended);

        (await club.PointsAsync(members[3])).ShouldBe(5);
        (await club.SoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task It_is_recorded_on_its_day_and_at_its_store()
    {
        var club = await OpenAsync(fixture);
        var tomorrow = await club.EventAsync(
            5, with: t => t with { StartsAt = t.StartsAt.AddDays(1), EndsAt = t.EndsAt.AddDays(1) });
        var (today, member) = (await club.EventAsync(5), await club.MemberAsync());
        foreach (var happening in (string[])[today, tomorrow]) await club.RunAsync(Join(happening, member));

        (await club.RefusalAsync(Seen(tomorrow, member))).ShouldBe("engagement.event-not-begun");
        (await club.RefusalAsync(new HoldEvent.Input(tomorrow))).ShouldBe("engagement.event-not-begun");
        (await club.RefusalAsync(Seen(today, member) with { StoreCode = "s2" })).ShouldBe("engagement.event-elsewhere");
        await club.RunAsync(Seen(today, member));
        (await club.RefusalAsync(new CancelEvent.Input(today, "too late"))).ShouldBe("engagement.event-attended");
        (await club.RefusalAsync(new CancelSignUp.Input { Event = today, Member = member })).ShouldBe("engagement.sign-up-not-open");
    }

    [Fact]
    public async Task A_held_event_shows_who_did_not_come()
    {
        var club = await OpenAsync(fixture);
        var happening = await club.EventAsync(5, with: t => t with
        {
            StartsAt = t.StartsAt.Date, SignUpTo = t.EndsAt,
        });
        var (came, missed) = (await club.MemberAsync(), await club.MemberAsync());
        foreach (var member in (string[])[came, missed]) await club.RunAsync(Join(happening, member));
        await club.RunAsync(Seen(happening, came));

        await club.RunAsync(new HoldEvent.Input(happening));

        (await club.RunAsync(new FindSignUps.Input { Event = happening, State = SignUpState.SignedUp })).Items
            .Select(s => s.MemberNo).ShouldBe([missed]);
        (await club.RefusalAsync(Join(happening, await club.MemberAsync()))).ShouldBe("engagement.sign-up-over");
        (await club.RefusalAsync(new CancelSignUp.Input { Event = happening, Member = missed })).ShouldBe("engagement.sign-up-not-open");
    }

    [Fact, Trait("Req", "CORE-49")]
    public async Task A_merged_members_sign_ups_and_their_points_go_along_and_back()
    {
        var club = await OpenAsync(fixture);
        var happening = await club.EventAsync(5, points: 30);
        var both = await club.EventAsync(5);
        var (survivor, duplicate) = (await club.MemberAsync(), await club.MemberAsync());
        await club.RunAsync(Join(happening, duplicate));
        await club.RunAsync(Seen(happening, duplicate));
        foreach (var member in (string[])[survivor, duplicate]) await club.RunAsync(Join(both, member));

        var merge = (await club.PostAsync(
            "membership/merges", new { key = Key(), survivor, duplicate, reason = "same person" })).GetProperty("merge").GetString();
        (await NumbersAsync(club, happening)).ShouldBe([survivor]);
        (await NumbersAsync(club, both)).ShouldBe([survivor, duplicate]);
        await club.RunAsync(new WithdrawAttendance.Input { Event = happening, Member = survivor, Reason = "mistake" });
        (await club.PointsAsync(survivor)).ShouldBe(0);
        await club.PostAsync($"membership/merges/{merge}/reversal", new { reason = "two after all" });

        (await NumbersAsync(club, happening)).ShouldBe([duplicate]);
        (await club.SoundAsync()).ShouldBeTrue();
    }

    [Fact, Trait("Req", "OPS-18")]
    public async Task Rights_reach_no_further_than_they_should()
    {
        var club = await OpenAsync(fixture);
        var (happening, member) = (await club.EventAsync(5), await club.MemberAsync());
        await club.RunAsync(Join(happening, member));
        var stranger = await OpenAsync(fixture);

        (await stranger.RefusalAsync(Seen(happening, await stranger.MemberAsync()))).ShouldBe("engagement.event-not-found");
        (await club.TryAsAsync(member, Seen(happening, member))).Refusal!.Code.ShouldBe("staff.only");
        (await fixture.Host.Entry.TryAsync(
            new FindSignUps.Input { Event = happening }, new CallContext(Caller.Anonymous, Channel.Api) { Brand = club.Brand }))
            .Refusal!.Code.ShouldBe("sign-in.needed");
    }

    private static async Task<string[]> NumbersAsync(Club club, string happening) =>
        [.. (await club.RunAsync(new FindSignUps.Input { Event = happening })).Items.Select(s => s.MemberNo)];
}
