using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Pages.MemberEvents;

/// <summary>Whom an event can be for, as its form offers it.</summary>
[Needs(EngagementRights.EditEvents)]
internal sealed class ReadInvitable(IMemberTiers tiers) : Query<ReadInvitable.Input, ReadInvitable.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new(await tiers.AtAsync(call.At, cancel));

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<MemberTier> Tiers);
}
