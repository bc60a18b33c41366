using RetailMember.Engagement.Data;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Engagement.Own;
using RetailMember.Engagement.SignUps;
using RetailMember.Testing;
using static RetailMember.Engagement.Tests.Club;

namespace RetailMember.Engagement.Tests;

public sealed class SignUpTestsOnSqlite(SqliteHost fixture) : SignUpTests(fixture), IClassFixture<SqliteHost>;

public sealed class SignUpTestsOnPostgres(PostgresHost fixture) : SignUpTests(fixture), IClassFixture<PostgresHost>;

/// <summary>Seats, waiting lists and who may have them.</summary>
[Trait("Req", "CORE-39")]
public abstract class SignUpTests(HostFixture fixture)
{
    [Fact]
    public async Task Twenty_who_want_the_last_seat_at_once_get_it_once()
    {
        var club = await OpenAsync(fixture);
        var happening = await club.EventAsync(1, with: t => t with { WaitingList = false });
        var members = await club.MembersAsync(20);

        var refusals = await Task.WhenAll(members.Select(m => club.RefusalAsync(Join(happening, m))));

        refusals.Count(r => r is null).ShouldBe(1);
        refusals.Where(r => r is not null).Distinct().ShouldBe(["engagement.event-full"]);
        (await club.RunAsync(new ReadEvent.Input(happening))).Taken.ShouldBe(1);
        (await club.SoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_waits_moves_up_in_the_order_of_signing_up()
    {
        var club = await OpenAsync(fixture);
        var happening = await club.EventAsync(2);
        var members = await club.MembersAsync(5);
        var states = new List<SignUpState>();
        foreach (var member in members) states.Add((await club.RunAsync(Join(happening, member))).State);
        states.ShouldBe(
            [SignUpState.SignedUp, SignUpState.SignedUp, SignUpState.Waiting, SignUpState.Waiting, SignUpState.Waiting]);

        await club.RunAsync(new CancelSignUp.Input { Event = happening, Member = members[2] });
        await club.RunAsync(new CancelSignUp.Input { Event = happening, Member = members[0] });

        (await StatesAsync(club, happening)).ShouldBe(new Dictionary<string, SignUpState>
        {
            [members[0]] = SignUpState.Cancelled,
            [members[1]] = SignUpState.SignedUp,
            [members[2]] = SignUpState.Cancelled,
            [members[3]] = SignUpState.SignedUp,
            [members[4]] = SignUpState.Waiting,
        });
        var back = await club.RunAsync(Join(happening, members[0]));
        (back.State, back.WaitingBefore).ShouldBe((SignUpState.Waiting, 1));
        (await club.SoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Guests_take_seats_and_nobody_passes_a_party_that_waits()
    {
        var club = await OpenAsync(fixture);
        var happening = await club.EventAsync(4, with: t => t with { GuestsEach = 2 });
        var members = await club.MembersAsync(3);

        (await club.RunAsync(Join(happening, members[0], guests: 1))).State.ShouldBe(SignUpState.SignedUp);
        (await club.RunAsync(Join(happening, members[1], guests: 2))).State.ShouldBe(SignUpState.Waiting);
        (await club.RunAsync(Join(happening, members[2]))).State.ShouldBe(SignUpState.Waiting);
        (await club.RefusalAsync(Join(happening, await club.MemberAsync(), guests: 3))).ShouldBe("engagement.too-many-guests");
        await club.RunAsync(new EditEvent.Input(happening, club.Terms(6, with: t => t with { GuestsEach = 2 })));

        (await club.RunAsync(new ReadEvent.Input(happening))).ShouldSatisfyAllConditions(
            e => e.Taken.ShouldBe(6), e => e.Waiting.ShouldBe(0));
    }

    [Fact]
    public async Task A_member_signs_himself_up_once_and_cancels_until_the_deadline()
    {
        var club = await OpenAsync(fixture);
        var (open, late) = (await club.EventAsync(5), await club.EventAsync(
            5, with: t => t with { CancelUntil = t.StartsAt.AddDays(-1) }));
        var (member, other) = (await club.MemberAsync(), await club.MemberAsync());

        var asked = Join(open, "me");
        (await club.TryAsAsync(member, asked)).Value.MemberNo.ShouldBe(member);
        (await club.TryAsAsync(member, asked)).Value.MemberNo.ShouldBe(member);
        (await club.TryAsAsync(member, Join(open, "me"))).Refusal!.Code.ShouldBe("engagement.signed-up-already");
        (await club.TryAsAsync(member, Join(open, other))).Refusal!.Code.ShouldBe("member.not-own");
        (await club.TryAsAsync(member, Join(late, "me"))).Accepted.ShouldBeTrue();
        (await club.TryAsAsync(member, new CancelSignUp.Input { Event = late, Member = "me" }))
            .Refusal!.Code.ShouldBe("engagement.too-late-to-cancel");
        (await club.TryAsAsync(member, new CancelSignUp.Input { Event = open, Member = "me" })).Accepted.ShouldBeTrue();
        (await club.TryAsAsync(other, new CancelSignUp.Input { Event = late, Member = "me" }))
            .Refusal!.Code.ShouldBe("engagement.not-signed-up");

        var own = (await club.TryAsAsync(member, new FindOwnEvents.Input())).Value.Items.ToDictionary(e => e.Event);
        (own[open].SignUpOpen, own[open].SignUp!.State).ShouldBe((true, SignUpState.Cancelled));
        (own[late].SignUpOpen, own[late].Cancellable, own[late].SignUp!.State).ShouldBe((false, false, SignUpState.SignedUp));
        await club.RunAsync(new CancelSignUp.Input { Event = late, Member = member });
    }

    [Fact]
    public async Task Windows_tiers_and_states_decide_who_signs_up()
    {
        var club = await OpenAsync(fixture);
        var member = await club.MemberAsync();
        var tiers = (await club.GetAsync("membership/members/" + member)).GetProperty("tier").GetProperty("code").GetString()!;
        var closed = await club.EventAsync(5);
        await club.RunAsync(new CloseEvent.Input(closed));
        var draft = "draft" + Key()[^8..];
        await club.RunAsync(new EditEvent.Input(draft, club.Terms(5)));

        (await club.RefusalAsync(Join(closed, member))).ShouldBe("engagement.sign-up-over");
        (await club.RefusalAsync(Join(draft, member))).ShouldBe("engagement.event-not-found");
        (await club.RefusalAsync(Join(
            await club.EventAsync(5, with: t => t with { SignUpTo = t.SignUpFrom.AddDays(1) }), member)))
            .ShouldBe("engagement.sign-up-over");
        (await club.RefusalAsync(Join(
            await club.EventAsync(5, with: t => t with { SignUpFrom = t.SignUpTo.AddMinutes(-1) }), member)))
            .ShouldBe("engagement.sign-up-not-begun");
        var invited = await club.EventAsync(5, with: t => t with { Tiers = [tiers] });
        (await club.RefusalAsync(Join(invited, member))).ShouldBeNull();
        (await club.RefusalAsync(new EditEvent.Input("x", club.Terms(5, with: t => t with { Tiers = ["nothing"] }))))
            .ShouldBe("membership.tier-not-found");
        (await club.TryAsAsync(member, new FindOwnEvents.Input(draft))).Value.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rubbish_is_refused_by_name()
    {
        var club = await OpenAsync(fixture);
        var happening = await club.EventAsync(3, points: 10);
        await club.RunAsync(Join(happening, await club.MemberAsync()));

        (await club.RefusalAsync(new EditEvent.Input("a b", club.Terms(1)))).ShouldBe("field.code");
        (await club.RefusalAsync(new EditEvent.Input("x", club.Terms(0)))).ShouldBe("field.inclusive-between");
        (await club.RefusalAsync(new EditEvent.Input("x", club.Terms(1, with: t => t with { EndsAt = t.StartsAt }))))
            .ShouldBe("engagement.ends-before-start");
        (await club.RefusalAsync(new EditEvent.Input("x", club.Terms(1, with: t => t with { StoreCode = null }))))
            .ShouldBe("field.not-empty");
        (await club.RefusalAsync(new EditEvent.Input("x", club.Terms(1, with: t => t with { StoreCode = "s9" }))))
            .ShouldBe("store.not-found");
        (await club.RefusalAsync(new EditEvent.Input(happening, club.Terms(3, points: 20)))).ShouldBe("engagement.points-promised");
        (await club.RefusalAsync(new PublishEvent.Input(happening))).ShouldBe("engagement.event-state");
        (await club.RefusalAsync(new ReadEvent.Input("nothing"))).ShouldBe("engagement.event-not-found");
        (await club.RefusalAsync(Join(happening, "nobody"))).ShouldBe("membership.member-not-found");
        (await club.RefusalAsync(Join(happening, await club.MemberAsync(), guests: -1))).ShouldBe("field.greater-than-or-equal");
    }

    [Fact]
    public async Task A_cancelled_event_has_nobody_signed_up_and_gives_nothing()
    {
        var club = await OpenAsync(fixture);
        var happening = await club.EventAsync(1, points: 10);
        var members = await club.MembersAsync(2);
        foreach (var member in members) await club.RunAsync(Join(happening, member));

        await club.RunAsync(new CancelEvent.Input(happening, "weather"));

        (await StatesAsync(club, happening)).Values.Distinct().ShouldBe([SignUpState.Cancelled]);
        (await club.TryAsAsync(members[0], new FindOwnEvents.Input(happening))).Value.Items.Single()
            .ShouldSatisfyAllConditions(
                e => e.State.ShouldBe(MemberEventState.Cancelled),
                e => e.SignUp!.Reason.ShouldBe(CancelEvent.Why));
        (await club.RefusalAsync(Seen(happening, members[0]))).ShouldBe("engagement.event-state");
        (await club.RefusalAsync(new EditEvent.Input(happening, club.Terms(9, points: 10)))).ShouldBe("engagement.event-over");
        (await club.SoundAsync()).ShouldBeTrue();
    }

    private static async Task<Dictionary<string, SignUpState>> StatesAsync(Club club, string happening) =>
        (await club.RunAsync(new FindSignUps.Input { Event = happening })).Items.ToDictionary(s => s.MemberNo, s => s.State);
}
