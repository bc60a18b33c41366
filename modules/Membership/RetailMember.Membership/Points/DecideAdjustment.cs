using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Points;

/// <summary>Approves or refuses a correction above the limit. Nobody decides on his own.</summary>
[Needs(MembershipPermissions.ApproveAdjustments)]
internal sealed class DecideAdjustment(MembershipDb db, IRows rows, AdjustmentBook book)
    : UseCase<DecideAdjustment.Input, DecideAdjustment.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var adjustment = await db.Adjustments.SingleOrDefaultAsync(a => a.Id == input.Adjustment, cancel)
            ?? throw new Refusal("membership.adjustment-not-found", RefusalKind.NotFound);
        if (adjustment.Status != AdjustmentStatus.Requested)
            throw new Refusal("membership.adjustment-decided", RefusalKind.Conflict);
        if (adjustment.RequestedById == call.Caller.Id)
            throw new Refusal("membership.second-person-needed", RefusalKind.Forbidden);
        adjustment.Status = input.Approve ? AdjustmentStatus.Posted : AdjustmentStatus.Refused;
        adjustment.DecidedBy = call.Caller.Name;
        adjustment.DecidedAt = call.At;
        if (!input.Approve) return new Result(adjustment.Id, adjustment.Status, null);
        var member = (await rows.LockAsync<Member, Guid>(m => m.Id, [adjustment.MemberId], cancel)).Single();
        AdjustmentBook.RequireActive(member);
        return new Result(adjustment.Id, adjustment.Status, await book.PostAsync(adjustment, member, call, cancel));
    }

    internal sealed record Input(Guid Adjustment, bool Approve) : IInput<Result>;

    /// <param name="PointsBalance">Pending points included; absent where it was refused.</param>
    internal sealed record Result(Guid Adjustment, AdjustmentStatus Status, long? PointsBalance);
}
