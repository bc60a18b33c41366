using RetailMember.Membership.Purchases;

namespace RetailMember.Membership.Pages.Members;

/// <summary>A receipt of the member, opened.</summary>
/// <param name="StoreNames">By code, for refunds at other stores.</param>
internal sealed record ReceiptModel(
    ReadPurchase.Result Receipt, bool MayRefund, IReadOnlyDictionary<string, string> StoreNames);
