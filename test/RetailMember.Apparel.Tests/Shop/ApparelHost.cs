using RetailMember.Data;
using RetailMember.Testing;

namespace RetailMember.Apparel.Tests.Shop;

/// <summary>The product with this vertical alone.</summary>
public abstract class ApparelHost(DatabaseKind kind) : IAsyncLifetime
{
    private string? plugins;
    private HostFixture? fixture;

    public TestHost Host => fixture!.Host;

    public async ValueTask InitializeAsync()
    {
        plugins = Directory.CreateTempSubdirectory("retailmember-plugins-").FullName;
        Verticals.Drop("Apparel", plugins);
        fixture = new Dropped(
            new TestHostOptions { Database = kind, Plugins = plugins, Now = Clothes.Start, Configuration = LetterWords.Gateway });
        await fixture.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (fixture is not null) await fixture.DisposeAsync();
        if (plugins is not null) Directory.Delete(plugins, recursive: true);
    }

    private sealed class Dropped(TestHostOptions options) : HostFixture(options);
}

public sealed class ApparelOnSqlite() : ApparelHost(DatabaseKind.Sqlite);

public sealed class ApparelOnPostgres() : ApparelHost(DatabaseKind.Postgres);
