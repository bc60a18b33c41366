using RetailMember.Bench.Machine;
using RetailMember.Bench.Product;
using RetailMember.Bench.Yardsticks;

namespace RetailMember.Bench;

/// <summary>What measurements share, made when first needed: a server, TPC-B, a published host, a shop.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private PostgresServer? postgres;
    private TpcB? tpcB;
    private HostProgram? host;
    private Shop? shop;

    public Bench(BenchOptions options)
    {
        Options = options;
        Temp = new TempFolder(options.Keep);
    }

    public BenchOptions Options { get; }

    public TempFolder Temp { get; }

    public async Task<PostgresServer> PostgresAsync()
    {
        if (postgres is not null) return postgres;
        Say("starting PostgreSQL");
        return postgres = await PostgresServer.StartAsync(Temp);
    }

    public async Task<TpcB> TpcBAsync()
    {
        if (tpcB is not null) return tpcB;
        var server = await PostgresAsync();
        Say($"filling pgbench's database, scale {Options.Scale}");
        return tpcB = await TpcB.PrepareAsync(server, Temp, Options);
    }

    public async Task<HostProgram> HostAsync()
    {
        if (host is not null) return host;
        if (Options.Host is null) Say("publishing the host");
        return host = await HostProgram.PrepareAsync(Options.Host, Temp);
    }

    /// <summary>The shop on PostgreSQL that most measurements share.</summary>
    public async Task<Shop> ShopAsync()
    {
        if (shop is not null) return shop;
        return shop = await OpenShopAsync(await NewPostgresDatabaseAsync("shop"), Options.Members);
    }

    public async Task<Shop> OpenShopAsync(ProductDatabase database, int members)
    {
        var program = await HostAsync();
        Say($"opening a shop with {members} members");
        return await new ShopSetup(program, Temp).OpenAsync(database, members);
    }

    public async Task<ProductDatabase> NewPostgresDatabaseAsync(string name)
    {
        var server = await PostgresAsync();
        await server.CreateDatabaseAsync(name);
        return ProductDatabase.Postgres(server, name);
    }

    public ProductDatabase NewSqliteDatabase(string name) =>
        ProductDatabase.Sqlite(System.IO.Path.Combine(Temp.Sub(name), "retailmember.db"));

    /// <summary>Progress, beside the table.</summary>
    public void Say(string what) => Console.Error.WriteLine($"... {what}");

    public async ValueTask DisposeAsync()
    {
        if (shop is not null) await shop.DisposeAsync();
        if (postgres is not null) await postgres.DisposeAsync();
        Temp.Dispose();
    }
}
