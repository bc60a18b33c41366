using RetailMember.Pages.Export;
using RetailMember.Redemption.Orders;
using RetailMember.Texts;

namespace RetailMember.Redemption.Pages.Orders;

/// <summary>The columns of an exported list of orders.</summary>
internal static class OrderColumns
{
    public static IReadOnlyList<ExportColumn<FindOrders.Row>> In(ITexts texts, IReadOnlyDictionary<string, string> stores) =>
    [
        new(texts["redemption.orders.ordered"], o => o.OrderedAt),
        new(texts["redemption.vouchers.code"], o => o.Reward),
        new(texts["redemption.rewards.reward"], o => o.Name.In(texts.Language)),
        new(texts["redemption.orders.member"], o => o.MemberNo),
        new(texts["redemption.orders.pieces"], o => o.Pieces),
        new(texts["redemption.orders.points"], o => o.Points),
        new(texts["redemption.vouchers.state"], o => texts.Of(o.State)),
        new(texts["redemption.orders.store"], o => o.StoreCode is null ? null : stores.GetValueOrDefault(o.StoreCode, o.StoreCode)),
        new(texts["redemption.orders.held-until"], o => o.HeldUntil),
        new(texts["redemption.orders.closed"], o => o.ClosedAt),
    ];
}
