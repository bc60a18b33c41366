using RetailMember.Restaurant.Tables;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Restaurant.Demonstration;

/// <summary>Tables of an evening: one is eating, one has paid out of what was set aside, one outgrew it, one gave up.</summary>
internal sealed class DemoTables(UseCaseEntry entry, CallContext call, string store, string card)
{
    private static readonly (string Table, decimal Held, (string Dish, decimal Yuan)[] Dishes)[] Evening =
    [
        ("A3", 600m, [("清蒸鲈鱼", 168m), ("龙井虾仁", 138m), ("东坡肉", 88m)]),
        ("A8", 800m, [("盐水鸭", 128m), ("蟹粉豆腐", 98m), ("陈年花雕", 260m), ("退 蟹粉豆腐（小份）", -30m)]),
        ("包厢 梅", 500m, [("大闸蟹十只", 880m), ("时蔬", 48m)]),
        ("B2", 300m, []),
    ];

    public async Task ServeAsync(CancellationToken cancel)
    {
        foreach (var (i, (table, held, dishes)) in Evening.Index())
        {
            var bill = await OpenAsync(table, held, dishes, cancel);
            var key = $"demonstration-{table}-end";
            if (i is 1)
                await entry.RunAsync(new PayTable.Input { Bill = bill, Key = key, StoreCode = store }, call, cancel);
            if (dishes.Length == 0)
                await entry.RunAsync(
                    new GiveUpTable.Input { Bill = bill, Key = key, StoreCode = store, Reason = "客人改期" }, call, cancel);
        }
    }

    private async Task<Guid> OpenAsync(
        string table, decimal held, (string Dish, decimal Yuan)[] dishes, CancellationToken cancel)
    {
        var opened = await entry.RunAsync(
            new OpenTable.Input
            {
                Key = $"demonstration-{table}", StoreCode = store, TableNo = table, Card = card, Amount = Money.FromYuan(held),
            },
            call, cancel);
        var bill = opened.TableSummary.TableBill;
        foreach (var (i, (dish, yuan)) in dishes.Index())
            await entry.RunAsync(
                new AddToTable.Input
                {
                    Bill = bill, Key = $"demonstration-{table}-{i}", StoreCode = store, Dish = dish, Amount = Money.FromYuan(yuan),
                },
                call, cancel);
        return bill;
    }
}
