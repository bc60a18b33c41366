using RetailMember.Bench.Faults;
using RetailMember.Bench.Product;
using RetailMember.Bench.Report;

namespace RetailMember.Bench.Measurements;

/// <summary>R3: twenty callers for the last points of a member, and for the last money of a card, on both databases.</summary>
internal sealed class Races : IMeasurement
{
    public IReadOnlyList<string> Rows => ["R3"];

    public async Task<IReadOnlyList<ReportLine>> RunAsync(Bench bench)
    {
        var races = bench.Options.Races;
        var wrong = await RunAsync(bench, await bench.NewPostgresDatabaseAsync("races"))
            + await RunAsync(bench, bench.NewSqliteDatabase("races-sqlite"));
        return [new("R3", [wrong], "20 callers", $"{2 * races} races for points, {2 * races} for cards")];
    }

    private static async Task<int> RunAsync(Bench bench, ProductDatabase database)
    {
        await using var shop = await bench.OpenShopAsync(database, bench.Options.Races);
        var points = new PointsRace(shop);
        var cards = new CardRace(shop, await new CardShop(shop).SellSmallAsync(bench.Options.Races));
        var wrong = 0;
        for (var number = 0; number < bench.Options.Races; number++)
        {
            if (await points.RunAsync(number) != 1) wrong++;
            if (await cards.RunAsync(number) != 1) wrong++;
        }

        return wrong;
    }
}
