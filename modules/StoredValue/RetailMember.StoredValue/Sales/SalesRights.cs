using RetailMember.Modules;
using RetailMember.People;
using static RetailMember.People.DefaultRole;
using static RetailMember.StoredValue.SalesPermissions;

namespace RetailMember.StoredValue.Sales;

/// <summary>Who sells, who takes the money and who pays commission at first: never one and the same below the director.</summary>
internal static class SalesRights
{
    private static readonly string[] Operations = [OperationsDirector, OperationsCentre];
    private static readonly string[] StoreManagers = [StoreGeneralManager, StoreManager];

    private static readonly string[] Sellers =
        [
        SalesManager, LobbyManager, FloorManager, FloorSupervisor, DoorSupervisor, BarSupervisor, SalesSupervisor, SalesAssistant,
        ShopGuide,
    ];

    public static void DescribeRights(this ModuleDescription module)
    {
        module.Permission(SellCards, Reach.Store, [OperationsDirector, .. StoreManagers, .. Sellers, Cashier]);
        module.Permission(ViewSales, Reach.Store, [.. Operations, .. StoreManagers, SalesManager, SalesSupervisor, Cashier, Finance]);
        module.Permission(TakePayments, Reach.Store, [Cashier, Finance]);
        module.Permission(DeliverCards, Reach.Store, [OperationsDirector, .. StoreManagers, .. Sellers, Cashier]);
        module.Permission(RefundSales, Reach.Store, [.. StoreManagers, Finance]);
        module.Permission(ConfirmCheques, Reach.Brand, Finance);
        module.Permission(ConfirmPayments, Reach.Brand, Finance);
        module.Permission(ApproveBonuses, Reach.Store, StoreGeneralManager);
        module.Permission(ViewCommissions, Reach.Brand, [.. Operations, SalesManager, SalesSupervisor, Finance]);
        module.Permission(
            ViewTeam, Reach.Store,
            [.. Operations, .. StoreManagers, LobbyManager, FloorManager, SalesManager, SalesSupervisor, Finance]);
        module.Permission(HandOverCustomers, Reach.Brand, [.. Operations, SalesManager, SalesSupervisor]);
        module.Permission(EditCommissionRules, Reach.Brand, Operations);
        module.Permission(ActivateCommissionRules, Reach.Brand, OperationsDirector);
        module.Permission(EditTargets, Reach.Brand, [.. Operations, SalesManager, SalesSupervisor]);
        module.Permission(ApproveCampaigns, Reach.Brand, OperationsDirector, Finance);
        module.Permission(PrepareSettlements, Reach.Brand, Finance);
        module.Permission(ApproveSettlements, Reach.Brand, OperationsDirector);
        module.Permission(AnswerDisputes, Reach.Brand, [Finance, SalesManager]);
        module.Permission(ViewFinance, Reach.Brand, [OperationsDirector, Finance]);
    }
}
