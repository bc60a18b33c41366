using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Membership;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Vouchers;

/// <summary>Lays vouchers on receipts, for a quote or for good. Both go by the same counter.</summary>
internal sealed class VoucherTill(
    IRows rows,
    DataSession session,
    SecretCode codes,
    DefinitionShelf shelf,
    IMemberFiles files,
    IBrandDirectory brands,
    VoucherHistory history,
    IEvents events)
{
    public async Task<IReadOnlyList<VoucherSettlement>> QuoteAsync(
        IReadOnlyList<VoucherReceipt> receipts, CancellationToken cancel)
    {
        var indexes = IndexesOf(receipts);
        var counter = await OpenAsync(await rows.ReadAsync<Voucher, string>(v => v.CodeIndex, indexes, cancel), cancel);
        return [.. receipts.Select(counter.Settle)];
    }

    public async Task<IReadOnlyList<VoucherSettlement>> SettleAsync(
        IReadOnlyList<VoucherReceipt> receipts, CancellationToken cancel)
    {
        var indexes = IndexesOf(receipts);
        var counter = await OpenAsync(await rows.LockAsync<Voucher, string>(v => v.CodeIndex, indexes, cancel), cancel);
        IReadOnlyList<VoucherSettlement> settled = [.. receipts.Select(counter.Settle)];
        await history.WriteAsync(counter.Changed, counter.Moves, cancel);
        foreach (var move in counter.Moves)
            events.Add(new VoucherUsed(move.BrandId, move.VoucherId, move.MemberId, move.StoreId, move.DiscountFen));
        return settled;
    }

    private string[] IndexesOf(IReadOnlyList<VoucherReceipt> receipts) =>
        [.. receipts.SelectMany(r => r.Codes).Select(c => codes.IndexOf(c)).OfType<string>().Distinct()];

    private async Task<VoucherCounter> OpenAsync(List<Voucher> found, CancellationToken cancel)
    {
        Voucher[] ofBrand = [.. found.Where(v => v.BrandId == session.Brand)];
        var holders = await files.ReadAsync([.. ofBrand.Select(v => v.MemberId).Distinct()], cancel);
        // Of one who has left, a code opens nothing, whoever shows it.
        Voucher[] own = [.. ofBrand.Where(v => holders.GetValueOrDefault(v.MemberId)?.IsActive == true)];
        var definitions = await shelf.OfIdsAsync([.. own.Select(v => v.DefinitionId).Distinct()], cancel);
        return new VoucherCounter(
            own.ToDictionary(v => v.CodeIndex),
            ofBrand.Select(v => v.CodeIndex).ToHashSet(),
            definitions.ToDictionary(d => d.Id),
            codes,
            store => brands.FindStore(store)?.Code);
    }
}
