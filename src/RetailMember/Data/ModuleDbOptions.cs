using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Caching.Memory;

namespace RetailMember.Data;

/// <summary>
/// What a module's context is built on. The parameterless forms (<see cref="Sqlite"/> and its siblings) serve
/// <c>dotnet ef</c>, which makes a context without a host.
/// </summary>
public sealed class ModuleDbOptions
{
    private static readonly ConcurrentDictionary<(DatabaseKind, string), DbContextOptions> Cache = new();

    /// <summary>
    /// Holds the models and all queries of all modules. EF's own has room for some hundred queries beside them: what is asked
    /// seldom would be compiled anew each time, and a compiled query breaks once its model was thrown out.
    /// </summary>
    private static readonly MemoryCache Compiled = new(new MemoryCacheOptions { SizeLimit = 200_000 });

    private readonly DatabaseKind kind;

    internal ModuleDbOptions(DatabaseKind kind, DataSession? session, PersonalData personal)
    {
        this.kind = kind;
        Session = session;
        Personal = personal;
    }

    public static ModuleDbOptions Sqlite { get; } = Bare(DatabaseKind.Sqlite);

    public static ModuleDbOptions Postgres { get; } = Bare(DatabaseKind.Postgres);

    public static ModuleDbOptions SqlServer { get; } = Bare(DatabaseKind.SqlServer);

    internal DataSession? Session { get; }

    internal PersonalData Personal { get; }

    internal static ModuleDbOptions Bare(DatabaseKind kind) => new(kind, null, PersonalData.ForDesign);

    internal DbContextOptions For(string module) => Cache.GetOrAdd((kind, module), key => Build(key.Item1, key.Item2));

    internal void OnConnectionOfSession(DbContextOptionsBuilder builder)
    {
        if (Session is null) return;
        _ = kind switch
        {
            DatabaseKind.Sqlite => builder.UseSqlite(Session.Connection),
            DatabaseKind.Postgres => builder.UseNpgsql(Session.Connection),
            _ => builder.UseSqlServer(Session.Connection),
        };
    }

    private static DbContextOptions Build(DatabaseKind kind, string module)
    {
        var builder = new DbContextOptionsBuilder();
        var history = $"{module}_migrations";
        _ = kind switch
        {
            DatabaseKind.Sqlite => builder.UseSqlite(o => o.MigrationsHistoryTable(history)),
            DatabaseKind.Postgres => builder.UseNpgsql(o => o.MigrationsHistoryTable(history)),
            _ => builder.UseSqlServer(o => o.MigrationsHistoryTable(history)).AddInterceptors(new OrdinalLists()),
        };
        return builder.UseMemoryCache(Compiled).ReplaceService<IModelCacheKeyFactory, ModelKey>().Options;
    }

    // A model holds the converters of personal columns, so another key ring means another model.
    private sealed class ModelKey : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) =>
            (context.GetType(), designTime, ((ModuleDb)context).Personal.Fingerprint);
    }
}
