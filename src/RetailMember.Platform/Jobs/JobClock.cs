using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;
using RetailMember.Data;

namespace RetailMember.Platform.Jobs;

/// <summary>
/// Quartz as the clock of all jobs: when an hour comes, one host of the cluster puts the runs into the queue. It lives
/// in a container of its own; on SQLite its tables are in a file beside the database, so that its polling never holds
/// up a sale. That file may be lost: it is made anew from what the modules describe.
/// </summary>
internal sealed class JobClock(
    DatabaseOptions database, JobList jobs, IServiceScopeFactory scopes, IConfiguration configuration, ILoggerFactory logs)
    : IHostedService, IAsyncDisposable
{
    /// <summary>False on a host that leaves the hours to others of its cluster; true where nothing is said.</summary>
    public const string RunsKey = "Jobs:Clock";

    private const string TablePrefix = "platform_quartz_";

    private ServiceProvider? quartz;
    private IScheduler? scheduler;

    /// <summary>Null while the host does not run.</summary>
    public IScheduler? Scheduler => scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        quartz = Build();
        scheduler = await quartz.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken);
        await JobSchedule.BringUpToDateAsync(scheduler, jobs, cancellationToken);
        if (configuration.GetValue(RunsKey, defaultValue: true)) await scheduler.Start(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref scheduler, null) is { } running)
            await running.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        if (quartz is not null) await quartz.DisposeAsync();
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddSingleton(logs);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(jobs);
        services.AddSingleton(new HostScopes(scopes));
        services.AddQuartz(builder => builder.UsePersistentStore(Store));
        return services.BuildServiceProvider();
    }

    private void Store(IPersistentStoreBuilder store)
    {
        store.ConfigureStore(options => options.TablePrefix = TablePrefix);
        store.ProvisionSchema();
        switch (database.Kind)
        {
            case DatabaseKind.Postgres:
                store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString);
                store.UseClustering(_ => { });
                break;
            case DatabaseKind.SqlServer:
                store.UseSqlServer(SqlClientFactory.Instance, database.ConnectionString);
                store.UseClustering(_ => { });
                break;
            default:
                store.UseSqlite(SqliteFactory.Instance, Beside(database.ConnectionString));
                break;
        }
    }

    private static string Beside(string connectionString)
    {
        var parts = new SqliteConnectionStringBuilder(connectionString);
        parts.DataSource = Path.ChangeExtension(Path.GetFullPath(parts.DataSource), ".jobs.db");
        return parts.ToString();
    }
}
