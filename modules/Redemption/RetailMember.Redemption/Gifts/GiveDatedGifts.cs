using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>
/// Gives members the gifts of their birthdays and anniversaries, day by day up to today, days on which nobody ran it
/// included. Works in many short transactions; it may be stopped and run again at any time.
/// </summary>
[Needs(RedemptionPermissions.RunJobs)]
internal sealed class GiveDatedGifts(UseCaseEntry entry, IRunProgress progress)
    : Process<GiveDatedGifts.Input, GiveDatedGifts.Result>
{
    private const int AtOnce = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var (members, step) = (0L, new GiveGiftsOfDay.Result(false, null, null, 0));
        while (!step.Done)
        {
            step = await entry.RunAsync(new GiveGiftsOfDay.Input(today, step.Rule, step.After, AtOnce), call, cancel);
            members += step.Members;
            progress.Report(members, total: 0);
        }

        return new Result(today, members);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(DateOnly AsOf, long Members);
}
