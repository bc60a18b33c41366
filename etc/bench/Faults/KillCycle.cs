using System.Text.Json;
using RetailMember.Bench.Load;
using RetailMember.Bench.Product;

namespace RetailMember.Bench.Faults;

/// <summary>
/// Sells under load, kills in the middle, starts again, and sends every receipt again, each twice at the same time.
/// </summary>
internal sealed class KillCycle(Shop shop, FaultCount count, Random random)
{
    private const int Tills = 16;
    private const int OtherBodiesSent = 20;
    private static readonly TimeSpan Selling = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan LongestRetrying = TimeSpan.FromMinutes(2);

    private long lastNumber;

    public async Task RunAsync(Func<Task> killAndRestart)
    {
        var sent = new List<Receipt>();
        var selling = LoadGenerator.RunAsync(
            shop.Server.Port, Tills, _ => new NewReceipts(shop, NewReceipt, sent), Selling);
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(300, 2000)));
        await killAndRestart();
        await selling;

        var acknowledged = sent.Where(r => r.Acknowledged).ToList();
        count.Acknowledged += acknowledged.Count;
        await RetryAsync(sent);
        count.Lost += acknowledged.Count(r => r.TimesDone > 1);
        count.Twice += sent.Except(acknowledged).Count(r => r.TimesDone > 1);
        count.Points += sent.Where(r => r.Acknowledged).Sum(PointsOf);
    }

    // Each receipt goes over two connections that run side by side, so that its twins meet in the host.
    private async Task RetryAsync(List<Receipt> sent)
    {
        var shares = sent.Chunk(Math.Max(1, sent.Count / (Tills / 2))).ToList();
        await LoadGenerator.RunAsync(
            shop.Server.Port, shares.Count * 2, i => new Retries(shop, shares[i / 2], count), LongestRetrying);
        Receipt[] some = [.. sent.Where(r => r.Acknowledged).Take(OtherBodiesSent)];
        await LoadGenerator.RunAsync(
            shop.Server.Port, 1, _ => new OtherBodies(shop, some, count), LongestRetrying);
        count.Unanswered += sent.Count(r => !r.Acknowledged);
    }

    private Receipt NewReceipt() => new(++lastNumber, random.Next(1, shop.Members + 1), random.Next(100));

    private static long PointsOf(Receipt receipt)
    {
        using var answer = JsonDocument.Parse(receipt.FirstAnswer);
        return answer.RootElement.GetProperty("points").GetInt64();
    }
}
