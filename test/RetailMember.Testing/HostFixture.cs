using System.Runtime.ExceptionServices;
using RetailMember.Data;
using Xunit;

namespace RetailMember.Testing;

/// <summary>
/// One host for all tests of a class: <c>class MyTests(SqliteHost host) : IClassFixture&lt;SqliteHost&gt;</c>, or an abstract
/// class that takes <see cref="HostFixture"/> with a child for <see cref="SqliteHost"/> and one for <see cref="PostgresHost"/>.
/// </summary>
public abstract class HostFixture(TestHostOptions options) : IAsyncLifetime
{
    private TestHost? host;
    private ExceptionDispatchInfo? fault;

    /// <summary>The running host. Skips the test where its database is not to be had.</summary>
    public TestHost Host
    {
        get
        {
            fault?.Throw();
            return host!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        try
        {
            host = await TestHost.StartAsync(options);
        }
        catch (Exception failed)
        {
            // A skip is a test's own affair: told when the test asks for the host.
            fault = ExceptionDispatchInfo.Capture(failed);
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (host is not null) await host.DisposeAsync();
    }
}

public sealed class SqliteHost() : HostFixture(new TestHostOptions { Database = DatabaseKind.Sqlite });

/// <summary>The product with all its verticals, which are on nowhere yet.</summary>
public sealed class WholeHost() : HostFixture(new TestHostOptions { Plugins = Verticals.Folder });

public sealed class PostgresHost() : HostFixture(new TestHostOptions { Database = DatabaseKind.Postgres });
