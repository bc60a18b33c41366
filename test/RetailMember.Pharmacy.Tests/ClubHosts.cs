using Microsoft.Extensions.DependencyInjection;
using RetailMember.Data;
using RetailMember.Messages;
using RetailMember.Testing;

namespace RetailMember.Pharmacy.Tests;

/// <summary>The product with all its verticals on SQLite, on Wednesday, 18 June 2025: a member day.</summary>
public sealed class ClubOnSqlite() : HostFixture(new TestHostOptions
{
    Plugins = Verticals.Folder, Configuration = LetterWords.Gateway, Replace = services => services.AddSingleton<IMessageSender>(Sent),
})
{
    /// <summary>What was sent to mobiles, of all hosts: each mobile is somebody's alone.</summary>
    public static SentMessages Sent { get; } = new();
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class ClubOnPostgres()
    : HostFixture(new TestHostOptions
    {
        Plugins = Verticals.Folder, Database = DatabaseKind.Postgres, Configuration = LetterWords.Gateway,
    });
