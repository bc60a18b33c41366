using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Benefits;

/// <summary>A benefit, and how often members had it in each of its periods.</summary>
[Needs(RedemptionPermissions.ViewBenefits)]
internal sealed class ReadBenefit(RedemptionDb db, BenefitShelf shelf) : Query<ReadBenefit.Input, ReadBenefit.Result>
{
    private const int MostPeriods = 24;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var benefit = await shelf.FindAsync(input.Benefit, cancel);
        var periods = await db.BenefitUses.AsNoTracking().Where(u => u.BenefitId == benefit.Id && u.TakenBackAt == null)
            .GroupBy(u => u.Period)
            .Select(g => new { Period = g.Key, Uses = g.LongCount() }).ToListAsync(cancel);
        return new Result(
            BenefitView.Of(benefit),
            [
                .. periods.OrderBy(p => p.Period, StringComparer.Ordinal).TakeLast(MostPeriods)
                    .Select(p => new Period(p.Period, p.Uses)),
            ]);
    }

    internal sealed record Input(string Benefit) : IInput<Result>;

    /// <param name="Periods">At most the last 24 of them.</param>
    internal sealed record Result(BenefitView Benefit, IReadOnlyList<Period> Periods);

    /// <param name="Name">Such as <c>2026-03</c>, <c>2026-q1</c>, <c>2026</c> or <c>ever</c>.</param>
    internal sealed record Period(string Name, long Uses);
}
