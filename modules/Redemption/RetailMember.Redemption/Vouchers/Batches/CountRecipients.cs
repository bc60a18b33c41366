using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers.Batches;

/// <summary>How many active members a segment has now, before vouchers are given to all of them.</summary>
[Needs(RedemptionPermissions.IssueInBulk)]
internal sealed class CountRecipients(IMemberFiles members) : Query<CountRecipients.Input, CountRecipients.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new(await members.CountAsync(new MemberSegment(input.Tiers, input.JoinedFrom, input.JoinedTo), cancel));

    internal sealed record Input : IInput<Result>
    {
        /// <summary>Codes of tiers; empty: any tier.</summary>
        public IReadOnlyList<string> Tiers { get; init; } = [];

        public DateOnly? JoinedFrom { get; init; }

        public DateOnly? JoinedTo { get; init; }
    }

    internal sealed record Result(long Members);
}
