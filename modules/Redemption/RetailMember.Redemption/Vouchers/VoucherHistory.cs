using RetailMember.Data;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Vouchers;

/// <summary>Writes what happened to vouchers: their new state and a line of history for each change.</summary>
internal sealed class VoucherHistory(IRows rows, Sequences sequences)
{
    public static VoucherMove Move(
        Voucher voucher, VoucherMoveKind kind, VoucherOccasion occasion, string reference,
        long valueFen = 0, long discountFen = 0, string? disclosedBy = null) => new()
        {
            BrandId = voucher.BrandId,
            VoucherId = voucher.Id,
            Kind = kind,
            ValueFen = valueFen,
            DiscountFen = discountFen,
            MemberId = voucher.MemberId,
            Reference = reference,
            StoreId = occasion.StoreId,
            Operator = occasion.Operator,
            DisclosedBy = disclosedBy,
            At = occasion.At,
            On = occasion.On,
        };

    /// <param name="changed">Vouchers whose state or value moved.</param>
    /// <param name="moves">In the order in which they happened.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task WriteAsync(
        IReadOnlyCollection<Voucher> changed, IReadOnlyList<VoucherMove> moves, CancellationToken cancel)
    {
        await rows.UpdateAsync(changed, Voucher.Moving, cancel);
        await AppendAsync(moves, cancel);
    }

    public async Task AppendAsync(IReadOnlyList<VoucherMove> moves, CancellationToken cancel)
    {
        var ids = await sequences.TakeAsync<VoucherMove>(moves.Count, cancel);
        for (var i = 0; i < moves.Count; i++) moves[i].Id = ids[i];
        await rows.InsertAsync(moves, cancel);
    }
}
