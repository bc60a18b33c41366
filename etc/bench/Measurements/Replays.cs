using System.Globalization;
using System.Text.Json.Nodes;
using RetailMember.Bench.Product;
using RetailMember.Bench.Report;

namespace RetailMember.Bench.Measurements;

/// <summary>P14: a draft replayed over past purchases, by the times that the replay itself notes.</summary>
internal sealed class Replays : IMeasurement
{
    private const string Sample = "etc/data/superstore-purchases.csv";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public IReadOnlyList<string> Rows => ["P14a", "P14b"];

    public async Task<IReadOnlyList<ReportLine>> RunAsync(Bench bench)
    {
        var receipts = bench.Options.ImportRows;
        var members = receipts / 10;
        var file = new ImportFiles(bench.Temp).Purchases(1, receipts, members);
        return
        [
            await MeasureAsync(
                bench, "P14a", await bench.NewPostgresDatabaseAsync("replays"), members, ["2025-06-01", "2025-06-30"], file),
            await MeasureAsync(
                bench, "P14b", bench.NewSqliteDatabase("replay-sample"), 1, ["2014-01-01", "2017-12-31"],
                Path.Combine(HostProgram.SourceRoot(), Sample), "--enrol"),
        ];
    }

    private static async Task<ReportLine> MeasureAsync(
        Bench bench, string row, ProductDatabase database, int members, string[] window, string file, params string[] more)
    {
        await using var shop = await bench.OpenShopAsync(database, members);
        bench.Say($"{row}: purchases");
        await (await bench.HostAsync()).JsonAsync(
            database, ["import", "purchases", file, "--brand", Shop.Brand, .. more]);
        using var api = new Api(shop.Server.Address);
        api.Authorize("Bearer", shop.OwnerAuthorization["Bearer ".Length..]);
        var draft = await DraftAsync(api, shop);
        await ReplayAsync(api, draft, window);
        var rates = new List<double>();
        for (var round = 0; round < bench.Options.Rounds; round++) rates.Add(await ReplayAsync(api, draft, window));
        return new ReportLine(row, rates, "", string.Create(CultureInfo.InvariantCulture, $"{Median.Of(rates):F0}/s"));
    }

    /// <summary>The programme with half as many points again, and silver and above harder to reach.</summary>
    private static async Task<string> DraftAsync(Api api, Shop shop)
    {
        var programmes = shop.Path + "/programmes";
        var made = await api.PostAsync(programmes, new { });
        var draft = $"{programmes}/{made["version"]}";
        var read = await api.GetAsync(draft);
        var document = read["document"]!;
        foreach (var rule in document["earningRules"]!.AsArray()) rule!["give"] = 1.5;
        foreach (var tier in document["tierSet"]!["tiers"]!.AsArray())
            foreach (var goal in tier!["qualification"]?["goals"]?.AsArray() ?? [])
                goal!["threshold"] = goal["threshold"]!.GetValue<long>() * 2;
        await api.PutAsync(
            draft, new { revision = read["revision"]!.GetValue<long>(), document = document.DeepClone(), note = "P14" });
        return draft;
    }

    /// <summary>Receipts a second.</summary>
    private static async Task<double> ReplayAsync(Api api, string draft, string[] window)
    {
        var started = await api.PostAsync(draft + "/replays", new { from = window[0], to = window[1] });
        while (true)
        {
            await Task.Delay(Look);
            var replay = (await api.GetAsync($"{draft}/replays/{started["replay"]}"))["summary"]!;
            if (Text("state") is "queued" or "running") continue;
            if (Text("state") != "done") throw new InvalidOperationException($"The replay ended otherwise: {replay}");
            var took = TimeOf("endedAt") - TimeOf("startedAt");
            return replay["headline"]!["receipts"]!.GetValue<long>() / took.TotalSeconds;

            string Text(string name) => replay[name]!.GetValue<string>();

            DateTime TimeOf(string name) => DateTime.Parse(Text(name), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        }
    }
}
