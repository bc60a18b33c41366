using RetailMember.Membership;
using RetailMember.Pharmacy.Health;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Own;

/// <summary>
/// A member agrees no more that his health data is kept: at once it is erased, and no health letter that waits is sent.
/// Asked twice it does it once.
/// </summary>
[OwnMember]
internal sealed class WithdrawOwnHealthConsent(HealthConsents consents, IMemberAwards awards)
    : UseCase<WithdrawOwnHealthConsent.Input, WithdrawOwnHealthConsent.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var me = call.Caller.Id!.Value;
        await awards.HoldAsync([me], cancel);
        return new Result(await consents.WithdrawAsync(me, call, cancel));
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Erased">How many records are gone.</param>
    internal sealed record Result(int Erased);
}
