using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Purchases;

/// <summary>
/// A member's tier worked out anew, term by term from his first day on, as if every receipt had come in time and what is
/// refunded had never been bought. What a person granted stays as granted.
/// </summary>
internal sealed class TierReplay(QualificationCalendar calendar, Member member, MemberPast past)
{
    private readonly Happening[] happened =
    [
        // Who was granted a tier and bought on one day: the purchases go on from the grant.
        .. past.Decisions().Select(d => new Happening(d.On, d.To, null, default))
            .Concat(past.Totals().Select(t => new Happening(t.Day, null, t.Epoch, t.Metrics)))
            .OrderBy(h => h.Day),
    ];

    private readonly DateOnly end = calendar.RunningSince(member.PeriodStart, member.JoinedOn).Days.Last;

    private string tier = past.FirstStep()?.From ?? member.Tier;
    private string carried = member.CarriedTier;
    private TierMetrics metrics;
    private TierMetrics lifetime;
    private int next;

    /// <summary>Where the member would stand in the running term.</summary>
    public ReplayedStanding Run()
    {
        var day = FirstDay();
        var reviewedFrom = ReviewedFrom(day);
        while (true)
        {
            var term = calendar.TermAt(day, member.JoinedOn);
            Live(term, since: day);
            if (term.Days.Last >= end) return new ReplayedStanding(tier, carried, metrics);
            if (!term.IsCut && term.Days.Last >= reviewedFrom) Review(term.Days);
            day = term.Days.Last.AddDays(1);
        }
    }

    private DateOnly FirstDay() =>
        happened is [var oldest, ..] && oldest.Day < member.JoinedOn ? oldest.Day : member.JoinedOn;

    /// <summary>Whoever came with a tier brought it along: no term before the first one lived here takes it away.</summary>
    private DateOnly ReviewedFrom(DateOnly first)
    {
        if (LadderAt(first).Lowest.Code == tier) return DateOnly.MinValue;
        var counted = happened.Where(h => h.Epoch is not null).Select(h => h.Day).DefaultIfEmpty(end).First();
        var stepped = past.FirstStep()?.On.AddDays(-1) ?? end;
        return counted < stepped ? counted : stepped;
    }

    private void Live(in QualificationTerm term, DateOnly since)
    {
        Begin(term, since);
        for (; next < happened.Length && happened[next].Day <= term.Days.Last; next++)
        {
            if (happened[next].Granted is { } granted) tier = carried = granted;
            else Add(happened[next]);
        }
    }

    private void Begin(in QualificationTerm term, DateOnly since)
    {
        carried = tier;
        if (!term.IsLifetime) metrics = default;
        else if (!LadderAt(since).ResetsOnPromotion) metrics = lifetime;
    }

    private void Add(in Happening day)
    {
        var ladder = LadderAt(day.Day);
        lifetime = lifetime.Plus(day.Metrics);
        metrics = metrics.Plus(day.Metrics);
        var after = ladder.Promote(ladder.Held(tier, metrics), metrics);
        (tier, metrics) = (after.Tier.Code, after.Metrics);
    }

    private void Review(in Period ended)
    {
        var ladder = LadderAt(ended.Last);
        var held = ladder.Held(tier, metrics);
        var reviewed = ladder.Review(held, metrics, promotedInPeriod: tier != carried);
        tier = (member.Extended?.Keep(ladder, held, reviewed, ended) ?? reviewed).Code;
    }

    private TierLadder LadderAt(DateOnly day) => calendar.VersionAt(day).Programme.Ladder;

    /// <summary>A tier that was granted on a day, or what was done on it.</summary>
    private readonly record struct Happening(DateOnly Day, string? Granted, int? Epoch, TierMetrics Metrics);
}

/// <param name="Tier">The code of the tier held.</param>
/// <param name="Carried">Of the one brought into the running term, or granted within it.</param>
/// <param name="Metrics">Of the running term.</param>
internal readonly record struct ReplayedStanding(string Tier, string Carried, TierMetrics Metrics);
