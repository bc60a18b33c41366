using RetailMember.Brands;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Orders.Services;
using RetailMember.Redemption.Pages.Benefits;
using RetailMember.Redemption.Pages.Gifts;
using RetailMember.Values;

namespace RetailMember.Redemption.Pages.Orders;

/// <summary>The counter of a store: what waits there, and whoever was scanned last.</summary>
/// <param name="Member">What a scanned member has waiting, and can afford now; null where nobody was scanned.</param>
internal sealed record CounterModel(
    Store Store,
    IReadOnlyList<Store> Stores,
    FindWaitingOrders.Result Waiting,
    FindBookings.Result Booked,
    IReadOnlyDictionary<string, string> Pictures,
    MemberAtCounter? Member,
    bool MayHandOut,
    bool MayRedeem,
    FormFaults Faults);

/// <param name="Identifier">As it was scanned.</param>
/// <param name="Pooled">Whether the points of his pool pay.</param>
internal sealed record MemberAtCounter(
    string Identifier,
    bool Pooled,
    FindWaitingOrders.Result Orders,
    AffordableRewards.Result Affordable,
    WaitingGifts Gifts,
    OwnBenefits Benefits,
    IReadOnlyList<FindEntitlements.Row> Services);

/// <summary>At which store the counter stands is still to be said.</summary>
internal sealed record CounterStoreModel(IReadOnlyList<Store> Stores);

/// <summary>One order with its steps and what can be done with it.</summary>
/// <param name="Code">As it was scanned, or revealed; null where the member was known in another way.</param>
internal sealed record OrderModel(
    ReadOrder.Result Read,
    IReadOnlyDictionary<string, string> Stores,
    Store? Here,
    string? Picture,
    string? Code,
    bool WasRevealed,
    OrderRights May,
    FormFaults Faults)
{
    public bool IsOpen => Read.State is Data.RewardOrderState.Reserved or Data.RewardOrderState.Ready;

    public bool IsHere => Read.StoreCode is null || Read.StoreCode == Here?.Code;
}

internal sealed record OrderRights(bool HandOut, bool Cancel, bool Return, bool Reveal);

internal sealed record OrderListModel(PageOf<FindOrders.Row> Found, IReadOnlyDictionary<string, string> Stores);
