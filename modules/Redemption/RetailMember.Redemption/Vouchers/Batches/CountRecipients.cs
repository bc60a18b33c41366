using FluentValidation;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers.Batches;

/// <summary>How many members a list names, or how many active ones a segment has now, before vouchers are given to all of them.</summary>
[Needs(RedemptionPermissions.IssueInBulk)]
internal sealed class CountRecipients(IMemberFiles members) : Query<CountRecipients.Input, CountRecipients.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (input.Members.Count == 0) return new Result(await members.CountAsync(input.Segment, cancel));
        var named = await members.FindAsync([.. input.Members.Distinct()], cancel);
        return new Result(named.Values.DistinctBy(m => m.Id).LongCount());
    }

    internal sealed record Input : IInput<Result>
    {
        /// <summary>Member numbers, cards or mobiles; left out: the segment below. Who is not there does not count.</summary>
        [Personal]
        public IReadOnlyList<string> Members { get; init; } = [];

        /// <summary>Codes of tiers; empty: any tier.</summary>
        public IReadOnlyList<string> Tiers { get; init; } = [];

        /// <summary>Codes of tags, one of which they have; empty: any.</summary>
        public IReadOnlyList<string> Tags { get; init; } = [];

        public DateOnly? JoinedFrom { get; init; }

        public DateOnly? JoinedTo { get; init; }

        internal MemberSegment Segment => new(Tiers, JoinedFrom, JoinedTo) { Tags = Tags };
    }

    internal sealed record Result(long Members);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() =>
            RuleFor(i => i.Members).Must(m => m.Count <= IssueVouchers.MostMembers).WithErrorCode("redemption.too-many-members");
    }
}
