using RetailMember.Bench.Load;
using RetailMember.Bench.Machine;
using RetailMember.Bench.Product;
using RetailMember.Bench.Report;

namespace RetailMember.Bench.Measurements;

/// <summary>P5: points redeemed, vouchers used and cards charged under the full load of tills.</summary>
internal sealed class Redemptions : IMeasurement
{
    private const int Vouchers = 2_000;
    private const int Cards = 2_000;

    public IReadOnlyList<string> Rows => ["P5a", "P5b", "P5d"];

    public async Task<IReadOnlyList<ReportLine>> RunAsync(Bench bench)
    {
        var yardstick = await bench.TpcBAsync();
        await using var shop = await bench.OpenShopAsync(await bench.NewPostgresDatabaseAsync("rewards"), bench.Options.Members);
        var rewards = new RewardShop(await bench.HostAsync(), bench.Temp, shop);
        bench.Say("points, a reward and vouchers for its members");
        await rewards.OfferAsync();
        var codes = await rewards.IssueAsync(Vouchers);
        bench.Say("cards that were sold and loaded");
        var cards = await new CardShop(shop).SellAsync(Cards);
        var (numbers, members) = (new ReceiptNumbers(), shop.AnyMember());
        return
        [
            await MeasureAsync("P5a", (s, _) => new RedeemRequests(s, numbers, members)),
            await MeasureAsync("P5b", (s, seed) => CodeRequests.OfVouchers(s, numbers, codes, seed)),
            await MeasureAsync("P5d", (s, seed) => CodeRequests.OfCards(s, numbers, cards, seed)),
        ];

        async Task<ReportLine> MeasureAsync(string row, Func<Shop, int, IRequests> requests)
        {
            await shop.AskAsync(bench.Options.Seconds, Shop.Connections, requests);
            return ReportLine.OfRates(row, await Paired<Rate>.MeasureAsync(
                bench.Options.Rounds,
                yardstick.RunAsync,
                async () => (await shop.AskAsync(bench.Options.Seconds, Shop.Connections, requests)).Rate));
        }
    }
}
