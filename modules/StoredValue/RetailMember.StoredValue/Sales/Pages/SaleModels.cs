using RetailMember.Brands;
using RetailMember.Pages.Forms;
using RetailMember.People;
using RetailMember.StoredValue.Commissions.Campaigns;
using RetailMember.StoredValue.Commissions.Disputes;
using RetailMember.StoredValue.Commissions.Settlement;
using RetailMember.StoredValue.Targets;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales.Pages;

/// <param name="Channels">By which the list can be narrowed; empty: the reader knows none.</param>
internal sealed record SaleListModel(PageOf<SaleView> Sales, IReadOnlyList<Choice> Channels, bool MaySell);

/// <summary>What can be sold, where and by whom.</summary>
internal sealed record SaleFormModel(
    IReadOnlyList<Choice> Types, IReadOnlyList<Choice> Channels, IReadOnlyList<Store> Stores, IReadOnlyList<StaffPerson> Sellers,
    string? Own, FormFaults Faults);

/// <summary>A sale with what whoever reads it may do next.</summary>
/// <param name="Sellers">To whom it may be credited instead; empty: nobody may correct that here.</param>
internal sealed record SaleModel(
    ReadSale.Result Read,
    bool MayTake,
    bool MayConfirm,
    bool MayConfirmPayment,
    bool MayDecide,
    bool MayDeliver,
    bool MayCancel,
    bool MayRefund,
    bool MayDecideRefund,
    IReadOnlyList<Choice> Sellers)
{
    /// <summary>He reads it as his own sale, not as one of all.</summary>
    public bool IsOwn { get; init; }

    /// <summary>He sees what everybody earns of it.</summary>
    public bool SeesCommission { get; init; }
}

/// <param name="Reader">His user name.</param>
internal sealed record MyCardsModel(ReadOwnSales.Result Own, ReadRace.Result Race, string Reader)
{
    private const int MostPlaces = 5;

    /// <summary>The first in the race, and the reader's own place wherever he is.</summary>
    public IEnumerable<ReadRace.Place> Places => Race.Ranking.Where((place, i) => i < MostPlaces || place.Seller == Reader);
}

internal sealed record SettlementListModel(
    FindSettlements.Result Found, IReadOnlyList<DisputeView>? Disputes, bool MayPrepare, FormFaults Faults);

internal sealed record SettlementModel(ReadSettlement.Result Read, bool MayApprove, bool MayPrepare);

/// <param name="SeesPay">He sees what people earn, and plans.</param>
/// <param name="MayHandOver">He may give customers of who left to others.</param>
internal sealed record ReportModel(
    ReportPeriod Period, ReportSales.Result Report, ReportNames Names, IReadOnlyList<Choice> Channels, bool SeesPay, bool MayHandOver);
