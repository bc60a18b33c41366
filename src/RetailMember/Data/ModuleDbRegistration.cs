using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RetailMember.Data.Rows;
using RetailMember.Data.Sets;

namespace RetailMember.Data;

/// <summary>A module's context and its child for each database.</summary>
public sealed class ModuleDbRegistration
{
    private readonly Dictionary<DatabaseKind, Type> children;

    internal ModuleDbRegistration(Type context, Type sqlite, Type postgres, Type sqlServer)
    {
        Context = context;
        children = new Dictionary<DatabaseKind, Type>
        {
            [DatabaseKind.Sqlite] = sqlite,
            [DatabaseKind.Postgres] = postgres,
            [DatabaseKind.SqlServer] = sqlServer,
        };
    }

    /// <summary>The module's abstract context, as its code asks for it.</summary>
    public Type Context { get; }

    /// <summary>A context of its own for its model alone: scripts, checks, the SQL that a query becomes.</summary>
    public ModuleDb CreateForModel(DatabaseKind kind) => Create(kind, ModuleDbOptions.Bare(kind));

    internal ModuleDb Create(DatabaseKind kind, ModuleDbOptions options) =>
        (ModuleDb)Activator.CreateInstance(children[kind], options)!;
}

/// <summary>Registers the data layer and the modules' contexts.</summary>
public static class DataServices
{
    /// <summary>The kernel's data services for one database.</summary>
    public static IServiceCollection AddData(
        this IServiceCollection services, DatabaseOptions options, PersonalDataKeys keys)
    {
        services.AddSingleton(options);
        services.AddSingleton(new PersonalData(keys));
        services.AddSingleton<Database>();
        services.AddScoped<DataSession>();
        services.AddScoped<Sequences>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<RowShapes>();
        services.AddScoped<IKeySets, KeySets>();
        services.AddScoped<IRows>(scope => options.Kind switch
        {
            DatabaseKind.Sqlite => new SqliteRows(scope),
            DatabaseKind.Postgres => new PostgresRows(scope),
            _ => new SqlServerRows(scope),
        });
        return services;
    }

    /// <summary>
    /// Registers a module's context: scoped, on the scope's <see cref="DataSession"/>. Each child's one constructor
    /// takes <c>ModuleDbOptions? options = null</c> and hands the base <c>options ?? ModuleDbOptions.Sqlite</c> (or its
    /// own database), so that <c>dotnet ef</c> can make it as well.
    /// </summary>
    public static IServiceCollection AddModuleDb<TDb, TSqlite, TPostgres, TSqlServer>(this IServiceCollection services)
        where TDb : ModuleDb
        where TSqlite : TDb
        where TPostgres : TDb
        where TSqlServer : TDb
    {
        var registration = new ModuleDbRegistration(typeof(TDb), typeof(TSqlite), typeof(TPostgres), typeof(TSqlServer));
        services.AddSingleton(registration);
        services.TryAddScoped(provider =>
        {
            var session = provider.GetRequiredService<DataSession>();
            var options = new ModuleDbOptions(session.Kind, session, provider.GetRequiredService<PersonalData>());
            return session.Enlist((TDb)registration.Create(session.Kind, options));
        });
        return services;
    }
}
