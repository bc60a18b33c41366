namespace RetailMember.People;

/// <summary>
/// The roles of a retail chain, there from the first start. A module names those that get its permissions at first;
/// head office changes that afterwards as it likes. The text of a role is <c>role.</c> followed by its code.
/// </summary>
public static class DefaultRole
{
    /// <summary>Has every permission of every module. The chain always keeps one such person.</summary>
    public const string HeadOffice = "head-office";

    public const string OperationsDirector = "operations-director";

    public const string OperationsCentre = "operations-centre";

    public const string StoreGeneralManager = "store-general-manager";

    public const string StoreManager = "store-manager";

    public const string SalesManager = "sales-manager";

    public const string LobbyManager = "lobby-manager";

    public const string FloorManager = "floor-manager";

    public const string FloorSupervisor = "floor-supervisor";

    public const string DoorSupervisor = "door-supervisor";

    public const string BarSupervisor = "bar-supervisor";

    public const string SalesSupervisor = "sales-supervisor";

    public const string SalesAssistant = "sales-assistant";

    public const string ShopGuide = "shop-guide";

    public const string Cashier = "cashier";

    public const string Finance = "finance";

    public const string CustomerService = "customer-service";

    /// <summary>What a till may do by itself, at its store.</summary>
    public const string Till = "till";

    public static readonly IReadOnlyList<string> All =
    [
        HeadOffice, OperationsDirector, OperationsCentre, StoreGeneralManager, StoreManager, SalesManager, LobbyManager, FloorManager,
        FloorSupervisor, DoorSupervisor, BarSupervisor, SalesSupervisor, SalesAssistant, ShopGuide, Cashier, Finance, CustomerService, Till,
    ];
}
