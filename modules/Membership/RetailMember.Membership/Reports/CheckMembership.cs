using RetailMember.Brands;
using RetailMember.Ledger;
using RetailMember.UseCases;

namespace RetailMember.Membership.Reports;

/// <summary>
/// One brand's share of <see cref="VerifyBooks"/>: members, receipts and refunds against the ledger, and what other modules
/// find in their own books.
/// </summary>
[Needs(MembershipPermissions.ViewReports)]
internal sealed class CheckMembership(MembershipChecks checks, IEnumerable<IBookCheck> others, IBrandDirectory brands)
    : Query<CheckMembership.Input, CheckMembership.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        List<MembershipBreach> breaches = [.. await checks.FindAsync(cancel)];
        foreach (var other in others.Where(o => brands.IsOn(o.Module, call.RequiredBrand.Id, null)))
            breaches.AddRange((await other.FindAsync(cancel)).Select(f => new MembershipBreach(f.Code, f.Count, f.First)));
        return new Result(breaches);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<MembershipBreach> Breaches);
}
