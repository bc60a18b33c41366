using System.Text;
using RetailMember.Bench.Machine;

namespace RetailMember.Bench.Product;

/// <summary>Furnishes a shop with what points and vouchers need: lots, a reward in stock, an edition, vouchers in hands.</summary>
internal sealed class RewardShop(HostProgram program, TempFolder temp, Shop shop)
{
    public const string Path = $"/api/brands/{Shop.Brand}/redemption";
    public const string Reward = "gift";
    public const int Points = 1;

    private const string Definition = "gift-card";
    private const long PointsEach = 1_000_000;
    private const int StockAtOnce = 1_000_000;

    private static readonly Dictionary<string, string> Name = new() { ["zh-Hans"] = "礼品", ["en"] = "Gift" };

    /// <summary>Every member gets points; the reward costs one of them.</summary>
    public async Task OfferAsync()
    {
        var file = new ImportFiles(temp).Lots(shop.Members, PointsEach);
        await program.JsonAsync(shop.Server.Database, "import", "lots", file, "--brand", Shop.Brand);
        File.Delete(file);
        using var api = shop.OpenAsOwner();
        var terms = new { name = Name, kind = "goods", points = Points, stock = "shared" };
        await api.PutAsync($"{Path}/rewards/{Reward}", new { terms });
        await api.PostAsync($"{Path}/rewards/{Reward}/stock", new { key = "1", pieces = StockAtOnce, reason = "bench" });
        await api.PutAsync(
            $"{Path}/editions/all", new { from = "2020-01-01", to = "2099-12-31", items = new[] { new { reward = Reward } } });
        await api.PostAsync($"{Path}/editions/all/publication", new { });
    }

    /// <summary>Codes of vouchers that may be used in parts, one for each of the first members.</summary>
    public async Task<IReadOnlyList<byte[]>> IssueAsync(int vouchers)
    {
        await DefineAsync();
        using var api = shop.OpenAsOwner();
        var codes = new List<byte[]>(vouchers);
        for (var i = 1; i <= vouchers; i++)
        {
            var issued = await api.PostAsync(
                $"{Path}/vouchers", new { key = $"{i}", member = $"M{i:D8}", definition = Definition, reason = "bench" });
            var shown = await api.PostAsync($"{Path}/vouchers/{issued["voucher"]!.GetValue<string>()}/disclosures", new { });
            codes.Add(Encoding.UTF8.GetBytes(shown["code"]!.GetValue<string>()));
        }

        return codes;
    }

    /// <summary>An active definition of vouchers that may be used in parts.</summary>
    public async Task DefineAsync()
    {
        using var api = shop.OpenAsOwner();
        await api.PutAsync($"{Path}/voucher-definitions/{Definition}", new
        {
            terms = new { name = Name, amount = 100_000, partialUse = true, validity = new { days = 30 } },
        });
        await api.PostAsync($"{Path}/voucher-definitions/{Definition}/activation", new { });
    }

    /// <summary>A voucher for every member, in one batch; how many were told of as done at each glance, to the last.</summary>
    public async Task<IReadOnlyList<long>> IssueToAllAsync(string key, TimeSpan glance)
    {
        using var api = shop.OpenAsOwner();
        var started = await api.PostAsync(
            $"{Path}/voucher-batches", new { key, definition = Definition, everybody = true, reason = "bench" });
        var batch = started["batch"];
        var seen = new List<long>();
        while (true)
        {
            await Task.Delay(glance);
            var read = await api.GetAsync($"{Path}/voucher-batches/{batch}");
            seen.Add(read["issued"]!.GetValue<long>());
            if (read["state"]!.GetValue<string>() != "running") break;
        }

        return seen[^1] == shop.Members
            ? seen
            : throw new InvalidOperationException($"{seen[^1]} of {shop.Members} members got their voucher.");
    }
}
