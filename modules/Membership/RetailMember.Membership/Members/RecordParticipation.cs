using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>
/// Counts that a member took part in an activity today, which may lead to a higher tier. The same activity counts once a
/// day; whether it is worth points is a correction's or a plug-in's affair.
/// </summary>
[Needs(MembershipPermissions.RecordParticipations)]
internal sealed class RecordParticipation(
    MembershipDb db, MemberDesk desk, ProgrammeShelf shelf, IRows rows, IEvents events)
    : UseCase<RecordParticipation.Input, RecordParticipation.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var today = brand.DateOf(call.At);
        var programmes = await shelf.OfAsync(db, brand.Id, cancel);
        var version = programmes.At(call.At);
        var member = await desk.LockAsync(call, input.Member, cancel);
        if (member.Status != MemberStatus.Active)
            throw MemberRefusals.NotActive(member.MemberNo);
        var activity = input.Activity.Trim();
        if (await db.Participations.AnyAsync(p => p.MemberId == member.Id && p.On == today && p.Activity == activity, cancel))
            throw new Refusal("membership.participation-counted", RefusalKind.Conflict, ("activity", activity));

        var changes = QualificationPeriods.Enter(
            member, today, new QualificationCalendar(programmes, brand), call.At).ToList();
        var participation = Make(activity, member, today, call);
        if (Promote(member, participation, version, call.At) is { } change) changes.Add(change);
        await rows.UpdateAsync([member], Member.Progress, cancel);
        await rows.InsertAsync([participation], cancel);
        await rows.InsertAsync(changes, cancel);
        foreach (var step in changes) events.Add(new TierChanged(brand.Id, member.Id, step.From, step.To));
        return new Result(participation.Id, member.MemberNo, member.Participation, member.Tier);
    }

    private static Participation Make(string activity, Member member, DateOnly today, CallContext call) => new()
    {
        Id = Guid.CreateVersion7(),
        BrandId = member.BrandId,
        MemberId = member.Id,
        Activity = activity,
        On = today,
        RecordedAt = call.At,
        MetricsEpoch = member.MetricsEpoch,
        Operator = call.Caller.Name,
    };

    private static TierChange? Promote(Member member, Participation participation, ProgrammeInForce version, DateTime at)
    {
        var ladder = version.Programme.Ladder;
        var held = ladder.Held(member.Tier, member.Metrics);
        var once = new TierMetrics { Participation = 1 };
        member.Lifetime = member.Lifetime.Plus(once);
        var after = ladder.Promote(held, member.Metrics.Plus(once));
        member.Metrics = after.Metrics;
        if (after.Tier.Step <= held.Step) return null;
        if (ladder.ResetsOnPromotion) member.MetricsEpoch++;
        return QualificationPeriods.Change(
            member, after.Tier.Code, TierChangeReason.Participation, version.Number, at, participation.On, participation.Id);
    }

    internal sealed record Input : IInput<Result>, IKeyed
    {
        /// <summary>Drawn by whoever records; the same key counts once.</summary>
        public required string Key { get; init; }

        [Personal]
        public required string Member { get; init; }

        /// <summary>What the member took part in, as the brand calls it.</summary>
        public required string Activity { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="Count">Of the running qualification period.</param>
    /// <param name="TierCode">The tier held from now on.</param>
    internal sealed record Result(Guid Participation, string MemberNo, long Count, string TierCode) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Activity).NotEmpty().MaximumLength(MembershipDb.CodeLength);
        }
    }
}
