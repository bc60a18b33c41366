using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Portal.Data;
using RetailMember.UseCases;

namespace RetailMember.Portal.Codes;

/// <summary>Deletes codes of the day before yesterday, sessions that ended a quarter of a year ago, and old counts of guesses.</summary>
[Needs(PortalPermissions.RunJobs)]
internal sealed class ForgetCodes(PortalDb db) : UseCase<ForgetCodes.Input, ForgetCodes.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (codes, sessions) = (call.At.AddDays(-2), call.At.AddDays(-90));
        var hour = new DateTimeOffset(codes).ToUnixTimeSeconds() / 3600;
        return new Result(
            await db.AcrossBrands<OneTimeCode>().Where(c => c.SentAt < codes).ExecuteDeleteAsync(cancel),
            await db.AcrossBrands<MemberSession>().Where(s => s.EndsAt < sessions).ExecuteDeleteAsync(cancel),
            await db.AcrossBrands<CardGuess>().Where(g => g.Hour < hour).ExecuteDeleteAsync(cancel));
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(int Codes, int Sessions, int Guesses);
}
