using Npgsql;
using RetailMember.Bench.Machine;

namespace RetailMember.Bench.Product;

/// <summary>Furnishes a shop with what a campaign to all of its members needs, and follows it.</summary>
internal sealed class MessageShop(Shop shop, PostgresServer postgres, string database)
{
    public const string Path = $"/api/brands/{Shop.Brand}/marketing";

    private const string Code = "bench";
    private static readonly Dictionary<string, string> Name = new() { ["zh-Hans"] = "春", ["en"] = "Spring" };

    /// <summary>Every member agrees, and a campaign to all of them is sent off: written by one person, approved by another.</summary>
    public async Task SendOffAsync()
    {
        // As the portal would write them, one by one.
        await RunAsync(
            """
            INSERT INTO portal_consent (id, brand_id, member_id, purpose, granted, wording_version, wording, at, channel, operator)
            SELECT gen_random_uuid(), brand_id, id, 1, true, 1, 'bench', now(), 0, 'bench' FROM membership_member
            """);
        using var writer = shop.OpenAsOwner();
        using var chief = await SecondAsync(writer);
        await writer.PostAsync($"{Path}/signatures", new { signature = Name["zh-Hans"] });
        await chief.PostAsync($"{Path}/signatures/{Uri.EscapeDataString(Name["zh-Hans"])}/approval", new { });
        await writer.PutAsync($"{Path}/templates/{Code}", new
        {
            terms = new
            {
                name = "bench", signature = Name["zh-Hans"], providerCode = "SMS_1", body = "${name}您好,新品到店。拒收请回复TD",
                variables = new[] { new { name = "name", source = "memberName", longest = 20, sampleValue = "王芳" } },
            },
        });
        var words = (await chief.GetAsync($"{Path}/templates/{Code}"))["revisions"]![0]!;
        await chief.PostAsync($"{Path}/templates/{Code}/approval", new { revision = 1, wordingMark = (string?)words["wordingMark"] });
        await writer.PutAsync($"{Path}/segments/{Code}", new { terms = new { name = Name, members = new { } } });
        await writer.PutAsync($"{Path}/message-campaigns/{Code}", new
        {
            terms = new { name = Name, purpose = "promotion", segment = Code, template = Code },
        });
        var read = await chief.GetAsync($"{Path}/message-campaigns/{Code}");
        await chief.PostAsync($"{Path}/message-campaigns/{Code}/approval", new { wordingMark = (string?)read["wordingMark"] });
        await writer.PutAsync($"/api/brands/{Shop.Brand}/platform/brand", new { name = "Bench", timeZone = ZoneAtNoon() });
        await writer.PostAsync($"{Path}/message-campaigns/{Code}/dispatch", new { });
    }

    /// <summary>Commercial messages go by day alone: the shop is where it is day now.</summary>
    private static string ZoneAtNoon() => (DateTime.UtcNow.Hour - 12) switch
    {
        0 => "Etc/GMT",
        // The sign of these names is the other way round.
        var behind => $"Etc/GMT{behind:+0;-0}",
    };

    /// <summary>Messages by their state, as the tables have them.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountAsync()
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionTo(database));
        await using var command = source.CreateCommand(
            """
            SELECT CASE state WHEN 0 THEN 'queued' WHEN 1 THEN 'handing' WHEN 2 THEN 'accepted' WHEN 3 THEN 'delivered'
                ELSE 'other' END, COUNT(*) FROM marketing_message GROUP BY 1
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var counts = new Dictionary<string, long>();
        while (await reader.ReadAsync()) counts[reader.GetString(0)] = reader.GetInt64(1);
        return counts;
    }

    private async Task<Api> SecondAsync(Api owner)
    {
        var hired = await owner.PostAsync(
            "/api/platform/people", new { userName = "chief", displayName = "Chief", role = "head-office" });
        var api = new Api(shop.Server.Address);
        await ShopSetup.SignInAsync(api, "chief", hired["firstPassword"]!.GetValue<string>());
        return api;
    }

    private async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionTo(database) + ";Command Timeout=1200");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
