using System.Diagnostics;
using System.Globalization;
using RetailMember.Bench.Faults;
using RetailMember.Bench.Machine;
using RetailMember.Bench.Product;
using RetailMember.Bench.Report;

namespace RetailMember.Bench.Measurements;

/// <summary>
/// R11: a campaign to every member of a shop, planned and handed over by two hosts at once on PostgreSQL, one of which is
/// killed on the way and started again. P18: what its receipts, told by the thousand, leave of the till's throughput.
/// </summary>
internal sealed class MessageKills : IMeasurement
{
    private const string Database = "messages";
    private const string First = "first";
    private const string Second = "second";
    private const int ReceiptsAtOnce = 100;
    private const int ReceiptsPerSecond = 2_000;

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public IReadOnlyList<string> Rows => ["R11", "P18"];

    public async Task<IReadOnlyList<ReportLine>> RunAsync(Bench bench)
    {
        var members = bench.Options.Messages;
        await using var provider = await SmsProvider.StartAsync();
        var database = (await bench.NewPostgresDatabaseAsync(Database)) with { More = provider.SettingsOf(First) };
        await using var shop = await bench.OpenShopAsync(database, members);
        var messages = new MessageShop(shop, await bench.PostgresAsync(), Database);
        await messages.SendOffAsync();
        var began = Stopwatch.GetTimestamp();
        var atKill = await HandOverAsync(bench, shop, provider, messages);
        var took = Stopwatch.GetElapsedTime(began);
        var wrong = Wrong(provider, members);
        var tables = await messages.CountAsync();
        bench.Say(string.Create(CultureInfo.InvariantCulture,
            $"{members} members, {provider.Taken.Count} messages taken in {took.TotalSeconds:F0} s, killed at {atKill}, "
            + $"asked about {provider.Asked}; the tables say {string.Join(", ", tables)}"));
        var told = 0L;
        var paired = await Paired<Rate>.MeasureAsync(
            bench.Options.Rounds,
            async () => (await shop.BuyAsync(bench.Options.Seconds)).Rate,
            async () =>
            {
                using var stop = new CancellationTokenSource();
                var telling = TellAsync(shop, provider, told, stop.Token);
                var rate = (await shop.BuyAsync(bench.Options.Seconds)).Rate;
                await stop.CancelAsync();
                told += await telling;
                return rate;
            });
        bench.Say($"{told} receipts told; the tables say {string.Join(", ", await messages.CountAsync())}");
        return
        [
            new("R11", [wrong], $"{members} members, 1 kill", $"{provider.Taken.Count} messages"),
            ReportLine.OfRates("P18", paired),
        ];
    }

    /// <summary>
    /// Answers how many messages the provider had taken when the second host was killed: after it took one of that host's
    /// orders, and before it said so.
    /// </summary>
    private static async Task<int> HandOverAsync(Bench bench, Shop shop, SmsProvider provider, MessageShop messages)
    {
        var program = await bench.HostAsync();
        await using var second = await ProductServer.StartAsync(
            program, shop.Server.Database with { More = provider.SettingsOf(Second) });
        var (killing, atKill) = (0, 0);
        var killed = new TaskCompletionSource();
        provider.OnTaken = async host =>
        {
            if (host != Second || provider.Taken.Count < shop.Members / 3 || Interlocked.Exchange(ref killing, 1) == 1) return;
            await second.KillAsync();
            atKill = provider.Taken.Count;
            killed.SetResult();
        };
        await using var one = new HandingOver(shop, shop.Server).Start();
        await using var other = new HandingOver(shop, second).Start();
        var began = Stopwatch.GetTimestamp();
        while (!killed.Task.IsCompleted) await WaitAsync();
        bench.Say($"killed the second host after {atKill} messages; the tables say {string.Join(", ", await messages.CountAsync())}");
        await second.RestartAsync();
        while (!IsThrough(await messages.CountAsync(), shop.Members)) await WaitAsync();
        return atKill;

        async Task WaitAsync()
        {
            if (Stopwatch.GetElapsedTime(began) > Longest)
                throw new InvalidOperationException($"{provider.Taken.Count} messages after {Longest}: {shop.Server.LastLines}");
            await Task.Delay(Glance);
        }
    }

    /// <summary>Every message has left, and nobody is to be asked about any.</summary>
    private static bool IsThrough(IReadOnlyDictionary<string, long> counts, int members) =>
        counts.GetValueOrDefault("queued") == 0 && counts.GetValueOrDefault("handing") == 0 && counts.Values.Sum() == members;

    private static int Wrong(SmsProvider provider, int members)
    {
        var times = provider.Taken.CountBy(t => t.Mobile).ToList();
        return times.Count(t => t.Value != 1) + Math.Abs(members - times.Count);
    }

    /// <summary>Tells of messages at a steady pace, as the provider pushes them; how many that were.</summary>
    private static async Task<long> TellAsync(Shop shop, SmsProvider provider, long after, CancellationToken stop)
    {
        using var api = new Api(shop.Server.Address);
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds((double)ReceiptsAtOnce / ReceiptsPerSecond));
        var told = 0L;
        foreach (var some in provider.Taken.Skip((int)after).Chunk(ReceiptsAtOnce))
        {
            await api.PostAsync($"/api/marketing/receipts?key={SmsProvider.ReceiptsKey}", some.Select(m => new
            {
                out_id = m.Request, phone_number = m.Mobile, success = true, err_code = "DELIVERED",
                report_time = "2026-01-01 12:00:00",
            }));
            told += some.Length;
            if (stop.IsCancellationRequested) break;
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }

        return told;
    }
}
