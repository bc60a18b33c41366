using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Orders;

/// <summary>
/// Takes back every order that nobody collected in time. None is handed out after its last day, taken back or not. Works
/// in many short transactions; it may be stopped and run again at any time.
/// </summary>
[Needs(RedemptionPermissions.RunJobs)]
internal sealed class ExpireOrders(UseCaseEntry entry, IRunProgress progress) : Process<ExpireOrders.Input, ExpireOrders.Result>
{
    private const int AtOnce = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        for (long orders = 0; ;)
        {
            var step = await entry.RunAsync(new ExpireSomeOrders.Input(today, AtOnce), call, cancel);
            if (step.Orders == 0) return new Result(today, orders);
            orders += step.Orders;
            progress.Report(orders, total: 0);
        }
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(DateOnly AsOf, long Orders);
}
