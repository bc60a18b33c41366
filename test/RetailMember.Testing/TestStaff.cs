using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.Platform;

namespace RetailMember.Testing;

/// <summary>Takes on people and tills of a test host, and hands out clients that are signed in as them.</summary>
public sealed class TestStaff(TestHost host)
{
    public const string Password = "correct horse battery";

    private static int taken;

    /// <summary>Somebody of head office.</summary>
    public Task<HttpClient> AdministratorAsync() => PersonAsync(DefaultRole.HeadOffice);

    /// <summary>Somebody with one of the <see cref="DefaultRole"/>s, for the chain, a brand or one store of it.</summary>
    public async Task<HttpClient> PersonAsync(string role, Brand? brand = null, string? store = null) =>
        await SignedInAsync(await HireAsync(role, brand, store));

    /// <summary>Somebody who was taken on, with the rights that he has by now.</summary>
    public async Task<HttpClient> SignedInAsync(string userName)
    {
        using var nobody = host.Client();
        var answer = await nobody.PostAsJsonAsync("/api/platform/token", new { userName, password = Password });
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return host.Client(new AuthenticationHeaderValue("Bearer", token.GetProperty("accessToken").GetString()));
    }

    /// <summary>The browser of somebody who has logged in.</summary>
    public async Task<TestBrowser> BrowserAsync(string role, Brand? brand = null, string? store = null) =>
        await BrowserOfAsync(await HireAsync(role, brand, store));

    /// <summary>The browser of somebody who was taken on and has logged in.</summary>
    public async Task<TestBrowser> BrowserOfAsync(string userName)
    {
        var browser = new TestBrowser(host.Client());
        await browser.OpenAsync("/sign-in");
        var answer = await browser.SubmitAsync("/sign-in", ("userName", userName), ("password", Password), ("returnTo", "/"));
        if (answer.StatusCode != HttpStatusCode.SeeOther)
            throw new InvalidOperationException($"{userName} could not log in: {answer.StatusCode}.");
        return browser;
    }

    /// <summary>Takes somebody on and returns the user name; the password is <see cref="Password"/>.</summary>
    public async Task<string> HireAsync(string role, Brand? brand = null, string? store = null)
    {
        var userName = $"{role}-{Interlocked.Increment(ref taken)}";
        var call = TestHost.House(brand) with
        {
            Store = store is null || brand is null ? null : host.Brands.FindStore(brand.Id, store),
        };
        await host.Services.GetRequiredService<PlatformAdministration>()
            .EnsurePersonAsync(userName, userName, Password, role, call);
        return userName;
    }

    /// <summary>A till at a store.</summary>
    public async Task<HttpClient> TillAsync(Brand brand, string store) =>
        host.Client(new AuthenticationHeaderValue("Till", await TillKeyAsync(brand, store)));

    public async Task<string> TillKeyAsync(Brand brand, string store)
    {
        var headOffice = await host.AdministratorAsync();
        var answer = await headOffice.PostAsJsonAsync(
            $"/api/brands/{brand.Code}/platform/tills", new { storeCode = store, name = $"till-{Interlocked.Increment(ref taken)}" });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!;
    }
}
