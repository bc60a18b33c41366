using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers.Rules;

namespace RetailMember.Redemption.Vouchers;

/// <summary>
/// Decides receipts one after the other, each seeing what the ones before it used. Percentages are laid on before
/// amounts, and what counts for some goods only before what counts for all: the order that leaves the member most.
/// </summary>
internal sealed class VoucherCounter(
    IReadOnlyDictionary<string, Voucher> vouchers,
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
        var laid = new List<Laid>(receipt.Codes.Count);
        foreach (var code in receipt.Codes)
        {
            if (Find(code, receipt) is not { } voucher) return VoucherSettlement.Refused(VoucherRefusals.NotUsable);
            laid.Add(new Laid(voucher, definitions[voucher.DefinitionId]));
        }

        if (Fault(laid, receipt) is { } fault) return VoucherSettlement.Refused(fault);
        var basket = new Basket(receipt.Lines);
        foreach (var one in laid.OrderBy(l => l.Terms.PayRate is null).ThenBy(l => l.Terms.Categories.Count == 0))
        {
            if (basket.ListFen(one.Terms) < one.Terms.MinimumSpend.Fen)
                return VoucherSettlement.Refused(VoucherRefusals.BelowMinimum);
            one.DiscountFen = one.Terms.WorthFen(basket.LeftFen(one.Terms), one.Voucher.RemainingFen);
            if (one.DiscountFen == 0) return VoucherSettlement.Refused(VoucherRefusals.NotApplicable);
            one.LineDiscountsFen = basket.Take(one.Terms, one.DiscountFen);
        }

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
        var stacks = laid.Count <= 1
            || (laid.TrueForAll(l => l.Terms.Stackable) && laid.DistinctBy(l => l.Voucher.Id).Count() == laid.Count);
        return stacks ? null : VoucherRefusals.DoNotStack;
    }

    private VoucherUse Use(Laid laid, VoucherReceipt receipt)
    {
        var voucher = laid.Voucher;
        var value = laid.Terms.PartialUse ? laid.DiscountFen : voucher.RemainingFen;
        voucher.RemainingFen -= value;
        voucher.State = laid.Terms.PartialUse && voucher.RemainingFen > 0 ? VoucherState.PartlyUsed : VoucherState.Used;
        changed.Add(voucher);
        moves.Add(VoucherHistory.Move(
            voucher, VoucherMoveKind.Used, receipt.Occasion, receipt.Reference, -value, laid.DiscountFen));
        return new VoucherUse(voucher.Id, laid.Definition.Code, laid.DiscountFen, voucher.RemainingFen, laid.LineDiscountsFen);
    }

    private sealed class Laid(Voucher voucher, KnownDefinition definition)
    {
        public Voucher Voucher { get; } = voucher;

        public KnownDefinition Definition { get; } = definition;

        public VoucherTerms Terms => Definition.Terms;

        public long DiscountFen { get; set; }

        public IReadOnlyList<long> LineDiscountsFen { get; set; } = [];
    }
}
