using RetailMember.Brands;
using RetailMember.Membership.Members;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>Which version judges when, in one telling of the past.</summary>
internal sealed class ReplayTimeline
{
    private readonly BrandProgrammes programmes;

    private ReplayTimeline(BrandProgrammes programmes, Brand brand)
    {
        this.programmes = programmes;
        Calendar = new QualificationCalendar(programmes, brand);
    }

    public QualificationCalendar Calendar { get; }

    public bool LooksAtBirthdays => programmes.LookAtBirthdays;

    public bool LooksAtBalances => programmes.LookAtBalances;

    public bool ResetsOnPromotion => programmes.ResetOnPromotion;

    /// <summary>Some version counts all that was ever bought.</summary>
    public bool CountsLifetimes => programmes.OldestFirst.Any(
        v => v.Programme.Document.TierSet.Period == QualificationPeriod.Lifetime);

    /// <summary>As it was: the versions that judged.</summary>
    public static ReplayTimeline AsItWas(BrandProgrammes programmes, Brand brand) => new(programmes, brand);

    /// <summary>As if <paramref name="version"/> had been activated at the window's first instant, and stayed.</summary>
    public static ReplayTimeline With(int number, Programme version, BrandProgrammes programmes, ReplayWindow window) => new(
        new BrandProgrammes(
        [
            .. programmes.OldestFirst.Where(v => v.EffectiveFrom < window.Start),
            new ProgrammeInForce(number, window.Start, version),
        ]),
        window.Brand);

    /// <summary>The version that judges what happens at this UTC instant; the oldest one before it began.</summary>
    public ProgrammeInForce At(DateTime utc) => programmes.FindAt(utc) ?? programmes.OldestFirst[0];
}
