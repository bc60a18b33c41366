using RetailMember.Membership.Purchases;

namespace RetailMember.Membership.Pages.Members;

/// <summary>A receipt of the member, opened.</summary>
internal sealed record ReceiptModel(ReadPurchase.Result Receipt, bool MayRefund);
