using Microsoft.EntityFrameworkCore;
using RetailMember.Rules;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions.Editing;

/// <summary>All wordings of the brand's commission rules, newest first, the usual rules last.</summary>
[Needs(SalesPermissions.ViewCommissions)]
internal sealed class FindCommissionRules(StoredValueDb db, CommissionShelf shelf)
    : Query<FindCommissionRules.Input, FindCommissionRules.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var inForce = (await shelf.AtAsync(call.At, cancel)).Number;
        var versions = await db.CommissionVersions.AsNoTracking().OrderByDescending(v => v.Number).ToListAsync(cancel);
        return new Result([.. versions.Select(v => v.ViewOf(call.At, inForce)), CommissionVersionViews.Usual(inForce)]);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<RulesView<CommissionTerms>> Versions);
}
