using System.Globalization;
using RetailMember.Bench.Load;
using RetailMember.Bench.Product;

namespace RetailMember.Bench.Faults;

/// <summary>Twenty callers at once, each asking for all the points that a member has. One may win.</summary>
internal sealed class PointsRace(Shop shop)
{
    private const int Points = 100;

    /// <summary>How many won.</summary>
    public async Task<int> RunAsync(int race)
    {
        var member = string.Create(CultureInfo.InvariantCulture, $"M{race + 1:D8}");
        await ChangeAsync(member, Points, $"give-{race}", 1);
        return await ChangeAsync(member, -Points, $"take-{race}", Race.Callers);
    }

    private Task<int> ChangeAsync(string member, int points, string key, int callers) => Race.RunAsync(
        shop, callers,
        caller => new HttpMessage(
            "POST", $"{shop.Path}/members/{member}/adjustments", shop.OwnerAuthorization, string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"key":"{{key}}-{{caller}}","points":{{points}},"reason":"correction"}""")));
}
