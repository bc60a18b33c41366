using System.Globalization;
using RetailMember.Bench.Load;
using RetailMember.Bench.Product;

namespace RetailMember.Bench.Faults;

/// <summary>Twenty callers at once, each asking for all the points that a member has. One may win.</summary>
internal sealed class PointsRace(Shop shop)
{
    private const int Callers = 20;
    private const int Points = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>How many won.</summary>
    public async Task<int> RunAsync(int race)
    {
        var member = string.Create(CultureInfo.InvariantCulture, $"M{race + 1:D8}");
        await ChangeAsync(member, Points, $"give-{race}", 1);
        return await ChangeAsync(member, -Points, $"take-{race}", Callers);
    }

    private async Task<int> ChangeAsync(string member, int points, string key, int callers)
    {
        var result = await LoadGenerator.RunAsync(
            shop.Server.Port, callers,
            caller => new OneRequest(new HttpMessage(
                "POST", $"{shop.Path}/members/{member}/adjustments", shop.OwnerAuthorization, string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"key":"{{key}}-{{caller}}","points":{{points}},"reason":"correction"}"""))),
            Longest);
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
