using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Points.Awards;

/// <summary>One award on its way: its row, and what it makes of the member, who is moved on in place.</summary>
internal sealed class AwardWork
{
    private AwardWork(AwardGrant grant, Member member, DateOnly? expiresOn, MemberAward award)
    {
        Grant = grant;
        Member = member;
        ExpiresOn = expiresOn;
        Award = award;
    }

    public AwardGrant Grant { get; }

    public Member Member { get; }

    public MemberAward Award { get; }

    public List<TierChange> Changes { get; } = [];

    public Participation? Participation { get; private set; }

    public AwardOutcome Outcome => new(Award.Points, Award.Growth, Award.TierFrom, Award.TierTo);

    private DateOnly? ExpiresOn { get; }

    /// <param name="takesPart">The activity is given and was not counted yet on this day.</param>
    public static AwardWork Of(
        AwardGrant grant, Member member, BrandProgrammes programmes, QualificationCalendar calendar, bool takesPart)
    {
        var (version, on) = (programmes.At(grant.Occasion.At), grant.Occasion.On);
        var steps = QualificationPeriods.Enter(member, on, calendar, grant.Occasion.At);
        var id = Guid.CreateVersion7(new DateTimeOffset(grant.Occasion.At, TimeSpan.Zero));
        var participation = takesPart ? Took(grant, member) : null;
        var work = new AwardWork(
            grant, member, LotDates.For(version.Programme.Document.Expiry, 0, on, member.JoinedOn).ExpiresOn,
            new MemberAward
            {
                Id = id,
                BrandId = member.BrandId,
                MemberId = member.Id,
                Key = grant.Key,
                Rule = grant.Reason.Rule,
                RuleVersion = grant.Reason.Version,
                ProgrammeVersion = version.Number,
                On = on,
                Points = grant.Points,
                Growth = grant.Growth,
                ParticipationId = participation?.Id,
                MetricsEpoch = member.MetricsEpoch,
            })
        {
            Participation = participation,
        };
        work.Changes.AddRange(steps);
        work.Count(version);
        work.Raise(version);
        return work;
    }

    public IEnumerable<Posting> Postings()
    {
        if (Award.Points > 0) yield return Credit(Award.PointsKey, MembershipUnits.Points, Award.Points, ExpiresOn);
        if (Award.Growth > 0) yield return Credit(Award.GrowthKey, MembershipUnits.Growth, Award.Growth, expiresOn: null);
    }

    private static Participation Took(AwardGrant grant, Member member) => new()
    {
        Id = Guid.CreateVersion7(),
        BrandId = member.BrandId,
        MemberId = member.Id,
        Activity = grant.Activity!,
        On = grant.Occasion.On,
        RecordedAt = grant.Occasion.At,
        MetricsEpoch = member.MetricsEpoch,
        Operator = grant.Occasion.Operator,
    };

    /// <summary>Growth and participation count towards the tier as those of a purchase or an activity do.</summary>
    private void Count(ProgrammeInForce version)
    {
        var gained = new TierMetrics { Growth = Award.Growth, Participation = Participation is null ? 0 : 1 };
        if (gained == default) return;
        var ladder = version.Programme.Ladder;
        var held = ladder.Held(Member.Tier, Member.Metrics);
        Member.Lifetime = Member.Lifetime.Plus(gained);
        var after = ladder.Promote(held, Member.Metrics.Plus(gained));
        Member.Metrics = after.Metrics;
        if (after.Tier.Step <= held.Step) return;
        if (ladder.ResetsOnPromotion) Member.MetricsEpoch++;
        Changes.Add(QualificationPeriods.Change(
            Member, after.Tier.Code, TierChangeReason.Participation, version.Number, Grant.Occasion.At, Grant.Occasion.On, Award.Id));
    }

    private void Raise(ProgrammeInForce version)
    {
        var ladder = version.Programme.Ladder;
        if (Grant.Tier is not { } code || ladder.Find(code) is not { } tier) return;
        if (tier.Step <= ladder.Held(Member.Tier, Member.Metrics).Step) return;
        (Award.TierFrom, Award.TierTo) = (Member.Tier, code);
        Changes.Add(QualificationPeriods.Change(
            Member, code, TierChangeReason.Grant, version.Number, Grant.Occasion.At, Grant.Occasion.On, Award.Id));
        Member.CarriedTier = code;
    }

    private Credit Credit(string key, string unit, long amount, DateOnly? expiresOn) => new()
    {
        Key = key,
        Owner = Member.Id,
        Unit = unit,
        Amount = amount,
        On = Grant.Occasion.On,
        Kind = PostingKind.Earn,
        ExpiresOn = expiresOn,
        Reason = new PostingReason
        {
            StoreId = Grant.Occasion.StoreId,
            Operator = Grant.Occasion.Operator,
            Rule = Grant.Reason.Rule,
            RuleVersion = Grant.Reason.Version,
            Source = $"{MemberAward.KeyPrefix}{Award.Id:N}",
            Why = AwardWhy.Write(Grant.Reason),
        },
    };
}
