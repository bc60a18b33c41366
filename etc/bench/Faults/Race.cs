using RetailMember.Bench.Load;
using RetailMember.Bench.Product;

namespace RetailMember.Bench.Faults;

/// <summary>Callers at once, each with one request.</summary>
internal static class Race
{
    public const int Callers = 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>How many were accepted. All must be answered, and none by a fault of the server.</summary>
    public static async Task<int> RunAsync(Shop shop, int callers, Func<int, HttpMessage> message)
    {
        var result = await LoadGenerator.RunAsync(shop.Server.Port, callers, caller => new OneRequest(message(caller)), Longest);
        if (result.Answers != callers || result.ByStatus.Keys.Any(s => s >= 500))
            throw new InvalidOperationException($"A race was not answered: {result.Describe()}");
        return result.Accepted;
    }

    private sealed class OneRequest(HttpMessage message) : IRequests
    {
        private bool sent;

        public ReadOnlySpan<byte> Next()
        {
            if (sent) return [];
            sent = true;
            return message.Bytes;
        }
    }
}
