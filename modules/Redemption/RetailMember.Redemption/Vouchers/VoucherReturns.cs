using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Vouchers;

/// <summary>Gives uses back after refunds, by the recorded use and never beyond it.</summary>
internal sealed class VoucherReturns(
    RedemptionDb db, IRows rows, DataSession session, DefinitionShelf shelf, VoucherHistory history)
{
    public async Task<IReadOnlyList<VoucherReturned>> GiveBackAsync(
        IReadOnlyList<VoucherReturn> returns, CancellationToken cancel)
    {
        Guid[] ids = [.. returns.Select(r => r.Voucher).Distinct()];
        var vouchers = (await rows.LockAsync<Voucher, Guid>(v => v.Id, ids, cancel))
            .Where(v => v.BrandId == session.Brand).ToDictionary(v => v.Id);
        var definitions = (await shelf.OfIdsAsync([.. vouchers.Values.Select(v => v.DefinitionId).Distinct()], cancel))
            .ToDictionary(d => d.Id);
        var past = await db.VoucherMoves.AsNoTracking()
            .Where(m => EF.Parameter(ids).Contains(m.VoucherId)
                && (m.Kind == VoucherMoveKind.Used || m.Kind == VoucherMoveKind.Returned))
            .ToListAsync(cancel);
        var (changed, moves) = (new HashSet<Voucher>(), new List<VoucherMove>());
        var outcomes = returns.Select(Decide).ToList();
        await history.WriteAsync(changed, moves, cancel);
        return outcomes;

        VoucherReturned Decide(VoucherReturn given)
        {
            if (!vouchers.TryGetValue(given.Voucher, out var voucher)) return Refused(VoucherRefusals.UseNotFound);
            var use = Use.Of(past.Concat(moves).Where(m => m.VoucherId == voucher.Id && m.Reference == given.Reference));
            if (use is null) return Refused(VoucherRefusals.UseNotFound);
            if (given.DiscountFen <= 0 || given.DiscountFen > use.LeftFen) return Refused(VoucherRefusals.OverReturn);

            var lapsed = voucher.State is VoucherState.Revoked or VoucherState.Expired || voucher.ExpiresOn < given.Occasion.On;
            var partial = definitions[voucher.DefinitionId].Terms.PartialUse;
            var isWhole = given.DiscountFen == use.LeftFen;
            var restored = lapsed ? 0 : partial ? given.DiscountFen : isWhole ? use.ValueFen : 0;
            var usable = !lapsed && (partial || isWhole);
            if (usable) Restore(voucher, restored);
            moves.Add(VoucherHistory.Move(
                voucher, VoucherMoveKind.Returned, given.Occasion, given.Reference, restored, -given.DiscountFen));
            return new VoucherReturned(restored, lapsed, Usable: usable);
        }

        void Restore(Voucher voucher, long fen)
        {
            voucher.RemainingFen += fen;
            voucher.State = voucher.RemainingFen == voucher.FaceFen ? VoucherState.Issued : VoucherState.PartlyUsed;
            changed.Add(voucher);
        }
    }

    private static VoucherReturned Refused(string code) => new(0, Lapsed: false, code);

    /// <summary>What a receipt used of a voucher and has not been given back.</summary>
    /// <param name="LeftFen">Of what it paid.</param>
    /// <param name="ValueFen">Of what the voucher lost by it.</param>
    private sealed record Use(long LeftFen, long ValueFen)
    {
        public static Use? Of(IEnumerable<VoucherMove> moves)
        {
            List<VoucherMove> own = [.. moves];
            return own.Exists(m => m.Kind == VoucherMoveKind.Used)
                ? new Use(own.Sum(m => m.DiscountFen), -own.Sum(m => m.ValueFen))
                : null;
        }
    }
}
