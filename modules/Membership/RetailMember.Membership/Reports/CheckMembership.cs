using RetailMember.UseCases;

namespace RetailMember.Membership.Reports;

/// <summary>One brand's share of <see cref="VerifyBooks"/>: members, receipts and refunds against the ledger.</summary>
[Needs(MembershipPermissions.ViewReports)]
internal sealed class CheckMembership(MembershipChecks checks) : Query<CheckMembership.Input, CheckMembership.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new(await checks.FindAsync(cancel));

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<MembershipBreach> Breaches);
}
