using System.Net.Http.Json;
using System.Text.Json;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.Platform.Tills;
using RetailMember.UseCases;

namespace RetailMember.Platform.Tests.Probe;

/// <summary>Takes people and tills on and gives what they send as Authorization.</summary>
internal sealed class Staff(PlatformHost host)
{
    public const string Password = "correct horse battery";

    private readonly PlatformAdministration platform =
        (PlatformAdministration)host.Services.GetService(typeof(PlatformAdministration))!;

    public async Task<string> TillAsync(Brand brand, string store) =>
        "Till " + (await host.Entry.RunAsync(new CreateTill.Input(store, "till 1"), host.In(brand))).Key;

    /// <summary>With a role in the chain, a brand, or one store.</summary>
    public async Task<string> PersonAsync(string userName, string role, Brand? brand = null, string? store = null)
    {
        var at = store is null ? null : host.Brands.FindStore(brand!.Id, store);
        await platform.EnsurePersonAsync(
            userName, userName, Password, role, PlatformHost.House with { Brand = brand, Store = at });
        return await TokenAsync(userName, Password);
    }

    public async Task<string> TokenAsync(string userName, string password)
    {
        var response = await host.Client().PostAsJsonAsync("/api/platform/token", new { userName, password });
        response.EnsureSuccessStatusCode();
        var token = await response.Content.ReadFromJsonAsync<JsonElement>();
        return "Bearer " + token.GetProperty("accessToken").GetString();
    }
}
