using static RetailMember.People.DefaultRole;

namespace RetailMember.Platform.Demonstration;

/// <summary>The chain of the demonstration, as data: three brands with their shops, and people in every role.</summary>
internal static class DemoChain
{
    /// <summary>Well known on purpose: it is sown in Development only.</summary>
    public const string Password = "demonstration";

    public static readonly IReadOnlyList<DemoBrand> Brands =
    [
        new("pharmacy", "康宁大药房",
            [new("north", "城北店", "城北"), new("lake", "湖滨店", "城西"), new("station", "火车站店", "城东")]),
        new("restaurant", "江南小馆", [new("harbour", "码头店", "城东"), new("garden", "花园店", "城南")]),
        new("apparel", "云裳服饰", [new("mall", "万象城店", "城中"), new("outlet", "奥莱店", "城南"), new("street", "步行街店", "城中")]),
    ];

    /// <summary>
    /// Every role once, and one who leaves in the end; where a role is at home in a shop, at the first shop of its brand.
    /// </summary>
    public static readonly IReadOnlyList<DemoPerson> People =
    [
        new("admin", "林若溪", HeadOffice),
        new("finance", "许文静", Finance),
        new("service", "苏小雅", CustomerService),
        new("pharmacy.director", "陈建国", OperationsDirector, "pharmacy"),
        new("pharmacy.centre", "周敏", OperationsCentre, "pharmacy"),
        new("pharmacy.manager", "王丽", StoreManager, "pharmacy", AtStore: true),
        new("pharmacy.supervisor", "赵刚", FloorSupervisor, "pharmacy", AtStore: true),
        new("pharmacy.cashier", "李娜", Cashier, "pharmacy", AtStore: true),
        new("restaurant.director", "黄志强", OperationsDirector, "restaurant"),
        new("restaurant.general", "吴涛", StoreGeneralManager, "restaurant", AtStore: true),
        new("restaurant.floor", "徐婷", FloorManager, "restaurant", AtStore: true),
        new("restaurant.supervisor", "冯丽", FloorSupervisor, "restaurant", AtStore: true),
        new("restaurant.bar", "钱伟", BarSupervisor, "restaurant", AtStore: true),
        new("restaurant.former", "朱琳", SalesAssistant, "restaurant", AtStore: true, Leaves: true),
        new("restaurant.cashier", "孙磊", Cashier, "restaurant", AtStore: true),
        new("apparel.director", "胡雅琴", OperationsDirector, "apparel"),
        new("apparel.sales", "郭超", SalesManager, "apparel"),
        new("apparel.supervisor", "何慧", SalesSupervisor, "apparel", AtStore: true),
        new("apparel.assistant", "高鹏", SalesAssistant, "apparel", AtStore: true),
        new("apparel.guide", "罗雪", ShopGuide, "apparel", AtStore: true),
    ];
}

internal sealed record DemoBrand(string Code, string Name, IReadOnlyList<DemoStore> Stores);

internal sealed record DemoStore(string Code, string Name, string Area);

/// <param name="Brand">Null for the whole chain.</param>
/// <param name="AtStore">At the brand's first shop rather than in all of it.</param>
/// <param name="Leaves">When everything else is sown, so that somebody who has left stands in what he did.</param>
internal sealed record DemoPerson(
    string UserName, string DisplayName, string Role, string? Brand = null, bool AtStore = false, bool Leaves = false);
