using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers.Rules;

namespace RetailMember.Redemption.Vouchers;

/// <summary>Decides receipts one after the other, each seeing what the ones before it used.</summary>
/// <param name="vouchers">That may be used, by the index of their code.</param>
/// <param name="known">Indexes of all codes of the brand, whatever became of their vouchers.</param>
/// <param name="definitions">Of the vouchers.</param>
/// <param name="codes">Reads codes.</param>
/// <param name="storeCode">Of a store.</param>
internal sealed class VoucherCounter(
    IReadOnlyDictionary<string, Voucher> vouchers,
    IReadOnlySet<string> known,
    IReadOnlyDictionary<Guid, KnownDefinition> definitions,
    SecretCode codes,
    Func<int, string?> storeCode)
{
    private readonly HashSet<Voucher> changed = [];
    private readonly List<VoucherMove> moves = [];

    public IReadOnlyCollection<Voucher> Changed => changed;

    public IReadOnlyList<VoucherMove> Moves => moves;

    public VoucherSettlement Settle(VoucherReceipt receipt)
    {
        var unknown = receipt.Codes.Count(c => codes.IndexOf(c) is not { } index || !known.Contains(index));
        if (unknown > 0) return VoucherSettlement.Refused(VoucherRefusals.NotUsable) with { UnknownCodes = unknown };
        var laid = new List<Laid>(receipt.Codes.Count);
        foreach (var code in receipt.Codes)
        {
            if (Find(code, receipt) is not { } voucher) return VoucherSettlement.Refused(VoucherRefusals.NotUsable);
            laid.Add(new Laid(voucher, definitions[voucher.DefinitionId]));
        }

        if (Fault(laid, receipt) is { } fault) return VoucherSettlement.Refused(fault);
        var basket = new Basket(receipt.Lines);
        foreach (var one in LaidVoucher.InOrder(laid))
            if (one.LayOn(basket) is { } no) return VoucherSettlement.Refused(no);

        return new VoucherSettlement([.. laid.Select(l => Use(l, receipt))], basket.DiscountsFen);
    }

    private Voucher? Find(string code, VoucherReceipt receipt) =>
        codes.IndexOf(code) is { } index && vouchers.TryGetValue(index, out var voucher)
        && voucher.IsOpenOn(receipt.Occasion.On)
        && (receipt.Member is null || receipt.Member == voucher.MemberId)
            ? voucher
            : null;

    private string? Fault(List<Laid> laid, VoucherReceipt receipt)
    {
        var store = receipt.Occasion.StoreId is { } id ? storeCode(id) : null;
        if (laid.Exists(l => l.Voucher.ValidFrom > receipt.Occasion.On)) return VoucherRefusals.NotYet;
        if (laid.Exists(l => !l.Terms.CountsAt(store))) return VoucherRefusals.NotHere;
        if (laid.DistinctBy(l => l.Voucher.Id).Count() < laid.Count) return VoucherRefusals.SameTwice;
        return laid.Count <= 1 || laid.TrueForAll(l => l.Terms.Stackable) ? null : VoucherRefusals.DoNotStack;
    }

    private VoucherUse Use(Laid laid, VoucherReceipt receipt)
    {
        var voucher = laid.Voucher;
        var value = laid.Terms.PartialUse ? laid.DiscountFen : voucher.RemainingFen;
        voucher.RemainingFen -= value;
        voucher.State = laid.Terms.PartialUse && voucher.RemainingFen > 0 ? VoucherState.PartlyUsed : VoucherState.Used;
        changed.Add(voucher);
        moves.Add(VoucherHistory.Move(
            voucher, VoucherMoveKind.Used, receipt.Occasion, receipt.Reference, -value, laid.DiscountFen,
            voucher.DisclosedBy));
        return new VoucherUse(voucher.Id, laid.Definition.Code, laid.DiscountFen, voucher.RemainingFen, laid.LineDiscountsFen);
    }

    private sealed class Laid(Voucher voucher, KnownDefinition definition)
        : LaidVoucher(definition.Terms, voucher.RemainingFen)
    {
        public Voucher Voucher { get; } = voucher;

        public KnownDefinition Definition { get; } = definition;
    }
}
