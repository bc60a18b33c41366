using RetailMember.Brands;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Pages.Benefits;
using RetailMember.Redemption.Pages.Gifts;
using RetailMember.Redemption.Vouchers;

namespace RetailMember.Redemption.Pages.Shelf;

/// <summary>Whose shelf it is, is still to be said.</summary>
internal sealed record ShelfEntryModel(string Brand, IReadOnlyList<Store> Stores, FormFaults Faults);

/// <summary>What a member has and can have.</summary>
/// <param name="Brand">Its name.</param>
internal sealed record ShelfModel(
    string Brand,
    AffordableRewards.Result Affordable,
    IReadOnlyDictionary<string, string> Pictures,
    IReadOnlyList<FindWaitingOrders.Row> Orders,
    WaitingGifts Gifts,
    OwnBenefits Benefits,
    IReadOnlyList<VoucherView> Vouchers,
    IReadOnlyList<FindEntitlements.Row> Services,
    IReadOnlyDictionary<string, string> Stores,
    bool MayShowOrders,
    bool MayShowVouchers);

/// <summary>A code as a till scans it.</summary>
internal sealed record ShelfCodeModel(string Code);
