using RetailMember.Data;
using RetailMember.Testing;

namespace RetailMember.Restaurant.Tests.House;

/// <summary>Hosts with the vertical dropped in, on each database.</summary>
public sealed class RestaurantOnSqlite()
    : HostFixture(new TestHostOptions { Plugins = Verticals.Folder, Configuration = LetterWords.Gateway });

public sealed class RestaurantOnPostgres()
    : HostFixture(new TestHostOptions
    {
        Plugins = Verticals.Folder, Database = DatabaseKind.Postgres, Configuration = LetterWords.Gateway,
    });
