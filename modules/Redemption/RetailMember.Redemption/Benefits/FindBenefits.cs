using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Benefits;

/// <summary>The brand's benefits by code, the matrix of what each tier has; withdrawn ones too where that is not asked.</summary>
[Needs(RedemptionPermissions.ViewBenefits)]
internal sealed class FindBenefits(RedemptionDb db) : Query<FindBenefits.Input, FindBenefits.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var asked = db.Benefits.AsNoTracking();
        if (input.Withdrawn is { } withdrawn) asked = asked.Where(b => b.Withdrawn == withdrawn);
        var found = await asked.OrderBy(b => b.Code).ToListAsync(cancel);
        var uses = await db.BenefitUses.AsNoTracking().Where(u => u.TakenBackAt == null).GroupBy(u => u.BenefitId)
            .Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return new Result([.. found.Select(b => new Row(BenefitView.Of(b), uses.GetValueOrDefault(b.Id)))]);
    }

    internal sealed record Input(bool? Withdrawn = null) : IInput<Result>;

    internal sealed record Result(IReadOnlyList<Row> Benefits);

    /// <param name="Uses">How often it was had, by all members in all periods.</param>
    internal sealed record Row(BenefitView Benefit, long Uses);
}
