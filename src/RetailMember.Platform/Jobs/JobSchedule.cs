using Microsoft.Extensions.DependencyInjection;
using Quartz;
using RetailMember.People;

namespace RetailMember.Platform.Jobs;

/// <summary>
/// Makes Quartz's stored triggers those that the modules describe, and leaves alone what has not changed.
/// </summary>
internal static class JobSchedule
{
    public const string Group = "jobs";

    public static async Task BringUpToDateAsync(IScheduler scheduler, JobList jobs, CancellationToken cancel)
    {
        foreach (var job in jobs.Running)
        {
            var key = new TriggerKey(job.Name, Group);
            var known = await scheduler.GetTrigger(key, cancel) as ICronTrigger;
            if (known?.CronExpressionString == job.Job.Cron) continue;
            var detail = JobBuilder.Create<EnqueueRuns>()
                .WithIdentity(job.Name, Group).RequestRecovery().StoreDurably().Build();

            // An hour that passed while no host ran is made up for once.
            var trigger = TriggerBuilder.Create().WithIdentity(key).ForJob(detail)
                .WithCronSchedule(job.Job.Cron, cron => cron
                    .InTimeZone(JobList.Zone)
                    .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
                .Build();
            await scheduler.ScheduleJob(detail, new[] { trigger }, new ScheduleJobOptions { Replace = true }, cancel);
        }
    }
}

/// <summary>The host's own scopes. A container always gives itself where a factory of scopes is asked for by its type.</summary>
internal sealed record HostScopes(IServiceScopeFactory Factory);

/// <summary>What Quartz runs when a job's hour comes.</summary>
internal sealed class EnqueueRuns(JobList jobs, HostScopes scopes) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // A module that was taken out of the host leaves its trigger behind.
        if (jobs.Find(context.JobDetail.Key.Name) is not { } job) return;
        await using var scope = scopes.Factory.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RunQueue>()
            .EnqueueAsync(job, null, Caller.House(job.Name), cancellationToken);
    }
}
