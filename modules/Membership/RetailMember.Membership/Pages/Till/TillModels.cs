using RetailMember.Brands;
using RetailMember.Membership.Members;
using RetailMember.Membership.Purchases;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Till;

/// <summary>The till, ready for the next customer.</summary>
/// <param name="ReceiptNo">Drawn once for this receipt: sent twice, it is still one receipt.</param>
/// <param name="Member">Who stands there already, as another page named him.</param>
/// <param name="Refunded">The refund just made, until the next page.</param>
internal sealed record TillModel(
    Store Store, IReadOnlyList<Store> Stores, string ReceiptNo, string? Member, bool MayRefund, FormFaults Faults,
    RefundedModel? Refunded = null);

/// <summary>A refund in the books, with the receipt that it was made on.</summary>
/// <param name="ReceiptStore">Name of the store that had printed it.</param>
internal sealed record RefundedModel(ReadPurchase.Result Receipt, ReadPurchase.GivenBack Refund, string ReceiptStore);

/// <summary>At which store the till stands is still to be said.</summary>
internal sealed record TillStoreModel(IReadOnlyList<Store> Stores);

/// <summary>Whom the scanner has found, or why nobody.</summary>
internal sealed record TillMemberModel(Outcome<ReadMember.Result> Found, bool MayEnrol);

/// <summary>The till's form while it is typed: <see cref="RecordPurchase.Input"/>, of which much may be missing yet.</summary>
internal sealed record TypedReceipt
{
    public string? StoreCode { get; init; }

    public string? ReceiptNo { get; init; }

    public string? Member { get; init; }

    public IReadOnlyList<ReceiptLine> Lines { get; init; } = [];

    public Money VoucherAmount { get; init; }

    public IReadOnlyList<TenderForm> Tenders { get; init; } = [];
}

/// <summary>What the basket would cost and earn, or why it cannot be said.</summary>
internal sealed record TillQuoteModel(Outcome<Quote.Result> Quoted, ReadTerms.Result Terms)
{
    public string TierName(string code) => Terms.Ladder.FirstOrDefault(t => t.Code == code)?.Name ?? code;
}

/// <summary>What the basket would cost somebody who joined now, or why it cannot be said.</summary>
internal sealed record TillJoiningModel(Outcome<QuoteJoining.Result> Quoted, bool MayEnrol);

/// <summary>A receipt in the books, as the customer takes it along.</summary>
/// <param name="StoreNames">By code: a refund may have been made at another store.</param>
internal sealed record TillReceiptModel(
    Store Store, string Brand, ReadPurchase.Result Receipt, ReadMember.Result Member, bool MayRefund,
    IReadOnlyDictionary<string, string> StoreNames);

/// <summary>A refund to be made: first the receipt, then what of it.</summary>
/// <param name="Here">Where the money is given back, and in whose books it stands.</param>
/// <param name="ReceiptStore">Code of the store that printed the receipt, which may be another one.</param>
/// <param name="ReceiptStores">Where receipts may come from: all stores of the brand.</param>
/// <param name="Receipt">Null until one is found.</param>
internal sealed record RefundModel(
    Store Here, IReadOnlyList<Store> Stores, string ReceiptStore, IReadOnlyList<Store> ReceiptStores, string RefundNo, string? ReceiptNo,
    ReadPurchase.Result? Receipt, FormFaults Faults);
