using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers.Definitions;

/// <summary>The brand's voucher definitions by code, each with its funnel: issued, used, expired, money given away.</summary>
[Needs(RedemptionPermissions.ViewVouchers)]
internal sealed class FindVoucherDefinitions(RedemptionDb db)
    : Query<FindVoucherDefinitions.Input, FindVoucherDefinitions.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var definitions = db.VoucherDefinitions.AsNoTracking();
        if (input.State is { } state) definitions = definitions.Where(d => d.State == state);
        if (input.Definition is { } code) definitions = definitions.Where(d => d.Code == code);
        var found = await definitions.OrderBy(d => d.Code).ToListAsync(cancel);
        var counts = await db.Vouchers.AsNoTracking().Where(v => definitions.Any(d => d.Id == v.DefinitionId))
            .GroupBy(v => new { v.DefinitionId, v.State })
            .Select(g => new { g.Key.DefinitionId, g.Key.State, Count = g.LongCount() }).ToListAsync(cancel);
        var given = await db.VoucherMoves.AsNoTracking().Where(m => m.DiscountFen != 0)
            .Join(
                db.Vouchers.Where(v => definitions.Any(d => d.Id == v.DefinitionId)), m => m.VoucherId, v => v.Id,
                (m, v) => new { v.DefinitionId, m.DiscountFen })
            .GroupBy(m => m.DefinitionId).Select(g => new { g.Key, Fen = g.Sum(m => m.DiscountFen) })
            .ToDictionaryAsync(g => g.Key, g => g.Fen, cancel);
        var byDefinition = counts.ToLookup(c => c.DefinitionId);
        return new Result(
        [
            .. found.Select(d => new Row(
                DefinitionView.Of(d),
                byDefinition[d.Id].Sum(c => c.Count),
                byDefinition[d.Id].Where(c => c.State is VoucherState.Used or VoucherState.PartlyUsed).Sum(c => c.Count),
                byDefinition[d.Id].Where(c => c.State == VoucherState.Expired).Sum(c => c.Count),
                byDefinition[d.Id].Where(c => c.State == VoucherState.Revoked).Sum(c => c.Count),
                new Values.Money(given.GetValueOrDefault(d.Id)))),
        ]);
    }

    /// <param name="Definition">The code of the one that is wanted; left out: all.</param>
    internal sealed record Input(VoucherDefinitionState? State = null, string? Definition = null) : IInput<Result>;

    internal sealed record Result(IReadOnlyList<Row> Definitions);

    /// <param name="Issued">All that were ever issued.</param>
    /// <param name="Used">Wholly or in part.</param>
    /// <param name="GivenAway">Yuan that receipts were relieved of, returns taken off.</param>
    internal sealed record Row(
        DefinitionView Definition, long Issued, long Used, long Expired, long Revoked, Values.Money GivenAway);
}
