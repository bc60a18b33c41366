using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Benefits;

/// <summary>The brand's benefits by code, the matrix of what each tier has; withdrawn ones too.</summary>
[Needs(RedemptionPermissions.ViewBenefits)]
internal sealed class FindBenefits(RedemptionDb db) : Query<FindBenefits.Input, FindBenefits.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new([.. (await db.Benefits.AsNoTracking().OrderBy(b => b.Code).ToListAsync(cancel)).Select(BenefitView.Of)]);

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<BenefitView> Benefits);
}
