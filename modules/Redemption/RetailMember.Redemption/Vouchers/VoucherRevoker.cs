using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Vouchers;

/// <summary>Takes vouchers back; what was used of them stays used.</summary>
internal sealed class VoucherRevoker(
    RedemptionDb db, IRows rows, DataSession session, DefinitionShelf shelf, Quotas quotas, VoucherHistory history)
{
    public async Task<IReadOnlyList<VoucherRevoked>> RevokeAsync(
        IReadOnlyList<VoucherRevocation> revocations, CancellationToken cancel)
    {
        string[] keys = [.. revocations.Select(r => r.Key).Distinct()];
        var ids = await db.Vouchers.Where(v => EF.Parameter(keys).Contains(v.IssueKey))
            .Select(v => new { v.Id, v.IssueKey }).ToDictionaryAsync(v => v.IssueKey, v => v.Id, cancel);
        return await RevokeAsync(
            [.. revocations.Select(r => (ids.GetValueOrDefault(r.Key), r))], cancel);
    }

    /// <param name="asked">Vouchers by their keys; the issue key of a revocation is not looked at.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyList<VoucherRevoked>> RevokeAsync(
        IReadOnlyList<(Guid Voucher, VoucherRevocation Revocation)> asked, CancellationToken cancel)
    {
        var vouchers = (await rows.LockAsync<Voucher, Guid>(v => v.Id, [.. asked.Select(a => a.Voucher).Distinct()], cancel))
            .Where(v => v.BrandId == session.Brand).ToDictionary(v => v.Id);
        var counted = await CountedAsync(vouchers.Values, cancel);
        var book = await quotas.OpenAsync([.. counted.Values.Distinct()], cancel);
        var (changed, moves) = (new HashSet<Voucher>(), new List<VoucherMove>());
        var outcomes = asked.Select(a => Decide(a.Voucher, a.Revocation)).ToList();
        await history.WriteAsync(changed, moves, cancel);
        await book.SaveAsync(cancel);
        return outcomes;

        VoucherRevoked Decide(Guid id, VoucherRevocation revocation)
        {
            if (!vouchers.TryGetValue(id, out var voucher) || !voucher.IsOpenOn(revocation.Occasion.On)
                || (revocation.OnlyUnused && voucher.State != VoucherState.Issued)
                || (revocation.Holder is { } holder && voucher.MemberId != holder))
                return new VoucherRevoked(0, VoucherRefusals.NotUsable);
            var taken = voucher.RemainingFen;
            if (voucher.State == VoucherState.Issued && counted.TryGetValue(id, out var key)) book.GiveBack(key, 1);
            (voucher.State, voucher.RemainingFen) = (VoucherState.Revoked, 0);
            changed.Add(voucher);
            moves.Add(VoucherHistory.Move(voucher, VoucherMoveKind.Revoked, revocation.Occasion, revocation.Reason, -taken));
            return new VoucherRevoked(taken, null);
        }
    }

    /// <summary>Vouchers that count against their definition's limit: whoever lost one unused may have another.</summary>
    private async Task<Dictionary<Guid, QuotaKey>> CountedAsync(IReadOnlyCollection<Voucher> vouchers, CancellationToken cancel)
    {
        var definitions = await shelf.OfIdsAsync([.. vouchers.Select(v => v.DefinitionId).Distinct()], cancel);
        var limited = definitions.Where(d => d.Terms.MostPerMember is not null).Select(d => d.Id).ToHashSet();
        return vouchers.Where(v => limited.Contains(v.DefinitionId))
            .ToDictionary(v => v.Id, v => new QuotaKey(v.MemberId, v.DefinitionId));
    }
}
