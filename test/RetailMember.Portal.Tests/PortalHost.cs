using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Messages;
using RetailMember.Testing;

namespace RetailMember.Portal.Tests;

/// <summary>The whole product with one pharmacy and a neighbour, and a gateway that tests read.</summary>
public abstract class PortalHost(DatabaseKind database) : IAsyncLifetime
{
    private static int last;
    private TestHost? host;

    public TestHost Host => host!;

    public Brand Brand { get; private set; } = null!;

    public Brand Other { get; private set; } = null!;

    public SentMessages Sent { get; } = new();

    private readonly Dictionary<string, HttpClient> tills = [];

    public virtual IReadOnlyDictionary<string, string?> Configuration => new Dictionary<string, string?>();

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.StartAsync(new TestHostOptions
        {
            Database = database,
            Configuration = Configuration,
            Replace = services =>
            {
                services.AddSingleton<IMessageSender>(Sent);
                Replace(services);
            },
        });
        Brand = await BrandAsync("pharmacy");
        Other = await BrandAsync("apparel");
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (host is not null) await host.DisposeAsync();
    }

    /// <summary>What else a test wants in the host's container.</summary>
    protected virtual void Replace(IServiceCollection services)
    {
    }

    /// <summary>A mobile that nobody had before.</summary>
    public static string Mobile() => $"138{Interlocked.Increment(ref last):00000000}";

    /// <summary>A till at the brand's first store; its key outlives any clock, as a person's token does not.</summary>
    public HttpClient TillOf(Brand brand) => tills[brand.Code];

    /// <summary>Somebody of head office who has just logged in.</summary>
    public Task<HttpClient> OfficeAsync() => Host.Staff.AdministratorAsync();

    /// <summary>Somebody whom a store has enrolled.</summary>
    public async Task<string> MemberAsync(string mobile, Brand? brand = null)
    {
        var answer = await TillOf(brand ?? Brand).PostAsJsonAsync(
            $"/api/brands/{(brand ?? Brand).Code}/membership/members",
            new { key = Guid.CreateVersion7().ToString("N"), name = "张三", mobile, storeCode = "s1" });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("memberNo").GetString()!;
    }

    /// <summary>Leaves a member's number and card, and nobody behind them, as an import of an old system does.</summary>
    public Task<int> ForgetPersonAsync(string memberNo) => Host.InBrandAsync(Brand, async scope =>
    {
        var session = scope.GetRequiredService<DataSession>();
        await session.BeginAsync();
        await using var command = session.Connection.CreateCommand();
        command.Transaction = session.Transaction;
        command.CommandText = $"UPDATE membership_member SET person_id = NULL WHERE member_no = '{memberNo}'";
        var changed = await command.ExecuteNonQueryAsync();
        await session.CommitAsync();
        return changed;
    });

    /// <summary>What the counter says to whoever shows this card.</summary>
    public async Task<string> CounterCodeAsync(string card)
    {
        var answer = await TillOf(Brand).PostAsJsonAsync(Api("card-codes"), new { card });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
    }

    /// <summary>Makes one member of two, and answers the merge's key.</summary>
    public async Task<Guid> MergeAsync(string survivor, string duplicate)
    {
        var answer = await (await OfficeAsync()).PostAsJsonAsync(
            "/api/brands/pharmacy/membership/merges",
            new { key = Guid.CreateVersion7().ToString("N"), survivor, duplicate, reason = "one person" });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("merge").GetGuid();
    }

    public async Task UnmergeAsync(Guid merge) =>
        (await (await OfficeAsync()).PostAsJsonAsync(
            $"/api/brands/pharmacy/membership/merges/{merge}/reversal", new { reason = "two after all" })).EnsureSuccessStatusCode();

    public async Task CloseAsync(string memberNo) =>
        (await (await OfficeAsync()).PostAsJsonAsync(
            $"/api/brands/pharmacy/membership/members/{memberNo}/closure", new { reason = "own wish" })).EnsureSuccessStatusCode();

    public Task<HttpResponseMessage> AskCodeAsync(string mobile, string purpose = "logIn", Brand? brand = null) =>
        Host.Client().PostAsJsonAsync(Api("codes", brand), new { mobile, purpose });

    /// <summary>A fresh code, a minute after whatever was asked for before.</summary>
    public async Task<string> CodeAsync(string mobile, string purpose = "logIn", Brand? brand = null)
    {
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await AskCodeAsync(mobile, purpose, brand)).EnsureSuccessStatusCode();
        return Sent.CodeFor(mobile);
    }

    public Task<HttpResponseMessage> TryLogInAsync(string mobile, string code, Brand? brand = null) =>
        Host.Client().PostAsJsonAsync(Api("sessions", brand), new { mobile, code, device = "test" });

    /// <summary>The client of a member who has logged in by the API.</summary>
    public async Task<HttpClient> LogInAsync(string mobile, Brand? brand = null)
    {
        var answer = await TryLogInAsync(mobile, await CodeAsync(mobile, brand: brand), brand);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
        return Host.Client(new AuthenticationHeaderValue("Member", token));
    }

    /// <summary>The phone of a member who has logged in by the pages.</summary>
    public async Task<TestBrowser> PhoneAsync(string mobile)
    {
        var phone = new TestBrowser(Host.Client());
        await phone.OpenAsync("/m/pharmacy/log-in");
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await phone.SubmitAsync("/m/pharmacy/log-in/code", ("mobile", mobile))).EnsureSuccessStatusCode();
        var answer = await phone.SubmitAsync("/m/pharmacy/log-in", ("mobile", mobile), ("code", Sent.CodeFor(mobile)));
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.SeeOther);
        return phone;
    }

    public string Api(string path, Brand? brand = null) => $"/api/brands/{(brand ?? Brand).Code}/portal/{path}";

    public static async Task<string> RefusalOf(HttpResponseMessage answer)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return problem.TryGetProperty("errors", out var errors)
            ? errors[0].GetProperty("code").GetString()!
            : problem.GetProperty("code").GetString()!;
    }

    private async Task<Brand> BrandAsync(string code)
    {
        var brand = await Host.BrandAsync(code, "s1", "s2");
        (await (await Host.AdministratorAsync()).PostAsJsonAsync(
            $"/api/brands/{code}/membership/programmes/start",
            new { template = "four-tiers", effectiveFrom = "2020-01-01T00:00:00Z" })).EnsureSuccessStatusCode();
        tills[code] = await Host.Staff.TillAsync(brand, "s1");
        (await (await Host.AdministratorAsync()).PutAsJsonAsync(
            $"/api/brands/{code}/platform/settings/Membership.CardForms",
            new { value = "OWN-###########, NEXT-###########, KIND-###########" })).EnsureSuccessStatusCode();
        return brand;
    }
}

public sealed class SqlitePortal() : PortalHost(DatabaseKind.Sqlite);

public sealed class PostgresPortal() : PortalHost(DatabaseKind.Postgres);
