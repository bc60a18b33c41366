using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Purchases;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members.Merging;

/// <summary>
/// Takes apart what <see cref="MergeMembers"/> made one, by what it recorded. The rule: what was moved goes back as it
/// stands now, what happened since stays with the survivor. Of points the duplicate gets back what is left of his own
/// lots, each with its days; what the survivor has spent of them, or let lapse, is told as missing and nobody owes it.
/// Receipts go back with the refunds that were made on them meanwhile; receipts, cards and notes of the time since stay
/// with the survivor, whichever number was read at the till.
/// </summary>
[Needs(MembershipPermissions.MergeMembers)]
internal sealed class UnmergeMembers(
    MembershipDb db, IRows rows, MergeDesk desk, MergedRows moves, MemberPasts pasts, PersonRegister people,
    ILedgerSuccession ledger, IEnumerable<IMemberMerge> others, IEvents events)
    : UseCase<UnmergeMembers.Input, UnmergeMembers.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var asked = await db.MemberMerges.AsNoTracking().SingleOrDefaultAsync(m => m.Id == input.Merge, cancel)
            ?? throw new Refusal("membership.merge-not-found", RefusalKind.NotFound);
        var (survivor, duplicate) = await desk.LockAsync(asked.SurvivorId, asked.DuplicateId, cancel);
        var merge = await db.MemberMerges.SingleAsync(m => m.Id == input.Merge, cancel);
        if (merge.UndoneAt is not null) throw new Refusal("membership.merge-undone", RefusalKind.Conflict);
        var order = MergeMembers.Order(merge.Id, survivor, duplicate, call);
        var before = MergeBefore.Read(merge.Before);

        // What stays with the duplicate all along is not given back to him.
        var stayed = await desk.TotalsOfAsync(duplicate.Id, cancel);
        await moves.MoveBackAsync(order, cancel);
        foreach (var other in others.OrderByDescending(o => o.Order).ThenByDescending(o => o.Module, StringComparer.Ordinal))
            await other.MoveBackAsync(order, cancel);
        var lines = await ledger.HandBackAsync(
            MergeMembers.Succession(merge.UndoKey, "unmerge", order, survivor, duplicate), merge.LedgerKey, cancel);

        var plan = await PlanAsync(merge, before, survivor, duplicate, stayed, call, cancel);
        await TurnBackAsync(before, survivor, duplicate, order, cancel);
        await people.HandBackMobileAsync(survivor.PersonId, duplicate.PersonId, cancel);
        (merge.UndoneAt, merge.UndoneBy, merge.UndoneFor) = (call.At, call.Caller.Name, input.Reason);
        await rows.InsertAsync([.. plan.Changes], cancel);
        foreach (var change in plan.Changes)
            events.Add(new TierChanged(change.BrandId, change.MemberId, change.From, change.To));
        var points = lines.FirstOrDefault(l => l.Unit == MembershipUnits.Points) ?? new SuccessionLine(MembershipUnits.Points, 0);
        merge.MissingPoints = points.Missing;
        events.Add(new MembersUnmerged(
            order.BrandId, merge.Id, survivor.Id, duplicate.Id, points.Moved, points.Missing));
        return new Result(merge.Id, survivor.MemberNo, duplicate.MemberNo, points.Moved, points.Missing);
    }

    private async Task<UnmergePlan> PlanAsync(
        MemberMerge merge, MergeBefore before, Member survivor, Member duplicate, IReadOnlyList<DayTotal> stayed,
        CallContext call, CancellationToken cancel)
    {
        var past = await pasts.OfAsync([survivor.Id, duplicate.Id], cancel);
        foreach (var total in stayed) past[duplicate.Id].Add(total with { Metrics = default(Programmes.TierMetrics).Minus(total.Metrics) });
        var since = await db.TierChanges.AsNoTracking()
            .Where(c => c.MemberId == survivor.Id && c.At >= merge.At && c.SourceId != merge.Id
                && (c.At > merge.At || c.Reason != TierChangeReason.Review)).Select(c => c.Reason)
            .ToListAsync(cancel);
        var plan = new UnmergePlan(before, await desk.OccasionAsync(merge.Id, call, cancel));
        plan.Apply(
            survivor, duplicate, past[duplicate.Id].Totals(), past[survivor.Id], since.Count > 0,
            since.Contains(TierChangeReason.Grant));
        return plan;
    }

    private async Task TurnBackAsync(
        MergeBefore before, Member survivor, Member duplicate, MemberMergeOrder order, CancellationToken cancel)
    {
        db.StatusChanges.Add(MemberRegister.Turn(duplicate, before.Duplicate.Status, order.On, order.At));
        duplicate.MergedIntoId = null;
        survivor.LastPurchaseAt = await LastPurchaseAsync(survivor.Id, cancel);
        duplicate.LastPurchaseAt = await LastPurchaseAsync(duplicate.Id, cancel);
        if (before.PersonMoved && survivor.PersonId == before.Duplicate.PersonId)
            (survivor.PersonId, duplicate.PersonId) = (null, survivor.PersonId);
        await rows.UpdateAsync([survivor], MergeMembers.Columns, cancel);
        await rows.UpdateAsync([duplicate], MergeMembers.Columns, cancel);
    }

    private Task<DateTime?> LastPurchaseAsync(Guid member, CancellationToken cancel) =>
        db.Purchases.Where(p => p.MemberId == member).MaxAsync(p => (DateTime?)p.OccurredAt, cancel);

    /// <param name="Reason">Kept with the merge.</param>
    internal sealed record Input(Guid Merge, string Reason) : IInput<Result>;

    /// <param name="Points">What the duplicate got back.</param>
    /// <param name="MissingPoints">What of his was spent or has lapsed meanwhile.</param>
    internal sealed record Result(Guid Merge, string MemberNo, string DuplicateNo, long Points, long MissingPoints) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(200);
    }
}
