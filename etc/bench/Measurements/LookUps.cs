using RetailMember.Bench.Machine;
using RetailMember.Bench.Product;
using RetailMember.Bench.Report;
using RetailMember.Bench.Yardsticks;

namespace RetailMember.Bench.Measurements;

/// <summary>P13: what a till asks before it records, against an endpoint that does nothing.</summary>
internal sealed class LookUps : IMeasurement
{
    public IReadOnlyList<string> Rows => ["P13a", "P13b"];

    public async Task<IReadOnlyList<ReportLine>> RunAsync(Bench bench)
    {
        var shop = await bench.ShopAsync();
        await using var empty = await EmptyEndpoint.StartAsync();
        await empty.RunAsync(bench.Options.Seconds);
        return
        [
            await MeasureAsync("P13a", MemberRequests.LookUp),
            await MeasureAsync("P13b", MemberRequests.Quote),
        ];

        async Task<ReportLine> MeasureAsync(string row, Func<Shop, int, MemberRequests> requests)
        {
            await shop.AskAsync(bench.Options.Seconds, EmptyEndpoint.Connections, requests);
            return ReportLine.OfRates(row, await Paired<Rate>.MeasureAsync(
                bench.Options.Rounds,
                () => empty.RunAsync(bench.Options.Seconds),
                async () => (await shop.AskAsync(bench.Options.Seconds, EmptyEndpoint.Connections, requests)).Rate));
        }
    }
}
