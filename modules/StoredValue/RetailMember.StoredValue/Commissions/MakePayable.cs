using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions;

/// <summary>Makes payable what customers can no longer take back. Running it again changes nothing.</summary>
[Needs(StoredValuePermissions.RunJobs)]
internal sealed class MakePayable(StoredValueDb db) : UseCase<MakePayable.Input, MakePayable.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        return new Result(await db.CommissionLines
            .Where(l => l.State == CommissionState.Pending && l.PayableOn <= today)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.State, CommissionState.Payable), cancel));
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Lines">Made payable.</param>
    internal sealed record Result(int Lines);
}
