using RetailMember.Bench.Machine;

namespace RetailMember.Bench.Product;

/// <summary>Opens a shop as its owner would: first administrator, brand, programme, store, till, members.</summary>
internal sealed class ShopSetup(HostProgram program, TempFolder temp)
{
    private const string Administrator = "bench";
    private const string Password = "correct horse battery staple";

    public async Task<Shop> OpenAsync(ProductDatabase database, int members)
    {
        var server = await ProductServer.StartAsync(program, database);
        await server.KillAsync();
        var made = await program.JsonAsync(database, "admin", "create", "--user", Administrator);
        await server.RestartAsync();
        using var api = new Api(server.Address);
        var owner = await SignInAsync(api, Administrator, made["password"]!.GetValue<string>());
        var till = await FurnishAsync(api);
        await ImportAsync(database, members);
        return new Shop(server, $"Till {till}", $"Bearer {owner}", members);
    }

    // The first password opens nothing but its own change.
    public static async Task<string> SignInAsync(Api api, string userName, string firstPassword)
    {
        await TokenAsync(firstPassword);
        await api.PostAsync(
            "/api/platform/account/password", new { currentPassword = firstPassword, newPassword = Password });
        return await TokenAsync(Password);

        async Task<string> TokenAsync(string password)
        {
            var answer = await api.PostAsync("/api/platform/token", new { userName, password });
            var token = answer["accessToken"]!.GetValue<string>();
            api.Authorize("Bearer", token);
            return token;
        }
    }

    /// <summary>Answers the till's key.</summary>
    private static async Task<string> FurnishAsync(Api api)
    {
        const string brand = $"/api/brands/{Shop.Brand}";
        await api.PostAsync("/api/platform/brands", new { code = Shop.Brand, name = "Bench" });
        await api.PostAsync(
            $"{brand}/membership/programmes/start", new { template = "four-tiers", effectiveFrom = "2014-01-01T00:00:00Z" });
        await api.PostAsync($"{brand}/platform/stores", new { code = Shop.Store, name = "Bench" });
        var till = await api.PostAsync($"{brand}/platform/tills", new { storeCode = Shop.Store, name = "1" });
        return till["key"]!.GetValue<string>();
    }

    private async Task ImportAsync(ProductDatabase database, int members)
    {
        var file = new ImportFiles(temp).Members(after: 0, members);
        await program.JsonAsync(database, "import", "members", file, "--brand", Shop.Brand);
        File.Delete(file);
    }
}
