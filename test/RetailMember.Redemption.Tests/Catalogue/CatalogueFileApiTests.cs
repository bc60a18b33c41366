using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using RetailMember.Redemption.Catalogue.Pictures;
using RetailMember.Redemption.Demonstration;
using RetailMember.Testing;
using static RetailMember.Redemption.Tests.Shop.Given;

namespace RetailMember.Redemption.Tests.Catalogue;

/// <summary>RD-01 through the API: what the pages take as files, a program sends to the same use cases.</summary>
[Trait("Req", "RD-01")]
public sealed class CatalogueFileApiTests(SqliteHost fixture) : IClassFixture<SqliteHost>
{
    private const string Rewards = "/api/brands/apparel/redemption/rewards";

    [Fact]
    public async Task A_catalogue_is_tried_and_then_read_in()
    {
        var client = await OpenAsync();
        var code = "r" + Key();
        var csv = Encoding.UTF8.GetBytes($"code,kind,name_zh,name_en,points\n{code},goods,礼品,Gift,100\n");

        var tried = await SendAsync(client, HttpMethod.Post, Rewards + "/imports", csv, ("dryRun", "true"));
        var done = await SendAsync(client, HttpMethod.Post, Rewards + "/imports", csv);

        (Added(tried), Written(tried), Added(done), Written(done)).ShouldBe((1, false, 1, true));
        (await client.GetFromJsonAsync<JsonElement>($"{Rewards}/{code}")).GetProperty("terms").GetProperty("points").GetInt64()
            .ShouldBe(100);
    }

    [Fact]
    public async Task A_picture_is_set_shown_and_removed()
    {
        var client = await OpenAsync();
        var code = "r" + Key();
        var csv = Encoding.UTF8.GetBytes($"code,kind,name_zh,name_en,points\n{code},goods,礼品,Gift,100\n");
        await SendAsync(client, HttpMethod.Post, Rewards + "/imports", csv);

        var set = await SendAsync(client, HttpMethod.Put, $"{Rewards}/{code}/picture", DemoPicture.Draw(1));

        set.GetProperty("contentType").GetString().ShouldBe("image/png");
        using (var shown = await client.GetAsync($"{Rewards}/{code}/picture"))
            shown.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        using (var removed = await client.DeleteAsync($"{Rewards}/{code}/picture")) removed.IsSuccessStatusCode.ShouldBeTrue();
        using var gone = await client.GetAsync($"{Rewards}/{code}/picture");
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_a_problem_with_a_stable_code()
    {
        var client = await OpenAsync();
        using var response = await PutAsync(
            client, HttpMethod.Put, Rewards + "/any/picture", new byte[PictureFile.LargestFile + (128 * 1024)]);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("request.too-large");
    }

    private static long Added(JsonElement done) => done.GetProperty("added").GetInt64();

    private static bool Written(JsonElement done) => done.GetProperty("written").GetBoolean();

    private async Task<HttpClient> OpenAsync()
    {
        await fixture.Host.BrandAsync("apparel", "s1");
        return await fixture.Host.AdministratorAsync();
    }

    private static async Task<JsonElement> SendAsync(
        HttpClient client, HttpMethod method, string address, byte[] file, params (string Name, string Value)[] fields)
    {
        using var response = await PutAsync(client, method, address, file, fields);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<HttpResponseMessage> PutAsync(
        HttpClient client, HttpMethod method, string address, byte[] file, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "file" } };
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        using var request = new HttpRequestMessage(method, address) { Content = form };
        return await client.SendAsync(request);
    }
}
