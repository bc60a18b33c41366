using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.Jobs;

/// <summary>Deletes runs that ended a quarter of a year ago.</summary>
[Needs("Platform.Jobs.Run")]
internal sealed class ForgetOldRuns(PlatformDb db) : UseCase<ForgetOldRuns.Input, ForgetOldRuns.Result>
{
    private const int DaysKept = 90;

    public sealed record Input : IInput<Result>;

    public sealed record Result(int Forgotten);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var before = call.At.AddDays(-DaysKept);
        return new Result(await db.JobRuns.Where(r => r.EndedAt < before).ExecuteDeleteAsync(cancel));
    }
}
