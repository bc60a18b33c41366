using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers;

/// <summary>
/// Notes the expiry of every voucher whose last day is over. None can be used after it, noted or not; this only brings
/// the books to it, in many short transactions. It may be stopped and run again at any time.
/// </summary>
[Needs(RedemptionPermissions.RunJobs)]
internal sealed class ExpireVouchers(UseCaseEntry entry, IRunProgress progress)
    : Process<ExpireVouchers.Input, ExpireVouchers.Result>
{
    private const int AtOnce = 1_000;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        for (long vouchers = 0; ;)
        {
            var step = await entry.RunAsync(new ExpireSomeVouchers.Input(today, AtOnce), call, cancel);
            if (step.Vouchers == 0) return new Result(today, vouchers);
            vouchers += step.Vouchers;
            progress.Report(vouchers, total: 0);
        }
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(DateOnly AsOf, long Vouchers);
}
