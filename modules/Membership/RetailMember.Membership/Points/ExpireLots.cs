using FluentValidation;
using RetailMember.Ledger;
using RetailMember.UseCases;

namespace RetailMember.Membership.Points;

/// <summary>Posts the expiry of some lots: one transaction's share of <see cref="ExpirePoints"/>.</summary>
[Needs(MembershipPermissions.RunJobs)]
internal sealed class ExpireLots(ILedger ledger) : UseCase<ExpireLots.Input, ExpireLots.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new(await ledger.ExpireAsync(input.AsOf, input.Limit, cancel));

    /// <param name="AsOf">Lots whose last valid day is before it expire.</param>
    internal sealed record Input(DateOnly AsOf, int Limit) : IInput<Result>;

    internal sealed record Result(int Lots);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Limit).InclusiveBetween(1, 10_000);
    }
}
