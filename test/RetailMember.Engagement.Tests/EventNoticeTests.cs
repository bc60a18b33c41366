using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Engagement.Data;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Engagement.SignUps;
using RetailMember.Messages;
using RetailMember.Testing;
using static RetailMember.Engagement.Tests.Club;

namespace RetailMember.Engagement.Tests;

public sealed class EventNoticeTestsOnSqlite(EventNoticeTestsOnSqlite.Phones phones)
    : EventNoticeTests(phones), IClassFixture<EventNoticeTestsOnSqlite.Phones>
{
    public sealed class Phones() : PhoneHost(DatabaseKind.Sqlite, new SentMessages());
}

public sealed class EventNoticeTestsOnPostgres(EventNoticeTestsOnPostgres.Phones phones)
    : EventNoticeTests(phones), IClassFixture<EventNoticeTestsOnPostgres.Phones>
{
    public sealed class Phones() : PhoneHost(DatabaseKind.Postgres, new SentMessages());
}

/// <summary>A host whose messages tests read.</summary>
public abstract class PhoneHost(DatabaseKind database, SentMessages sent) : HostFixture(
    new TestHostOptions { Database = database, Replace = s => s.AddSingleton<IMessageSender>(sent) })
{
    public SentMessages Sent => sent;
}

/// <summary>What members are told of events that they signed up for.</summary>
[Trait("Req", "CORE-22")]
public abstract class EventNoticeTests(PhoneHost phones)
{
    [Fact]
    public async Task Who_leaves_the_brand_leaves_his_seat_and_whoever_moves_up_is_told()
    {
        var club = await OpenAsync(phones);
        var happening = await club.EventAsync(1, with: t => t with { StartsAt = t.StartsAt.AddDays(2), EndsAt = t.EndsAt.AddDays(2) });
        var members = await club.MembersAsync(2);
        foreach (var member in members) await club.RunAsync(Join(happening, member));

        await club.PostAsync($"membership/members/{members[0]}/closure", new { reason = "moved away" });

        (await ToldAsync(club, "engagement.seat-given")).Values.ShouldContain(("event", (object?)"品鉴会"));
        var signUps = (await club.RunAsync(new FindSignUps.Input { Event = happening })).Items;
        signUps.Select(s => (s.MemberNo, s.State)).ShouldBe(
            [(members[0], SignUpState.Cancelled), (members[1], SignUpState.SignedUp)], ignoreOrder: true);
        (await club.RunAsync(new ReadEvent.Input(happening))).Taken.ShouldBe(1);
        (await club.SoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task One_person_who_was_two_has_one_seat_and_the_other_goes_to_who_waits()
    {
        var club = await OpenAsync(phones);
        var happening = await club.EventAsync(2, with: t => t with { StartsAt = t.StartsAt.AddDays(2), EndsAt = t.EndsAt.AddDays(2) });
        var members = await club.MembersAsync(3);
        foreach (var member in members) await club.RunAsync(Join(happening, member));

        await club.PostAsync(
            "membership/merges", new { key = Key(), survivor = members[0], duplicate = members[1], reason = "same person" });

        await ToldAsync(club, "engagement.seat-given");
        var signUps = (await club.RunAsync(new FindSignUps.Input { Event = happening })).Items;
        signUps.Select(s => s.State).ShouldBe(
            [SignUpState.SignedUp, SignUpState.Cancelled, SignUpState.SignedUp], ignoreOrder: true);
        (await club.RunAsync(new ReadEvent.Input(happening))).ShouldSatisfyAllConditions(
            e => e.Taken.ShouldBe(2), e => e.Waiting.ShouldBe(0));
        (await club.SoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_waits_and_leaves_keeps_nobody_from_a_seat()
    {
        var club = await OpenAsync(phones);
        var happening = await club.EventAsync(1);
        var members = await club.MembersAsync(3);
        foreach (var member in members) await club.RunAsync(Join(happening, member));
        await club.PostAsync($"membership/members/{members[1]}/closure", new { reason = "moved away" });

        await club.RunAsync(new CancelSignUp.Input { Event = happening, Member = members[0] });

        (await club.RunAsync(new ReadEvent.Input(happening))).ShouldSatisfyAllConditions(
            e => e.Taken.ShouldBe(1), e => e.Waiting.ShouldBe(0));
        (await club.RunAsync(Join(happening, await club.MemberAsync()))).WaitingBefore.ShouldBe(0);
        (await club.SoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_cancelled_event_is_told_to_who_was_signed_up()
    {
        var club = await OpenAsync(phones);
        var happening = await club.EventAsync(1);
        await club.RunAsync(Join(happening, await club.MemberAsync()));

        await club.RunAsync(new CancelEvent.Input(happening, "storm"));

        (await ToldAsync(club, "engagement.event-cancelled")).Text.ShouldBe("engagement.notice.event-cancelled");
    }

    private Task<OutgoingMessage> ToldAsync(Club club, string purpose) =>
        phones.Sent.FirstAsync(m => m.Purpose == purpose && m.Brand.Id == club.Brand.Id);
}
