using RetailMember.Bench.Machine;

namespace RetailMember.Bench.Product;

/// <summary>Opens a shop as its owner would: first administrator, brand, store, till, members by import.</summary>
internal sealed class ShopSetup(HostProgram program, TempFolder temp)
{
    private const string Administrator = "bench";

    public async Task<Shop> OpenAsync(ProductDatabase database, int members)
    {
        var server = await ProductServer.StartAsync(program, database);
        var password = (await program.JsonAsync(database, "admin", "create", "--user", Administrator))["password"]!
            .GetValue<string>();
        using var api = new Api(server.Address);
        var token = await api.PostAsync("/api/platform/token", new { userName = Administrator, password });
        api.Authorize("Bearer", token["accessToken"]!.GetValue<string>());
        await api.PostAsync("/api/platform/brands", new { code = Shop.Brand, name = "Bench" });
        await api.PostAsync($"/api/brands/{Shop.Brand}/stores", new { code = Shop.Store, name = "Bench" });
        var till = await api.PostAsync($"/api/brands/{Shop.Brand}/tills", new { storeCode = Shop.Store, name = "1" });
        await ImportAsync(database, members);
        return new Shop(server, $"Till {till["key"]}", $"Bearer {token["accessToken"]}", members);
    }

    private async Task ImportAsync(ProductDatabase database, int members)
    {
        var file = new ImportFiles(temp).Members(after: 0, members);
        await program.JsonAsync(database, "import", "members", file, "--brand", Shop.Brand);
        File.Delete(file);
    }
}
