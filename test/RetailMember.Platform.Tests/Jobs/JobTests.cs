using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RetailMember.Data;
using RetailMember.Jobs;
using RetailMember.Platform.Jobs;
using RetailMember.Platform.Tests.Probe;
using RetailMember.UseCases;

namespace RetailMember.Platform.Tests.Jobs;

public sealed class JobTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_job_runs_once_for_each_brand_and_leaves_its_history(DatabaseKind kind)
    {
        await using var host = await PlatformHost.StartAsync(kind);
        await host.OpenBrandAsync("pharmacy");
        await host.OpenBrandAsync("apparel");

        var started = await host.Entry.RunAsync(new RunJobNow.Input("Probe.count"), PlatformHost.House);

        started.Runs.Count.ShouldBe(2);
        foreach (var id in started.Runs)
        {
            var run = await EndOfAsync(host, id);
            run.State.ShouldBe(RunState.Succeeded);
            run.Message.ShouldBe("""{"counted":3}""");
            run.Done.ShouldBe(3);
        }

        host.Probe.Runs.ShouldBe(6);
    }

    [Fact]
    public async Task The_list_of_jobs_says_when_each_runs_next()
    {
        await using var host = await PlatformHost.StartAsync();
        var jobs = await host.Entry.RunAsync(new FindJobs.Input(), PlatformHost.House);
        var job = jobs.Items.Single(j => j.Name == "Probe.count");
        // Four in the morning in Shanghai.
        job.NextRunAt!.Value.TimeOfDay.ShouldBe(TimeSpan.FromHours(20));
    }

    [Fact]
    public async Task A_job_that_has_not_ended_is_not_begun_again()
    {
        await using var host = await PlatformHost.StartAsync();
        await host.OpenBrandAsync("pharmacy");
        using var pause = new SemaphoreSlim(0);
        host.Probe.Pause = pause;
        var first = await host.Entry.RunAsync(new RunJobNow.Input("Probe.count"), PlatformHost.House);

        var second = await host.Entry.TryAsync(new RunJobNow.Input("Probe.count"), PlatformHost.House);

        second.Refusal!.Code.ShouldBe("platform.job-running");
        pause.Release(3);
        (await EndOfAsync(host, first.Runs[0])).State.ShouldBe(RunState.Succeeded);
    }

    [Fact]
    public async Task Background_work_that_its_host_left_is_done_by_the_next()
    {
        await using var host = await PlatformHost.StartAsync();
        var call = host.In(await host.OpenBrandAsync("pharmacy"));
        var id = await EnqueueAsync(host, new CountThings.Input(1), call);
        await EndOfAsync(host, id);

        // As a host leaves it that was killed in the middle, more than a minute ago.
        await host.InTablesAsync(db => db.JobRuns.Where(r => r.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.State, RunState.Running)
            .SetProperty(r => r.EndedAt, (DateTime?)null)
            .SetProperty(r => r.AliveAt, DateTime.UnixEpoch)));

        (await EndOfAsync(host, id)).State.ShouldBe(RunState.Succeeded);
        host.Probe.Runs.ShouldBe(2);
    }

    [Fact]
    public async Task A_worker_that_lost_its_run_to_another_cannot_end_it()
    {
        await using var host = await PlatformHost.StartAsync();
        var call = host.In(await host.OpenBrandAsync("pharmacy"));
        using var pause = new SemaphoreSlim(0);
        host.Probe.Pause = pause;
        var id = await EnqueueAsync(host, new CountThings.Input(1), call);
        while ((await host.Entry.RunAsync(new FindRun.Input(id), PlatformHost.House)).State != RunState.Running)
            await Task.Delay(20);

        // Another host, which found the run abandoned, is at its second attempt.
        await host.InTablesAsync(db => db.JobRuns.Where(r => r.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.Attempts, 2).SetProperty(r => r.AliveAt, DateTime.UnixEpoch.AddYears(200))));
        pause.Release();
        await Task.Delay(TimeSpan.FromSeconds(3));

        (await host.Entry.RunAsync(new FindRun.Input(id), PlatformHost.House)).State.ShouldBe(RunState.Running);
    }

    [Fact]
    public async Task A_host_that_stops_gives_the_attempt_back()
    {
        await using var host = await PlatformHost.StartAsync();
        await using var twin = await host.TwinAsync();
        var call = host.In(await host.OpenBrandAsync("pharmacy"));
        using var pause = new SemaphoreSlim(0);
        (host.Probe.Pause, twin.Probe.Pause) = (pause, pause);
        var id = await EnqueueAsync(host, new CountThings.Input(1), call);
        while ((await host.Entry.RunAsync(new FindRun.Input(id), PlatformHost.House)).State != RunState.Running)
            await Task.Delay(20);

        foreach (var one in (PlatformHost[])[host, twin])
            await one.Services.GetServices<IHostedService>().OfType<RunDispatcher>().Single().StopAsync(default);

        var left = await host.InTablesAsync(db => db.JobRuns.AsNoTracking().SingleAsync(r => r.Id == id));
        (left.State, left.Attempts).ShouldBe((RunState.Queued, 0));
    }

    [Fact]
    public async Task Work_that_a_till_asked_for_is_refused_once_the_till_is_gone()
    {
        await using var host = await PlatformHost.StartAsync();
        var brand = await host.OpenBrandAsync("pharmacy");
        var id = await host.InTablesAsync(async db =>
        {
            var run = new JobRun
            {
                Job = "probe.count-things",
                BrandId = brand.Id,
                QueuedAt = DateTime.UnixEpoch,
                Input = RunInput.Write(new CountThings.Input(1)),
                CallerKind = RetailMember.People.CallerKind.Till,
                CallerId = Guid.NewGuid(),
                CallerName = "till 1",
            };
            db.JobRuns.Add(run);
            await db.SaveChangesAsync();
            return run.Id;
        });

        var ended = await EndOfAsync(host, id);

        (ended.State, ended.Message).ShouldBe((RunState.Failed, "sign-in.needed"));
    }

    [Fact]
    public async Task Background_work_is_refused_at_once_to_whoever_may_not_do_it()
    {
        await using var host = await PlatformHost.StartAsync();
        var brand = await host.OpenBrandAsync("pharmacy");
        var nobody = new CallContext(RetailMember.People.Caller.Anonymous, Channel.Api) { Brand = brand };

        var refused = await Should.ThrowAsync<Refusal>(() => EnqueueAsync(host, new CountThings.Input(1), nobody));

        refused.Code.ShouldBe("sign-in.needed");
    }

    [Fact]
    public async Task A_refusal_fails_the_run_and_is_its_message()
    {
        await using var host = await PlatformHost.StartAsync();
        var call = host.In(await host.OpenBrandAsync("pharmacy"));
        var run = await EndOfAsync(host, await EnqueueAsync(host, new CountThings.Input(-1), call));
        run.State.ShouldBe(RunState.Failed);
        run.Message.ShouldBe("probe.no");
    }

    private static Task<Guid> EnqueueAsync(PlatformHost host, CountThings.Input input, CallContext call) =>
        host.InScopeAsync(scope => scope.GetRequiredService<IBackgroundWork>().EnqueueAsync(input, call));

    private static async Task<FindRuns.Item> EndOfAsync(PlatformHost host, Guid id)
    {
        for (var i = 0; i < 200; i++)
        {
            var run = await host.Entry.RunAsync(new FindRun.Input(id), PlatformHost.House);
            if (run.EndedAt is not null) return run;
            await Task.Delay(100);
        }

        throw new TimeoutException("The run did not end.");
    }
}
