using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;
using RetailMember.Data;
using RetailMember.Platform.Jobs;
using RetailMember.Platform.Tests.Probe;

namespace RetailMember.Platform.Tests.Jobs;

/// <summary>What happens when a job's hour comes, by the clock itself.</summary>
public sealed class JobClockTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task When_its_hour_comes_a_job_is_queued_for_each_brand(DatabaseKind kind)
    {
        await using var host = await PlatformHost.StartAsync(kind);
        await host.OpenBrandAsync("pharmacy");
        await host.OpenBrandAsync("apparel");
        var scheduler = host.Services.GetServices<IHostedService>().OfType<JobClock>().Single().Scheduler.ShouldNotBeNull();
        var fired = new Firing();
        scheduler.ListenerManager.AddJobListener(fired);
        await scheduler.Start();

        await scheduler.TriggerJob(new JobKey("Probe.count", JobSchedule.Group));

        (await fired.Fault.WaitAsync(Patience)).ShouldBeNull();
        var runs = await host.Entry.RunAsync(new FindRuns.Input("Probe.count"), PlatformHost.House);
        runs.Items.Select(r => r.BrandId).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Every_job_that_a_module_describes_has_its_trigger()
    {
        await using var host = await PlatformHost.StartAsync();
        var scheduler = host.Services.GetServices<IHostedService>().OfType<JobClock>().Single().Scheduler.ShouldNotBeNull();

        foreach (var job in host.Services.GetRequiredService<JobList>().Running)
            (await scheduler.GetTrigger(new TriggerKey(job.Name, JobSchedule.Group))).ShouldNotBeNull(job.Name);
    }

    /// <summary>Hears how the next job ended.</summary>
    private sealed class Firing : IJobListener
    {
        private readonly TaskCompletionSource<JobExecutionException?> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => nameof(Firing);

        public Task<JobExecutionException?> Fault => ended.Task;

        public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default) => default;

        public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default) => default;

        public ValueTask JobWasExecuted(
            IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
        {
            ended.TrySetResult(jobException);
            return default;
        }
    }
}
