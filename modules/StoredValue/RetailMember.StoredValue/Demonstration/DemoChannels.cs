using RetailMember.StoredValue.Sales.Channels;
using RetailMember.Texts;

namespace RetailMember.StoredValue.Demonstration;

/// <summary>By which ways the demonstration's restaurant sells its cards.</summary>
internal static class DemoChannels
{
    public const string Counter = "counter";
    public const string Circle = "circle";
    public const string Marketing = "marketing";

    public static async Task SowAsync(DemoDesk desk, CancellationToken cancel)
    {
        foreach (var (code, zh, en) in ((string, string, string)[])
            [(Counter, "门店前台", "Counter"), (Circle, "老板圈", "Owner's circle"), (Marketing, "市场部", "Marketing")])
            await desk.RunAsync(new EditSalesChannel.Input(code, new LocalName(zh, en)), DemoPeople.Director, cancel);
        await desk.RunAsync(
            new EditSalesChannel.Input("online", new LocalName("线上充值", "Online")) { TakesOnline = true }, DemoPeople.Director, cancel);
    }
}
