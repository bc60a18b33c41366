using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using RetailMember.People;
using RetailMember.Testing;

namespace RetailMember.Membership.Tests.Imports;

public sealed class ImportApiTestsOnSqlite(SqliteHost fixture) : ImportApiTests(fixture), IClassFixture<SqliteHost>;

public sealed class ImportApiTestsOnPostgres(PostgresHost fixture) : ImportApiTests(fixture), IClassFixture<PostgresHost>;

[Trait("Req", "CORE-50")]
public abstract class ImportApiTests(HostFixture fixture)
{
    [Fact]
    public async Task A_file_is_uploaded_checked_run_in_the_background_and_its_errors_are_fetched()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        var client = await fixture.Host.AdministratorAsync();
        var imports = Address(trial);

        const string rows = "R1,2024-03-01,s1,m1,10.00\nR2,2024-03-01,s1,m1,=1+1\n";
        var staged = await SendAsync(client, imports, Form(ImportTrial.Heads + rows));
        staged.GetProperty("state").GetString().ShouldBe("checked");
        var import = $"{imports}/{staged.GetProperty("import").GetInt64()}";
        (await PostAsync(client, import + "/run")).GetProperty("state").GetString().ShouldBe("queued");
        var done = await EndedAsync(client, import);

        (done.GetProperty("imported").GetInt32(), done.GetProperty("refused").GetInt32()).ShouldBe((1, 1));
        (done.GetProperty("progress").GetInt32(), done.GetProperty("state").GetString()).ShouldBe((100, "done"));
        var errors = await client.GetStringAsync(import + "/errors.csv");
        errors.ShouldContain("3,amount,import.amount-malformed");
        errors.ShouldContain("'=1+1");
        var item = (await client.GetFromJsonAsync<JsonElement>(import + "/errors")).GetProperty("items")[0];
        (item.GetProperty("row").GetInt32(), item.GetProperty("column").GetString()).ShouldBe((3, "amount"));
        (await client.GetFromJsonAsync<JsonElement>(imports)).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    public static TheoryData<string, string> SpoiltForms => new()
    {
        { "kind=wishes", "field.enum" },
        { "kind=", "field.enum" },
        { "enrol=perhaps", "field.malformed" },
        { "map=no-sign", "import.map-malformed" },
        { "colour=red", "field.unknown" },
    };

    [Theory, MemberData(nameof(SpoiltForms))]
    public async Task A_spoilt_form_is_refused_by_field(string field, string code)
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        using var form = Form(ImportTrial.Heads + "R1,2024-03-01,s1,m1,10.00\n");
        form.Add(new StringContent(field[(field.IndexOf('=', StringComparison.Ordinal) + 1)..]), field.Split('=')[0]);

        var answer = await (await fixture.Host.AdministratorAsync()).PostAsync(Address(trial), form);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(code);
    }

    [Fact]
    public async Task What_is_no_form_or_has_no_file_is_refused()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        var client = await fixture.Host.AdministratorAsync();
        using var fileless = new MultipartFormDataContent { { new StringContent("purchases"), "kind" } };
        using var cut = new StringContent("--x\r\nnonsense", Encoding.UTF8, "text/plain");
        cut.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };

        foreach (var body in (HttpContent[])[JsonContent.Create(new { kind = "purchases" }), fileless, cut])
            (await client.PostAsync(Address(trial), body)).StatusCode
                .ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Who_may_not_import_is_turned_away_before_the_file_is_read()
    {
        var trial = await ImportTrial.OpenAsync(fixture.Host);
        var cashier = await fixture.Host.Staff.PersonAsync(DefaultRole.Cashier, trial.Brand, "s1");
        using var form = Form(ImportTrial.Heads);

        (await cashier.PostAsync(Address(trial), form)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var again = Form(ImportTrial.Heads);
        (await fixture.Host.Client().PostAsync(Address(trial), again)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Another_brands_import_is_not_there()
    {
        var (own, other) = (await ImportTrial.OpenAsync(fixture.Host), await ImportTrial.OpenAsync(fixture.Host));
        var client = await fixture.Host.AdministratorAsync();
        var id = (await SendAsync(client, Address(own), Form(ImportTrial.Heads + "R1,2024-03-01,s1,m1,x\n"))).GetProperty("import");

        foreach (var path in (string[])["", "/errors", "/errors.csv"])
            (await client.GetAsync($"{Address(other)}/{id}{path}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Address(ImportTrial trial) => $"/api/brands/{trial.Brand.Code}/membership/imports";

    private static MultipartFormDataContent Form(string text) => new()
    {
        { new StringContent("purchases"), "kind" },
        { new StringContent("true"), "enrol" },
        { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "消费.csv" },
    };

    private static async Task<JsonElement> SendAsync(HttpClient client, string address, HttpContent form)
    {
        using (form)
        {
            var answer = await client.PostAsync(address, form);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string address) =>
        await SendAsync(client, address, JsonContent.Create(new { }));

    private static async Task<JsonElement> EndedAsync(HttpClient client, string import)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            var now = await client.GetFromJsonAsync<JsonElement>(import);
            if (now.TryGetProperty("endedAt", out _)) return now;
            await Task.Delay(100);
        }

        throw new TimeoutException("The import did not end.");
    }
}
