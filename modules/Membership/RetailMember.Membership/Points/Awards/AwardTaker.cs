using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Purchases;
using RetailMember.UseCases;

namespace RetailMember.Membership.Points.Awards;

/// <summary>
/// Takes awards back by what was recorded. Growth, participation and a tier that was raised go as a whole: the member is
/// judged anew as if the award had never been given.
/// </summary>
internal sealed class AwardTaker(
    MembershipDb db, IRows rows, ProgrammeShelf shelf, IBrandDirectory brands, ILedger ledger, MemberPasts pasts, IEvents events)
{
    public async Task<AwardUndone> TakeAsync(MemberAward award, Member member, AwardUndo undo, CancellationToken cancel)
    {
        if (award.WithdrawnAt is not null) return new AwardUndone(0, 0);
        var brand = brands.Find(member.BrandId)!;
        var programmes = await shelf.OfAsync(db, brand.Id, cancel);
        var whole = undo.Points is null;
        var points = Math.Min(undo.Points ?? long.MaxValue, award.Points - award.PointsTaken);
        var policy = programmes.Numbered(award.ProgrammeVersion).Programme.Document.RefundPolicy;
        var (taken, growth) = await PostAsync(award, points, whole ? award.Growth : 0, undo, policy, cancel);
        award.PointsTaken += taken;
        award.GrowthTaken += growth;
        award.Undoings++;
        if (whole) award.WithdrawnAt = undo.Occasion.At;
        var step = whole ? await JudgeAnewAsync(award, member, undo, programmes, brand, cancel) : null;
        await rows.UpdateAsync([award], MemberAward.Moving, cancel);
        if (step is null) return new AwardUndone(taken, growth);
        events.Add(new TierChanged(step.BrandId, step.MemberId, step.From, step.To));
        return new AwardUndone(taken, growth, step.From, step.To);
    }

    private async Task<(long Points, long Growth)> PostAsync(
        MemberAward award, long points, long growth, AwardUndo undo, RefundPolicy policy, CancellationToken cancel)
    {
        var postings = new List<Posting>(2);
        if (points > 0)
            postings.Add(Reversal(award, MembershipUnits.Points, award.PointsKey, points, undo) with
            {
                Shortage = policy == RefundPolicy.AllowNegative ? Shortage.Overdraw : Shortage.TakeWhatIsThere,
                OnlyWhilePending = policy == RefundPolicy.OnlyPending,
            });
        if (growth > 0) postings.Add(Reversal(award, MembershipUnits.Growth, award.GrowthKey, growth, undo));
        var outcomes = await ledger.PostAsync(postings, cancel);
        if (outcomes.FirstOrDefault(o => o.Status == PostingStatus.Refused) is { Code: { } code })
            throw new Refusal(code, RefusalKind.Conflict);
        return (points > 0 ? -outcomes[0].Amount : 0, growth > 0 ? -outcomes[^1].Amount : 0);
    }

    private static Reversal Reversal(MemberAward award, string unit, string reverses, long amount, AwardUndo undo) => new()
    {
        Key = MemberAward.UndoKey(reverses, award.Undoings + 1),
        Owner = award.MemberId,
        Unit = unit,
        Amount = amount,
        On = undo.Occasion.On,
        Reverses = reverses,
        Reason = new PostingReason
        {
            StoreId = undo.Occasion.StoreId,
            Operator = undo.Occasion.Operator,
            Rule = undo.Reason,
            Source = $"{MemberAward.KeyPrefix}{award.Id:N}",
        },
    };

    /// <summary>The step that the member takes where the award carried his tier; he is changed and written.</summary>
    private async Task<TierChange?> JudgeAnewAsync(
        MemberAward award, Member member, AwardUndo undo, BrandProgrammes programmes, Brand brand, CancellationToken cancel)
    {
        var lost = new TierMetrics { Growth = award.Growth, Participation = award.ParticipationId is null ? 0 : 1 };
        if (lost == default && award.TierTo is null) return null;
        var calendar = new QualificationCalendar(programmes, brand);
        var steps = QualificationPeriods.Enter(member, undo.Occasion.On, calendar, undo.Occasion.At).ToList();
        var past = (await pasts.OfAsync([member.Id], cancel))[member.Id];
        foreach (var step in steps)
        {
            past.Add(step);
            events.Add(new TierChanged(step.BrandId, step.MemberId, step.From, step.To));
        }

        member.Lifetime = member.Lifetime.Minus(lost);
        var version = programmes.At(undo.Occasion.At);
        var left = MemberWithoutAward.JudgeAnew(
            member, past, award.Id, new DayTotal(award.On, award.MetricsEpoch, lost), calendar, version.Programme.Ladder);
        var change = left is null ? null : Step(left.Code);
        if (award.ParticipationId is { } participation)
            await db.Participations.Where(p => p.Id == participation).ExecuteDeleteAsync(cancel);
        if (change is not null || award.TierTo is not null) steps.Add(change ?? Step(member.Tier));
        await rows.InsertAsync(steps, cancel);
        await rows.UpdateAsync([member], Member.Progress, cancel);
        return change;

        TierChange Step(string to) => QualificationPeriods.Change(
            member, to, TierChangeReason.Withdrawn, version.Number, undo.Occasion.At, undo.Occasion.On, award.Id);
    }
}
