using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.People;
using RetailMember.Platform.Access;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.Jobs;

/// <summary>
/// Takes one run from the queue and does it through the entry. A run whose host has been silent for a minute is taken
/// up again, three times at most.
/// </summary>
internal sealed class RunWorker(
    IServiceScopeFactory scopes,
    JobList jobs,
    UseCaseCatalogue useCases,
    UseCaseEntry entry,
    IBrandDirectory brands,
    AccessDirectory access,
    TimeProvider time,
    ILogger<RunWorker> log)
{
    private const int MostAttempts = 3;

    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(2);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>False when nothing waits.</summary>
    public async Task<bool> RunOneAsync(CancellationToken cancel)
    {
        if (await TakeAsync(cancel) is not { } run) return false;
        var progress = RunProgress.Begin();
        var attempt = new Attempt(run.Id, run.Attempts + 1);
        using var done = new CancellationTokenSource();
        using var work = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var alive = SayAliveAsync(attempt, progress, work, done.Token);
        var (state, message) = await DoAsync(run, work.Token);
        await done.CancelAsync();
        await alive;
        await EndAsync(attempt, state, message, progress);
        return true;
    }

    /// <summary>The oldest that waits or was abandoned; taken by a guarded update, so that one host alone has it.</summary>
    private Task<JobRun?> TakeAsync(CancellationToken cancel) => InTablesAsync(async db =>
    {
        var (now, silent) = (Now, Now - Silence);
        var candidates = await db.JobRuns.AsNoTracking()
            .Where(r => r.State == RunState.Queued || (r.State == RunState.Running && r.AliveAt < silent))
            .OrderBy(r => r.QueuedAt).Take(5).ToListAsync(cancel);
        foreach (var run in candidates)
        {
            var taken = await db.JobRuns
                .Where(r => r.Id == run.Id && r.State == run.State && r.Attempts == run.Attempts)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(r => r.State, RunState.Running)
                        .SetProperty(r => r.StartedAt, r => r.StartedAt ?? now)
                        .SetProperty(r => r.AliveAt, now)
                        .SetProperty(r => r.Attempts, r => r.Attempts + 1),
                    cancel);
            if (taken == 1) return run;
        }

        return null;
    });

    private async Task<(RunState State, string? Message)> DoAsync(JobRun run, CancellationToken cancel)
    {
        try
        {
            if (run.Attempts >= MostAttempts) return (RunState.Failed, "Its hosts died under it.");
            var result = await entry.RunUntypedAsync(InputOf(run), CallOf(run), cancel);
            return (RunState.Succeeded, result is null ? null : RunInput.Write(result));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The host stops: the next one, or this one tomorrow, takes it up. Or another host has it already.
            return (RunState.Queued, null);
        }
        catch (Refusal refusal)
        {
            return (RunState.Failed, refusal.Code);
        }
        catch (Exception fault)
        {
            log.LogError(fault, "{Job} failed in brand {Brand}", run.Job, run.BrandId);
            return (RunState.Failed, fault.Message);
        }
    }

    private object InputOf(JobRun run)
    {
        var input = run.Input is null
            ? jobs.Find(run.Job)?.Job.Input()
            : useCases.Find(run.Job) is { } useCase ? RunInput.Read(run.Input, useCase.InputType) : null;
        return input ?? throw new Refusal("platform.job-not-found", RefusalKind.NotFound, ("job", run.Job));
    }

    /// <summary>
    /// A job runs as the house; background work with the rights that its person or till has now, if any are left.
    /// </summary>
    private CallContext CallOf(JobRun run)
    {
        var caller = run.Input is null ? Caller.House(run.Job) : CallerOf(run);
        return new CallContext(caller, Channel.Job) { Brand = run.BrandId == 0 ? null : brands.Find(run.BrandId) };
    }

    private Caller CallerOf(JobRun run) => run switch
    {
        { CallerKind: CallerKind.House } => Caller.House(run.Job),
        { CallerKind: CallerKind.Person, CallerId: { } id } =>
            access.Current.People.GetValueOrDefault(id)?.Caller ?? Callers.Bare(id, run.CallerName),
        { CallerKind: CallerKind.Till, CallerId: { } id } =>
            access.Current.Tills.GetValueOrDefault(id)?.Caller ?? Caller.Anonymous,
        _ => Caller.Anonymous,
    };

    private async Task SayAliveAsync(
        Attempt attempt, RunProgressNote progress, CancellationTokenSource work, CancellationToken done)
    {
        using var timer = new PeriodicTimer(SignOfLife, time);
        while (!done.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(done);
                if (await SayAliveAsync(attempt, progress, done)) continue;

                // Silent for too long: the run is another host's now.
                await work.CancelAsync();
                return;
            }
            catch (OperationCanceledException) when (done.IsCancellationRequested)
            {
                // The run has ended.
            }
            catch (Exception fault)
            {
                log.LogWarning(fault, "Run {Run} could not say that it is alive", attempt.Run);
            }
        }
    }

    private async Task<bool> SayAliveAsync(Attempt attempt, RunProgressNote progress, CancellationToken cancel)
    {
        var (now, done, total) = (Now, progress.Done, progress.Total);
        return await InTablesAsync(db => attempt.In(db).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.AliveAt, now)
                .SetProperty(r => r.Done, done).SetProperty(r => r.Total, total),
            cancel)) == 1;
    }

    private Task<int> EndAsync(Attempt attempt, RunState state, string? message, RunProgressNote progress)
    {
        var (done, total) = (progress.Done, progress.Total);
        DateTime? ended = state == RunState.Queued ? null : Now;
        var kept = message?[..Math.Min(message.Length, JobRun.MessageLength)];

        // Whoever was stopped before he could end has not used up an attempt.
        var attempts = state == RunState.Queued ? attempt.Number - 1 : attempt.Number;
        return InTablesAsync(db => attempt.In(db).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, state).SetProperty(r => r.Attempts, attempts)
                .SetProperty(r => r.EndedAt, ended).SetProperty(r => r.Message, kept)
                .SetProperty(r => r.Done, done).SetProperty(r => r.Total, total),
            CancellationToken.None));
    }

    private async Task<T> InTablesAsync<T>(Func<PlatformDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DataSession>();
        await session.BeginAsync();
        var result = await work(scope.ServiceProvider.GetRequiredService<PlatformDb>());
        await session.CommitAsync();
        return result;
    }

    /// <summary>What a worker has of a run: nothing any more once another one has taken it up.</summary>
    private sealed record Attempt(Guid Run, int Number)
    {
        public IQueryable<JobRun> In(PlatformDb db) =>
            db.JobRuns.Where(r => r.Id == Run && r.State == RunState.Running && r.Attempts == Number);
    }
}
