using RetailMember.Brands;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>What a replay compares, and how far back it has to read for it.</summary>
internal sealed class ReplayPlan
{
    public ReplayPlan(ReplayWindow window, BrandProgrammes programmes, int number, Programme version)
    {
        Window = window;
        AsItWas = ReplayTimeline.AsItWas(programmes, window.Brand);
        Replayed = ReplayTimeline.With(number, version, programmes, window);
        Opening = new OpeningStanding(window, AsItWas);
        PointsPerYuan = version.Document.PointsPerYuan;
        PointsPerYuanAsItWas = AsItWas.At(window.End).Programme.Document.PointsPerYuan;
        HistoryFrom = OldestThatCounts();
        HistoryTo = AsItWas.CountsLifetimes || Replayed.CountsLifetimes ? null : window.End;
    }

    public ReplayWindow Window { get; }

    /// <summary>The control: what judged, judging again. It shows how well a replay can tell what was.</summary>
    public ReplayTimeline AsItWas { get; }

    public ReplayTimeline Replayed { get; }

    public OpeningStanding Opening { get; }

    public int PointsPerYuan { get; }

    public int PointsPerYuanAsItWas { get; }

    /// <summary>UTC; no older receipt matters to most members. Null: all of them do.</summary>
    public DateTime? HistoryFrom { get; }

    /// <summary>UTC; null: what came after the window is needed to know the lifetimes at its start.</summary>
    public DateTime? HistoryTo { get; }

    public bool LooksAtBirthdays => AsItWas.LooksAtBirthdays || Replayed.LooksAtBirthdays;

    public bool LooksAtBalances => AsItWas.LooksAtBalances || Replayed.LooksAtBalances;

    public bool ResetsOnPromotion => AsItWas.ResetsOnPromotion || Replayed.ResetsOnPromotion;

    public bool JudgesAnew(MemberFacts facts) =>
        Playthrough.JudgesAnew(facts, AsItWas, Window) || Playthrough.JudgesAnew(facts, Replayed, Window);

    private DateTime? OldestThatCounts()
    {
        var eve = Window.From.AddDays(-1);
        var set = AsItWas.Calendar.VersionAt(eve).Programme.Document.TierSet;
        if (set is { Period: QualificationPeriod.Lifetime, ResetOnPromotion: true }) return null;
        var first = set.Period switch
        {
            QualificationPeriod.Lifetime => Window.From,
            QualificationPeriod.CardYear => eve.AddYears(-1),
            _ => AsItWas.Calendar.TermAt(eve, eve).Days.First,
        };
        return Window.Brand.UtcOf(first.ToDateTime(TimeOnly.MinValue));
    }
}
