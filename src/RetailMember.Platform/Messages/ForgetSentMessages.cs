using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.Messages;

/// <summary>Deletes kept messages after a week.</summary>
[Needs("Platform.Jobs.Run")]
internal sealed class ForgetSentMessages(PlatformDb db) : UseCase<ForgetSentMessages.Input, ForgetSentMessages.Result>
{
    private const int DaysKept = 7;

    public sealed record Input : IInput<Result>;

    public sealed record Result(int Forgotten);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var before = call.At.AddDays(-DaysKept);
        return new Result(await db.SentMessages.Where(m => m.At < before).ExecuteDeleteAsync(cancel));
    }
}
