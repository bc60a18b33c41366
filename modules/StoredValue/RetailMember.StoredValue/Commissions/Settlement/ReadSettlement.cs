using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Commissions.Settlement;

/// <summary>A settlement: what each seller gets, and of which lines it consists.</summary>
[Needs(SalesPermissions.ViewCommissions)]
internal sealed class ReadSettlement(StoredValueDb db, SettlementShelf shelf) : Query<ReadSettlement.Input, ReadSettlement.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var batch = await shelf.FindAsync(input.Settlement, cancel);
        var lines = await db.CommissionLines.AsNoTracking().Where(l => l.BatchId == batch.Id).OrderBy(l => l.Id).ToListAsync(cancel);
        var doubted = await shelf.DoubtedAsync(cancel);
        var read = Result.Of(batch, lines, shelf);
        return read with { Statement = read.Statement with { DisputedLines = lines.Count(l => doubted.Contains(l.Id)) } };
    }

    internal sealed record Input(long Settlement) : IInput<Result>;

    internal sealed record Result(
        SettlementView Statement, IReadOnlyList<SellerShare> Sellers, IReadOnlyList<CommissionLineView> Entries)
    {
        public static Result Of(SettlementBatch batch, IReadOnlyList<CommissionLine> lines, SettlementShelf shelf) => new(
            SettlementView.Of(batch),
            [
                .. lines.GroupBy(l => l.Seller).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new SellerShare(
                    g.Key,
                    Sum(g.Where(l => l is { Kind: CommissionKind.Commission, Fen: > 0 })),
                    Sum(g.Where(l => l is { Kind: CommissionKind.FirstCard or CommissionKind.TopSeller, Fen: > 0 })),
                    Sum(g.Where(l => l is { Kind: CommissionKind.Assessment, Fen: > 0 })),
                    Sum(g.Where(l => l.Fen < 0)),
                    Sum(g))),
            ],
            [.. lines.Select(shelf.Show)]);

        private static Money Sum(IEnumerable<CommissionLine> lines) => new(lines.Sum(l => l.Fen));
    }

    /// <param name="Seller">User name.</param>
    /// <param name="Commission">Yuan.</param>
    /// <param name="AwardTotal">Yuan.</param>
    /// <param name="AssessmentTotal">Yuan.</param>
    /// <param name="TakenBack">Yuan, negative.</param>
    /// <param name="Total">Yuan that he gets; negative: that he owes.</param>
    internal sealed record SellerShare(
        string Seller, Money Commission, Money AwardTotal, Money AssessmentTotal, Money TakenBack, Money Total);
}

/// <summary>All settlements, newest first.</summary>
[Needs(SalesPermissions.ViewCommissions)]
internal sealed class FindSettlements(StoredValueDb db, SettlementShelf shelf) : Query<FindSettlements.Input, FindSettlements.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var waiting = db.CommissionLines.Where(l => l.State == CommissionState.Payable && l.BatchId == null);
        var doubted = shelf.Doubted;
        var payable = await waiting.Where(l => !doubted.Any(d => d.Id == l.Id))
            .GroupBy(l => 1).Select(g => new { Lines = g.Count(), Fen = g.Sum(l => l.Fen) }).FirstOrDefaultAsync(cancel);
        return new Result(
            [.. (await db.SettlementBatches.AsNoTracking().OrderByDescending(b => b.Id).ToListAsync(cancel)).Select(SettlementView.Of)],
            payable?.Lines ?? 0, new Money(payable?.Fen ?? 0),
            await waiting.CountAsync(l => doubted.Any(d => d.Id == l.Id), cancel));
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="PayableLines">That wait for a settlement.</param>
    /// <param name="PayableTotal">Yuan.</param>
    /// <param name="DisputedLines">That wait for the answer to a doubt, and for the settlement after it.</param>
    internal sealed record Result(
        IReadOnlyList<SettlementView> Settlements, int PayableLines, Money PayableTotal, int DisputedLines);
}
