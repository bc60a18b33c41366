using Microsoft.EntityFrameworkCore;
using RetailMember.Engagement.Data;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Engagement.SignUps;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Own;

/// <summary>
/// What a member may go to, the next first: events that he is invited to and that are not over, and those of the last
/// months that he had signed up for.
/// </summary>
[OwnMember]
internal sealed class FindOwnEvents(EngagementDb db, IMemberFiles files)
    : Query<FindOwnEvents.Input, FindOwnEvents.Result>
{
    private const int Most = 100;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var me = call.Caller.Id!.Value;
        var since = call.At - Remembered;
        var events = db.MemberEvents.AsNoTracking().Where(e => input.Event == null || e.Code == input.Event);
        var own = (await events.Where(e => e.EndsAt >= since)
            .Join(db.SignUps.AsNoTracking().Where(s => s.MemberId == me), e => e.Id, s => s.EventId, (e, s) => new { e, s })
            .OrderByDescending(r => r.e.StartsAt).Take(Most).ToListAsync(cancel)).ToDictionary(r => r.e.Id);
        var toCome = await events
            .Where(e => e.EndsAt >= call.At && (e.State == MemberEventState.Published || e.State == MemberEventState.Closed))
            .OrderBy(e => e.StartsAt).Take(Most).ToListAsync(cancel);
        var tier = (await files.ReadAsync([me], cancel))[me].Tier;
        return new Result(
        [
            .. toCome.Where(e => !own.ContainsKey(e.Id)).Select(e => OwnEvent.Of(e, null, call))
                .Where(e => e.Terms.Invites(tier))
                .Concat(own.Values.Select(r => OwnEvent.Of(r.e, r.s, call)))
                .OrderBy(e => e.Terms.StartsAt).ThenBy(e => e.Event, StringComparer.Ordinal),
        ]);
    }

    /// <param name="Event">Code of one event; left out: all.</param>
    internal sealed record Input(string? Event = null) : IInput<Result>;

    internal sealed record Result(IReadOnlyList<OwnEvent> Items);
}

/// <summary>An event as a member sees it.</summary>
/// <param name="Event">Its code.</param>
/// <param name="SignUp">His own sign-up; left out where he has none.</param>
/// <param name="Waiting">Members on the waiting list.</param>
/// <param name="SignUpOpen">One may sign up now.</param>
/// <param name="Cancellable">He may take back his sign-up now.</param>
internal sealed record OwnEvent(
    string Event,
    MemberEventState State,
    EventTerms Terms,
    int SeatsLeft,
    int Waiting,
    bool SignUpOpen,
    bool Cancellable,
    SignUpView? SignUp)
{
    public static OwnEvent Of(MemberEvent happening, SignUp? signUp, CallContext call)
    {
        var terms = EventShelf.TermsOf(happening);
        var open = happening.State == MemberEventState.Published && terms.SignUpFrom <= call.At && call.At < terms.SignUpTo;
        var had = signUp is { State: SignUpState.SignedUp or SignUpState.Waiting };
        return new OwnEvent(
            happening.Code, happening.State, terms, happening.Waiting > 0 ? 0 : happening.Seats - happening.Taken,
            happening.Waiting, open && signUp is null or { State: SignUpState.Cancelled },
            had && happening.State != MemberEventState.Held && call.At < terms.CancellableUntil,
            signUp is null ? null : SignUpView.Of(signUp, happening.Code, call.Caller.Name));
    }
}
