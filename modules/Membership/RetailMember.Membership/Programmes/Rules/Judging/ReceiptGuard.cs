namespace RetailMember.Membership.Programmes;

/// <summary>Keeps every receipt inside the bounds within which the arithmetic is exact.</summary>
internal static class ReceiptGuard
{
    public static void Check(in Receipt receipt)
    {
        if (!IsSound(receipt))
            throw new ArgumentOutOfRangeException(nameof(receipt), "An amount or quantity is out of bounds.");
    }

    public static bool IsSound(in Receipt receipt)
    {
        long list = 0, paid = 0, pieces = 0;
        foreach (var line in receipt.Lines)
        {
            var linePaid = line.PaidFen ?? 0;
            if (!IsMoney(line.ListFen) || !IsMoney(linePaid) || line.Quantity < 0)
                return false;
            list += line.ListFen;
            paid += linePaid;
            pieces += line.Quantity;
            if (!IsMoney(list) || !IsMoney(paid) || pieces > Receipt.MaxPieces)
                return false;
        }
        return IsMoney(receipt.VoucherFen);
    }

    private static bool IsMoney(long fen) => fen is >= 0 and <= Receipt.MaxFen;
}
