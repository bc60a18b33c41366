using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes.Replay;

/// <summary>Stops a replay for good; one that runs stops after the members it is at.</summary>
[Needs(MembershipPermissions.EditProgrammes)]
internal sealed class CancelReplay(MembershipDb db, ReplayDesk desk) : UseCase<CancelReplay.Input, ReplayView>
{
    protected override async Task<ReplayView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = await desk.FindAsync(input.Version, input.Replay, cancel);
        if (found.State is ReplayState.Done or ReplayState.Failed)
            throw new Refusal("membership.replay-over", RefusalKind.Conflict, ("replay", input.Replay));
        var asked = db.ProgrammeReplays.Where(r => r.Id == input.Replay && r.State == found.State);
        var worked = found.State is ReplayState.Running or ReplayState.Cancelling && !found.IsSilentAt(call.At);
        if (found.State != ReplayState.Cancelled)
            await (worked
                ? asked.ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReplayState.Cancelling), cancel)
                : asked.ExecuteUpdateAsync(
                    set => set.SetProperty(r => r.State, ReplayState.Cancelled)
                        .SetProperty(r => r.Attempt, (Guid?)null).SetProperty(r => r.EndedAt, call.At),
                    cancel));
        if (!worked) await db.ReplayedMembers.Where(m => m.ReplayId == input.Replay).ExecuteDeleteAsync(cancel);
        return ReplayView.Of(
            await desk.FindAsync(input.Version, input.Replay, cancel),
            await desk.HashOfAsync(input.Version, cancel),
            call.At);
    }

    internal sealed record Input(int Version, Guid Replay) : IInput<ReplayView>;
}
