using RetailMember.Brands;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Members;

/// <summary>
/// Which days of a brand count together for the tier, over all versions of its programme: periods as the version of the
/// day says, cut where the programme turns to another kind of period.
/// </summary>
internal sealed class QualificationCalendar
{
    private readonly (DateOnly From, ProgrammeInForce Version)[] versions;
    private readonly Stretch[] stretches;

    public QualificationCalendar(BrandProgrammes programmes, Brand brand)
    {
        versions = [.. programmes.OldestFirst.Select(v => (brand.DateOf(v.EffectiveFrom), v))];
        stretches = [.. StretchesOf(versions)];
    }

    /// <summary>The version that reviews periods which end on this day; the first one before it began.</summary>
    public ProgrammeInForce VersionAt(DateOnly day)
    {
        for (var i = versions.Length - 1; i > 0; i--)
            if (versions[i].From <= day) return versions[i].Version;
        return versions[0].Version;
    }

    /// <param name="joinedOn">Where card years start.</param>
    public QualificationTerm TermAt(DateOnly day, DateOnly joinedOn)
    {
        var stretch = stretches[0];
        foreach (var later in stretches)
            if (later.First <= day) stretch = later;
        return TermOf(stretch, day, joinedOn);
    }

    /// <summary>The term whose metrics a member counts who has this <paramref name="periodStart"/>.</summary>
    public QualificationTerm RunningSince(DateOnly periodStart, DateOnly joinedOn)
    {
        if (periodStart != DateOnly.MinValue) return TermAt(periodStart, joinedOn);
        foreach (var stretch in stretches)
            if (stretch.Kind == QualificationPeriod.Lifetime && stretch.Last >= joinedOn)
                return TermOf(stretch, stretch.Last, joinedOn);
        return TermAt(joinedOn, joinedOn);
    }

    /// <summary>The period start that puts a member into the term of this day, with none before it to be reviewed.</summary>
    public DateOnly PeriodStartOn(DateOnly day, DateOnly joinedOn)
    {
        var term = TermAt(day, joinedOn);
        return RunningSince(term.Days.First, joinedOn) == term ? term.Days.First : day;
    }

    private static QualificationTerm TermOf(in Stretch stretch, DateOnly day, DateOnly joinedOn)
    {
        var whole = Period.At(stretch.Kind, day, joinedOn);
        var lifetime = stretch.Kind == QualificationPeriod.Lifetime;
        return new QualificationTerm(
            new Period(
                lifetime || whole.First > stretch.First ? whole.First : stretch.First,
                whole.Last < stretch.Last ? whole.Last : stretch.Last),
            lifetime,
            IsCut: whole.Last > stretch.Last);
    }

    private static IEnumerable<Stretch> StretchesOf((DateOnly From, ProgrammeInForce Version)[] versions)
    {
        var first = DateOnly.MinValue;
        for (var i = 0; i < versions.Length; i++)
        {
            var kind = KindOf(versions[i].Version);
            if (i + 1 == versions.Length)
            {
                yield return new Stretch(kind, first, DateOnly.MaxValue);
                continue;
            }

            var turn = versions[i + 1].From;
            if (KindOf(versions[i + 1].Version) == kind || turn <= first) continue;
            yield return new Stretch(kind, first, turn.AddDays(-1));
            first = turn;
        }
    }

    private static QualificationPeriod KindOf(ProgrammeInForce version) => version.Programme.Document.TierSet.Period;

    /// <summary>Days on which one kind of period holds.</summary>
    private readonly record struct Stretch(QualificationPeriod Kind, DateOnly First, DateOnly Last);
}

/// <summary>Days that count together for a member's tier.</summary>
/// <param name="IsLifetime">All that was ever bought counts, from before its first day too.</param>
/// <param name="IsCut">It ends because the programme turns, before its own end: the tier is carried along unreviewed.</param>
internal readonly record struct QualificationTerm(Period Days, bool IsLifetime, bool IsCut);
