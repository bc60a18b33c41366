using RetailMember.UseCases;

namespace RetailMember.Membership.Tags;

/// <summary>Counts all members of the brand again, now and in the background.</summary>
[Needs(MembershipPermissions.ActivateTags)]
internal sealed class StartRecount(RecountBook book) : UseCase<StartRecount.Input, TagRecountView>
{
    protected override async Task<TagRecountView> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        TagRecountView.Of(await book.EnqueueAsync(call, cancel));

    internal sealed record Input : IInput<TagRecountView>;
}
