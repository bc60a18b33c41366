using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Gifts;

/// <summary>
/// Notes every gift that nobody claimed in time. None is given after its last day, noted or not. Works in many short
/// transactions; it may be stopped and run again at any time.
/// </summary>
[Needs(RedemptionPermissions.RunJobs)]
internal sealed class ExpireGifts(UseCaseEntry entry, IRunProgress progress) : Process<ExpireGifts.Input, ExpireGifts.Result>
{
    private const int AtOnce = 1_000;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        for (long gifts = 0; ;)
        {
            var step = await entry.RunAsync(new ExpireSomeGifts.Input(today, AtOnce), call, cancel);
            if (step.Gifts == 0) return new Result(today, gifts);
            gifts += step.Gifts;
            progress.Report(gifts, total: 0);
        }
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(DateOnly AsOf, long Gifts);
}
