using RetailMember.Jobs;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>
/// Brings the tags of all members of a brand up to today, in many short transactions. Each leaves behind how far it came:
/// stopped and run again on the same day it goes on there, and two hosts share one walk.
/// </summary>
[Needs(MembershipPermissions.ActivateTags)]
internal sealed class RecountTags(UseCaseEntry entry, IRunProgress progress) : Process<RecountTags.Input, TagRecountView>
{
    private const int MembersAtOnce = 500;

    protected override async Task<TagRecountView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var recount = input.Recount ?? (await entry.RunAsync(new BeginRecount.Input(), call, cancel)).Recount;
        while (true)
        {
            var step = await entry.RunAsync(new RecountMembers.Input(recount, MembersAtOnce), call, cancel);
            progress.Report(step.Done, step.Total);
            if (step.State != TagRecountState.Running) return step;
        }
    }

    /// <param name="Recount">The walk to go on with; left out: today's.</param>
    internal sealed record Input(Guid? Recount = null) : IInput<TagRecountView>;
}
