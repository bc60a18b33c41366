using RetailMember.Jobs;
using RetailMember.UseCases;

namespace RetailMember.Membership.Points;

/// <summary>
/// Closes qualification periods that have ended, with the downgrade that the programme says, and warns who stands to
/// lose a tier soon. In many short transactions; stopped and run again it goes through all members once more and finds
/// what it did already done.
/// </summary>
[Needs(MembershipPermissions.RunJobs)]
internal sealed class ReviewTiers(UseCaseEntry entry, IRunProgress progress)
    : Process<ReviewTiers.Input, ReviewTiers.Result>
{
    private const int MembersAtOnce = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var asOf = call.DayOf(input.AsOf);
        var sum = new Result(asOf, 0, 0, 0);
        Guid? last = null;
        while (true)
        {
            var share = await entry.RunAsync(new ReviewMembers.Input(asOf, last, MembersAtOnce), call, cancel);
            if (share.Last is null) return sum;
            last = share.Last;
            sum = new Result(
                asOf, sum.Members + share.Members, sum.Changed + share.Changed, sum.Warned + share.Warned);
            progress.Report(sum.Members, total: 0);
        }
    }

    /// <param name="AsOf">Business day of the brand. Today where it is left out; never later.</param>
    internal sealed record Input(DateOnly? AsOf = null) : IInput<Result>;

    internal sealed record Result(DateOnly AsOf, long Members, long Changed, long Warned);
}
