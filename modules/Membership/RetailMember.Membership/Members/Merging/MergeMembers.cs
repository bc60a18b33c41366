using FluentValidation;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Points.Transfers;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members.Merging;

/// <summary>
/// Makes one member of two who turned out to be one person. All that is the duplicate's goes to the survivor: each lot of
/// points with its own days, growth, figures of all time and of the running period, the higher tier, receipts and what
/// may be refunded on them, cards, care, and what other modules keep. The duplicate is closed; his number, cards and
/// mobile find the survivor from then on. <see cref="UnmergeMembers"/> undoes it.
/// </summary>
[Needs(MembershipPermissions.MergeMembers)]
internal sealed class MergeMembers(
    MembershipDb db, IRows rows, MergeDesk desk, MergedRows moves, ILedgerSuccession ledger, IEnumerable<IMemberMerge> others,
    IEvents events)
    : UseCase<MergeMembers.Input, MergeMembers.Result>
{
    /// <summary>What a merge or its undoing changes of a member.</summary>
    public static readonly string[] Columns =
    [
        .. Member.Progress, .. Member.Extension, .. Member.Renewal, nameof(Member.Status), nameof(Member.MergedIntoId),
        nameof(Member.PersonId),
    ];

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (stays, goes) = await desk.FindAsync(input.Survivor, input.Duplicate, call, cancel);
        var (survivor, duplicate) = await desk.LockAsync(stays, goes, cancel);
        await desk.CheckAsync(survivor, duplicate, cancel);
        var id = Guid.CreateVersion7();
        var plan = await desk.PlanAsync(survivor, duplicate, id, call, cancel);
        var order = Order(id, survivor, duplicate, call);
        var merge = new MemberMerge
        {
            Id = id, BrandId = order.BrandId, SurvivorId = survivor.Id, DuplicateId = duplicate.Id, At = call.At,
            Operator = call.Caller.Name, Reason = input.Reason, Before = plan.Before.ToJson(),
        };
        await moves.MoveAsync(order, plan.Term, plan.Before.Survivor.MetricsEpoch, cancel);
        foreach (var other in others.OrderBy(o => o.Order).ThenBy(o => o.Module, StringComparer.Ordinal))
            await other.MoveAsync(order, cancel);
        var lines = await ledger.TakeOverAsync(Succession(merge.LedgerKey, "merge", order, duplicate, survivor), cancel);
        var points = lines.FirstOrDefault(l => l.Unit == MembershipUnits.Points)?.Moved ?? 0;
        merge.Points = points;
        db.MemberMerges.Add(merge);
        db.StatusChanges.Add(MemberRegister.Turn(duplicate, MemberStatus.Merged, order.On, call.At));
        duplicate.MergedIntoId = survivor.Id;
        // The duplicate first: a person is one member of a brand.
        await rows.UpdateAsync([duplicate], Columns, cancel);
        await rows.UpdateAsync([survivor], Columns, cancel);
        await rows.InsertAsync([.. plan.Changes], cancel);
        foreach (var change in plan.Changes)
            events.Add(new TierChanged(change.BrandId, change.MemberId, change.From, change.To));
        events.Add(new MembersMerged(order.BrandId, id, survivor.Id, duplicate.Id, points));
        return new Result(id, survivor.MemberNo, duplicate.MemberNo, points, survivor.Tier);
    }

    internal static MemberMergeOrder Order(Guid merge, Member survivor, Member duplicate, CallContext call) => new(
        merge, survivor.BrandId, survivor.Id, duplicate.Id, call.RequiredBrand.DateOf(call.At), call.At, call.Caller.Name);

    /// <param name="key">Of its postings.</param>
    /// <param name="rule">What the postings say of themselves.</param>
    /// <param name="order">Whose accounts, and when.</param>
    /// <param name="from">Named first in the explanation.</param>
    /// <param name="to">Named second.</param>
    internal static Succession Succession(string key, string rule, MemberMergeOrder order, Member from, Member to) => new(
        key, order.Duplicate, order.Survivor, order.On,
        new PostingReason
        {
            Operator = order.Operator,
            Rule = rule,
            Source = $"merge:{order.Merge:N}",
            Why = new TransferStory(from.MemberNo, to.MemberNo).ToJson(),
        });

    internal sealed record Input : IInput<Result>, IKeyed
    {
        /// <summary>Drawn by whoever asks; the same key merges once.</summary>
        public required string Key { get; init; }

        /// <summary>Who stays: member number, card or mobile.</summary>
        [Personal]
        public required string Survivor { get; init; }

        /// <summary>Who is closed.</summary>
        [Personal]
        public required string Duplicate { get; init; }

        /// <summary>How it is known that they are one; kept with the merge.</summary>
        public required string Reason { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="Points">What the survivor gained by it.</param>
    /// <param name="TierCode">The survivor's afterwards.</param>
    internal sealed record Result(Guid Merge, string MemberNo, string DuplicateNo, long Points, string TierCode) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Survivor).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Duplicate).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(200);
        }
    }
}
